package dev.penstock.hcl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads expressions: literals, templates, names, calls, lists and objects. */
final class ExpressionParser {
    private final Source source;
    private final TemplateParser templates;

    ExpressionParser(Source source) {
        this.source = source;
        this.templates = new TemplateParser(source, this);
    }

    /** One expression; blanks before it are passed already. */
    Expression expression() {
        SourcePosition position = source.position();
        Expression expression = term(position);
        source.skip(false);
        int next = source.peek();
        if ((next != Source.END && "+-*%?!&|<>[".indexOf(next) >= 0) || source.at("==")) {
            throw source.problem("operators and indexes are not supported yet");
        }
        return expression;
    }

    private Expression term(SourcePosition position) {
        int first = source.peek();
        if (first == '"') {
            return templates.quoted();
        }
        if (source.at("<<")) {
            return templates.heredoc();
        }
        if (first == '[') {
            return list(position);
        }
        if (first == '{') {
            return object(position);
        }
        if (first == '(') {
            source.next();
            source.skip(true);
            Expression inner = expression();
            source.skip(true);
            expect(")");
            return inner;
        }
        if (first == '-' || Character.isDigit(first)) {
            return new Expression.Literal(new HclValue.Num(number()), position);
        }
        if (source.atIdentifier()) {
            return name(position);
        }
        throw source.problem("an expression is needed here");
    }

    private BigDecimal number() {
        var digits = new StringBuilder();
        while (source.peek() != Source.END
                && (Character.isLetterOrDigit(source.peek()) || source.peek() == '.' || source.peek() == '-')) {
            digits.append(source.next());
        }
        try {
            return new BigDecimal(digits.toString());
        } catch (NumberFormatException e) {
            throw source.problem(digits + " is no number");
        }
    }

    private Expression name(SourcePosition position) {
        String first = source.identifier();
        if (source.peek() == '(') {
            source.next();
            return new Expression.Call(first, elements(")"), position);
        }
        List<String> names = new ArrayList<>(List.of(first));
        while (source.peek() == '.') {
            source.next();
            if (!source.atIdentifier()) {
                throw source.problem("a name is needed here, after the dot");
            }
            names.add(source.identifier());
        }
        return names.size() > 1 ? new Expression.Traversal(names, position) : word(first, position);
    }

    private static Expression word(String word, SourcePosition position) {
        return switch (word) {
            case "true" -> new Expression.Literal(new HclValue.Bool(true), position);
            case "false" -> new Expression.Literal(new HclValue.Bool(false), position);
            case "null" -> new Expression.Literal(HclValue.Null.NULL, position);
            default -> new Expression.Traversal(List.of(word), position);
        };
    }

    private Expression list(SourcePosition position) {
        expect("[");
        return new Expression.ListOf(elements("]"), position);
    }

    /** Expressions with commas between them, up to and with {@code end}; line ends don't matter. */
    private List<Expression> elements(String end) {
        List<Expression> elements = new ArrayList<>();
        source.skip(true);
        while (!source.take(end)) {
            elements.add(expression());
            source.skip(true);
            if (!source.take(",")) {
                expect(end);
                return elements;
            }
            source.skip(true);
        }
        return elements;
    }

    private Expression object(SourcePosition position) {
        expect("{");
        List<Expression.Entry> entries = new ArrayList<>();
        source.skip(true);
        while (!source.take("}")) {
            Expression key = key();
            source.skip(false);
            if (!source.take("=") && !source.take(":")) {
                throw source.problem("\"=\" is needed here, after the key");
            }
            source.skip(true);
            entries.add(new Expression.Entry(key, expression()));
            source.skip(false);
            boolean separated = source.take(",") || source.peek() == '\n' || source.peek() == '\r';
            source.skip(true);
            if (!separated && source.peek() != '}') {
                throw source.problem("a comma or a new line is needed here, between two entries");
            }
        }
        return new Expression.ObjectOf(entries, position);
    }

    private Expression key() {
        SourcePosition position = source.position();
        return source.atIdentifier()
                ? new Expression.Literal(new HclValue.Text(source.identifier()), position)
                : expression();
    }

    private void expect(String word) {
        if (!source.take(word)) {
            throw source.problem("\"" + word + "\" is needed here");
        }
    }
}
