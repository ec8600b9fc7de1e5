package dev.penstock.controls.filter;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.NearestName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads conditions by recursive descent: {@code or} of {@code and} of {@code not} of comparisons, with parentheses.
 * Everything is text, save that severities are ordered from none to critical.
 */
final class ConditionParser {
    private static final Set<String> SIGNS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");
    private static final Set<String> ORDERS = Set.of("<", "<=", ">", ">=");

    private final List<Token> tokens;
    private int next;

    ConditionParser(String text) {
        this.tokens = Token.of(text);
    }

    Condition.Part parse() {
        Condition.Part whole = or();
        if (peek().kind() != Token.Kind.END) {
            throw unexpected("\"and\", \"or\" or the end");
        }
        return whole;
    }

    private Condition.Part or() {
        Condition.Part left = and();
        while (take("or")) {
            Condition.Part first = left;
            Condition.Part second = and();
            left = control -> first.test(control).or(second.test(control));
        }
        return left;
    }

    private Condition.Part and() {
        Condition.Part left = not();
        while (take("and")) {
            Condition.Part first = left;
            Condition.Part second = not();
            left = control -> first.test(control).and(second.test(control));
        }
        return left;
    }

    private Condition.Part not() {
        if (take("not")) {
            Condition.Part part = not();
            return control -> part.test(control).not();
        }
        if (take("(")) {
            Condition.Part part = or();
            expect(")");
            return part;
        }
        return comparison();
    }

    private Condition.Part comparison() {
        Token name = peek();
        boolean severity = name.is("severity");
        Comparison.Operand operand = operand();
        if (take("is")) {
            boolean not = take("not");
            expect("null");
            return control -> Truth.of((operand.of(control) == null) != not);
        }
        boolean not = take("not");
        Condition.Part part = predicate(operand, severity, not);
        return not ? control -> part.test(control).not() : part;
    }

    private Condition.Part predicate(Comparison.Operand operand, boolean severity, boolean not) {
        if (take("in")) {
            Set<String> values = new HashSet<>();
            list().forEach(value -> values.add(comparable(value, severity)));
            return new Comparison(operand, value -> values.contains(comparable(value, severity)));
        }
        Token word = peek();
        if (take("like") || take("ilike")) {
            Pattern pattern = Comparison.like(text(), word.is("ilike"));
            return new Comparison(operand, value -> pattern.matcher(value).matches());
        }
        if (not || !SIGNS.contains(word.text())) {
            throw unexpected(not ? "\"like\", \"ilike\" or \"in\"" : "a comparison");
        }
        next++;
        return signed(operand, word.text(), severity);
    }

    private Condition.Part signed(Comparison.Operand operand, String sign, boolean severity) {
        Token literal = peek();
        String value = text();
        if (!severity || !ORDERS.contains(sign)) {
            String wanted = comparable(value, severity);
            return new Comparison(
                    operand,
                    text -> Comparison.holds(sign, comparable(text, severity).compareTo(wanted)));
        }
        int rank = Comparison.rank(value);
        if (rank < 0) {
            throw Token.problem(
                    "there is no severity " + literal.shown() + NearestName.hint(value, Comparison.severities())
                            + "; they are " + String.join(", ", Comparison.severities()),
                    literal.at());
        }
        return control -> {
            String text = operand.of(control);
            int own = text == null ? -1 : Comparison.rank(text);
            return own < 0 ? Truth.UNKNOWN : Truth.of(Comparison.holds(sign, Integer.compare(own, rank)));
        };
    }

    /** Severities are the same in any case. */
    private static String comparable(String value, boolean severity) {
        return severity ? value.toLowerCase(Locale.ROOT) : value;
    }

    private Comparison.Operand operand() {
        Token name = peek();
        if (name.kind() != Token.Kind.WORD && name.kind() != Token.Kind.NAME) {
            throw unexpected("an attribute of a control");
        }
        next++;
        if (name.text().equalsIgnoreCase("tags")) {
            expect("->>");
            String key = text();
            return control -> control.tags().get(key);
        }
        Optional<ControlAttribute> attribute = ControlAttribute.named(name.text());
        return attribute
                .<Comparison.Operand>map(known -> known::of)
                .orElseThrow(() -> Token.problem(
                        "controls have no attribute " + name.shown()
                                + NearestName.hint(name.text(), ControlAttribute.names()) + "; they have "
                                + String.join(", ", ControlAttribute.names()) + " and tags ->> 'key'",
                        name.at()));
    }

    private List<String> list() {
        expect("(");
        var values = new ArrayList<String>();
        do {
            values.add(text());
        } while (take(","));
        expect(")");
        return values;
    }

    private String text() {
        if (peek().kind() != Token.Kind.TEXT) {
            throw unexpected("a text in single quotes");
        }
        return tokens.get(next++).text();
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean take(String word) {
        boolean there = peek().is(word);
        next += there ? 1 : 0;
        return there;
    }

    private void expect(String word) {
        if (!take(word)) {
            throw unexpected("\"" + word + "\"");
        }
    }

    private EngineException unexpected(String wanted) {
        return Token.problem("--where needs " + wanted + ", not " + peek().shown(), peek().at());
    }
}
