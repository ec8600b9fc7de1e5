package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import dev.penstock.sql.function.JsonPath.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a jsonpath. */
final class JsonPathParser {
    private static final Set<String> METHODS =
            Set.of("type", "size", "double", "ceiling", "floor", "abs", "keyvalue", "datetime");
    private static final List<String> COMPARISONS = List.of("==", "!=", "<>", "<=", ">=", "<", ">");

    private final String text;
    private int at;

    private JsonPathParser(String text) {
        this.text = text;
    }

    static JsonPath parse(String text) {
        var parser = new JsonPathParser(text);
        boolean lax = !parser.word("strict");
        if (lax) {
            parser.word("lax");
        }
        Node root = parser.or();
        parser.skipSpace();
        if (parser.at < text.length()) {
            throw parser.wrong();
        }
        return new JsonPath(lax, root, text);
    }

    private Node or() {
        Node left = and();
        while (symbol("||")) {
            left = new JsonPath.Or(left, and());
        }
        return left;
    }

    private Node and() {
        Node left = predicate();
        while (symbol("&&")) {
            left = new JsonPath.And(left, predicate());
        }
        return left;
    }

    private Node predicate() {
        if (peek('!') && !text.startsWith("!=", at)) {
            at++;
            return new JsonPath.Not(predicate());
        }
        if (word("exists")) {
            expect("(");
            Node operand = or();
            expect(")");
            return new JsonPath.Exists(operand);
        }
        Node left = sum();
        for (String operator : COMPARISONS) {
            if (symbol(operator)) {
                return new JsonPath.Comparison(operator.equals("<>") ? "!=" : operator, left, sum());
            }
        }
        if (word("starts")) {
            if (!word("with")) {
                throw wrong();
            }
            return new JsonPath.StartsWith(left, sum());
        }
        if (word("like_regex")) {
            String pattern = string();
            return new JsonPath.LikeRegex(left, pattern, word("flag") ? string() : "");
        }
        return left;
    }

    private Node sum() {
        Node left = product();
        while (true) {
            if (symbol("+")) {
                left = new JsonPath.Arithmetic("+", left, product());
            } else if (symbol("-")) {
                left = new JsonPath.Arithmetic("-", left, product());
            } else {
                return left;
            }
        }
    }

    private Node product() {
        Node left = unary();
        while (true) {
            skipSpace();
            String operator = at < text.length() ? text.substring(at, at + 1) : "";
            if (!operator.isEmpty() && "*/%".contains(operator)) {
                at++;
                left = new JsonPath.Arithmetic(operator, left, unary());
            } else {
                return left;
            }
        }
    }

    private Node unary() {
        if (symbol("+")) {
            return new JsonPath.Arithmetic("+", null, unary());
        }
        if (symbol("-")) {
            return new JsonPath.Arithmetic("-", null, unary());
        }
        return steps(primary());
    }

    private Node primary() {
        skipSpace();
        if (at >= text.length()) {
            throw wrong();
        }
        char c = text.charAt(at);
        if (c == '(') {
            at++;
            Node inner = or();
            expect(")");
            if (JsonPath.isPredicate(inner) && word("is")) {
                if (!word("unknown")) {
                    throw wrong();
                }
                return new JsonPath.IsUnknown(inner);
            }
            return inner;
        }
        if (c == '$') {
            at++;
            boolean named = at < text.length() && (text.charAt(at) == '"' || isNamePart(text.charAt(at)));
            return named ? new JsonPath.Variable(name()) : new JsonPath.Root();
        }
        if (c == '@') {
            at++;
            return new JsonPath.Current();
        }
        if (c == '"') {
            return new JsonPath.Literal(Json.text(string()));
        }
        if (Character.isDigit(c) || c == '.') {
            return number();
        }
        return constant();
    }

    private Node constant() {
        if (word("true")) {
            return new JsonPath.Literal(Json.bool(true));
        }
        if (word("false")) {
            return new JsonPath.Literal(Json.bool(false));
        }
        if (word("null")) {
            return new JsonPath.Literal(Json.nullValue());
        }
        if (word("last")) {
            return new JsonPath.Last();
        }
        throw wrong();
    }

    private Node number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || fraction(start) || exponent())) {
            at++;
        }
        try {
            return new JsonPath.Literal(Json.number(new BigDecimal(text.substring(start, at))));
        } catch (NumberFormatException e) {
            throw wrong();
        }
    }

    private boolean fraction(int start) {
        return text.charAt(at) == '.'
                && !text.substring(start, at).contains(".")
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    private boolean exponent() {
        char c = text.charAt(at);
        boolean sign = (c == '+' || c == '-') && "eE".indexOf(text.charAt(at - 1)) >= 0;
        return c == 'e' || c == 'E' || sign;
    }

    private Node steps(Node first) {
        Node node = first;
        while (true) {
            skipSpace();
            if (text.startsWith(".**", at)) {
                at += 3;
                node = new JsonPath.Step(node, levels());
            } else if (text.startsWith(".*", at)) {
                at += 2;
                node = new JsonPath.Step(node, new JsonPath.AnyKey());
            } else if (peek('.')) {
                at++;
                node = new JsonPath.Step(node, member());
            } else if (peek('[')) {
                at++;
                node = new JsonPath.Step(node, subscripts());
            } else if (peek('?')) {
                at++;
                expect("(");
                Node predicate = or();
                expect(")");
                node = new JsonPath.Step(node, new JsonPath.Filter(predicate));
            } else {
                return node;
            }
        }
    }

    private JsonPath.Accessor member() {
        skipSpace();
        boolean quoted = peek('"');
        String name = name();
        if (!quoted && METHODS.contains(name) && symbol("(")) {
            expect(")");
            return new JsonPath.Method(name);
        }
        return new JsonPath.Key(name);
    }

    private JsonPath.Accessor levels() {
        if (!symbol("{")) {
            return new JsonPath.Levels(0, Integer.MAX_VALUE);
        }
        int least = level();
        int greatest = word("to") ? level() : least;
        expect("}");
        return new JsonPath.Levels(least, greatest);
    }

    private int level() {
        if (word("last")) {
            return Integer.MAX_VALUE;
        }
        skipSpace();
        int start = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw wrong();
        }
        return Integer.parseInt(text.substring(start, at));
    }

    private JsonPath.Accessor subscripts() {
        if (symbol("*")) {
            expect("]");
            return new JsonPath.AnyElement();
        }
        var ranges = new ArrayList<JsonPath.Range>();
        do {
            Node from = sum();
            ranges.add(new JsonPath.Range(from, word("to") ? sum() : null));
        } while (symbol(","));
        expect("]");
        return new JsonPath.Subscripts(ranges);
    }

    private String name() {
        if (peek('"')) {
            return string();
        }
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw wrong();
        }
        return text.substring(start, at);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c > 127;
    }

    private String string() {
        skipSpace();
        int start = at;
        if (!peek('"')) {
            throw wrong();
        }
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        if (at > text.length()) {
            throw wrong();
        }
        return JsonText.parse(text.substring(start, at)) instanceof Json.JsonText read ? read.text() : "";
    }

    private void skipSpace() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("/*", at) && text.indexOf("*/", at) > 0) {
                at = text.indexOf("*/", at) + 2;
            } else {
                return;
            }
        }
    }

    private boolean peek(char c) {
        skipSpace();
        return at < text.length() && text.charAt(at) == c;
    }

    private boolean symbol(String symbol) {
        skipSpace();
        boolean there = text.startsWith(symbol, at);
        at += there ? symbol.length() : 0;
        return there;
    }

    private boolean word(String word) {
        skipSpace();
        int end = at + word.length();
        boolean there = text.regionMatches(true, at, word, 0, word.length())
                && (end >= text.length() || !isNamePart(text.charAt(end)));
        at = there ? end : at;
        return there;
    }

    private void expect(String symbol) {
        if (!symbol(symbol)) {
            throw wrong();
        }
    }

    private EngineException wrong() {
        return new EngineException(
                ErrorCode.SYNTAX_ERROR,
                at >= text.length()
                        ? "syntax error at end of jsonpath input"
                        : "syntax error at or near \"" + token() + "\" of jsonpath input");
    }

    private String token() {
        int end = at;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return text.substring(at, Math.max(end, at + 1));
    }
}
