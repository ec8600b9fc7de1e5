package dev.penstock.hcl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what operators stand between: literals, names, calls, lists, objects, {@code for} and parentheses. */
final class TermParser {
    private final TokenReader tokens;
    private final ExpressionParser expressions;
    private final TemplateParser templates;

    TermParser(TokenReader tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.templates = new TemplateParser(tokens, expressions);
    }

    TemplateParser templates() {
        return templates;
    }

    Expression term() {
        Token token = tokens.peek();
        return switch (token.type()) {
            case NUMBER -> number();
            case IDENTIFIER -> name();
            case OPEN_QUOTE -> templates.quoted();
            case OPEN_HEREDOC -> templates.heredoc();
            case OPEN_PARENTHESIS -> parenthesized();
            case OPEN_BRACKET -> list();
            case OPEN_BRACE -> object();
            case MINUS -> unary(Operator.NEGATE);
            case NOT -> unary(Operator.NOT);
            default ->
                throw tokens.problem(
                        "an expression is needed here, not " + token.type().description());
        };
    }

    Expression.Literal number() {
        Token token = tokens.read();
        try {
            return new Expression.Literal(HclValue.Num.parse(tokens.text(token)), tokens.span(token));
        } catch (ValueException e) {
            throw tokens.problem(token, tokens.text(token) + " is no number", "");
        }
    }

    private Expression unary(Operator operator) {
        Token sign = tokens.read();
        tokens.down();
        Expression value = expressions.withSteps();
        tokens.up();
        return new Expression.Unary(operator, value, tokens.from(sign.start()));
    }

    private Expression parenthesized() {
        Token open = tokens.read();
        tokens.linesMatter(false);
        Expression inner = expressions.expression();
        tokens.expect(TokenType.CLOSE_PARENTHESIS, "to close the parenthesis");
        tokens.linesMatterAsBefore();
        return new Expression.Group(inner, tokens.from(open.start()));
    }

    private Expression name() {
        Token token = tokens.read();
        if (tokens.at(TokenType.OPEN_PARENTHESIS) || tokens.at(TokenType.DOUBLE_COLON)) {
            return call(token);
        }
        String word = tokens.text(token);
        Span span = tokens.span(token);
        return switch (word) {
            case "true" -> new Expression.Literal(HclValue.Bool.TRUE, span);
            case "false" -> new Expression.Literal(HclValue.Bool.FALSE, span);
            case "null" -> new Expression.Literal(HclValue.Null.NULL, span);
            default -> new Expression.Traversal(Normal.form(word), List.of(), span);
        };
    }

    private Expression call(Token first) {
        var name = new StringBuilder(tokens.text(first));
        while (tokens.take(TokenType.DOUBLE_COLON)) {
            name.append("::").append(tokens.text(tokens.expect(TokenType.IDENTIFIER, "after the colons")));
        }
        tokens.expect(TokenType.OPEN_PARENTHESIS, "after the name of a function");
        tokens.linesMatter(false);
        List<Expression> arguments = new ArrayList<>();
        boolean expands = false;
        while (!tokens.at(TokenType.CLOSE_PARENTHESIS)) {
            arguments.add(expressions.expression());
            expands = tokens.take(TokenType.ELLIPSIS);
            if (expands || !tokens.take(TokenType.COMMA)) {
                break;
            }
        }
        tokens.expect(TokenType.CLOSE_PARENTHESIS, "to end the arguments of " + name);
        tokens.linesMatterAsBefore();
        return new Expression.Call(name.toString(), arguments, expands, tokens.from(first.start()));
    }

    private Expression list() {
        Token open = tokens.read();
        tokens.linesMatter(false);
        Expression list = tokens.atWord("for") ? loop(open, TokenType.CLOSE_BRACKET) : elements(open);
        tokens.linesMatterAsBefore();
        return list;
    }

    private Expression elements(Token open) {
        List<Expression> elements = new ArrayList<>();
        while (!tokens.at(TokenType.CLOSE_BRACKET)) {
            elements.add(expressions.expression());
            if (!tokens.take(TokenType.COMMA)) {
                break;
            }
        }
        tokens.expect(TokenType.CLOSE_BRACKET, "or a comma and the next element of the list");
        return new Expression.ListOf(elements, tokens.from(open.start()));
    }

    private Expression object() {
        Token open = tokens.read();
        tokens.linesMatter(false);
        boolean isLoop = tokens.atWord("for");
        if (isLoop) {
            Expression loop = loop(open, TokenType.CLOSE_BRACE);
            tokens.linesMatterAsBefore();
            return loop;
        }
        tokens.linesMatterAsBefore();
        tokens.linesMatter(true);
        Expression object = entries(open);
        tokens.linesMatterAsBefore();
        return object;
    }

    private Expression entries(Token open) {
        List<Expression.Entry> entries = new ArrayList<>();
        while (true) {
            while (tokens.take(TokenType.NEWLINE)) {
                // Empty lines between entries mean nothing.
            }
            if (tokens.take(TokenType.CLOSE_BRACE)) {
                return new Expression.ObjectOf(entries, tokens.from(open.start()));
            }
            Expression key = key();
            if (!tokens.take(TokenType.EQUALS) && !tokens.take(TokenType.COLON)) {
                throw tokens.problem("\"=\" is needed here, after the key");
            }
            entries.add(new Expression.Entry(key, expressions.expression()));
            boolean separated = tokens.take(TokenType.COMMA) || tokens.take(TokenType.NEWLINE);
            if (!separated && !tokens.at(TokenType.CLOSE_BRACE)) {
                throw tokens.problem("a comma or a new line is needed here, between two entries");
            }
        }
    }

    /** A bare word is a text; a bare name with dots would be ambiguous. */
    private Expression key() {
        Token first = tokens.peek();
        Expression key = expressions.expression();
        if (first.is(TokenType.OPEN_PARENTHESIS)) {
            return key;
        }
        if (key instanceof Expression.Traversal traversal) {
            return traversal.steps().isEmpty()
                    ? new Expression.Literal(new HclValue.Text(traversal.root()), key.span())
                    : new Expression.AmbiguousKey(key.span());
        }
        boolean word = first.is(TokenType.IDENTIFIER) && key instanceof Expression.Literal;
        return word ? new Expression.Literal(new HclValue.Text(tokens.text(first)), key.span()) : key;
    }

    private Expression loop(Token open, TokenType close) {
        boolean makesObject = close == TokenType.CLOSE_BRACE;
        tokens.read();
        Names names = names();
        Expression collection = expressions.expression();
        tokens.expect(TokenType.COLON, "after the collection of a for expression");
        @Nullable Expression key = null;
        Expression value = expressions.expression();
        Token arrow = tokens.peek();
        if (tokens.take(TokenType.ARROW)) {
            key = value;
            value = expressions.expression();
        }
        if (makesObject != (key != null)) {
            throw tokens.problem(
                    arrow,
                    makesObject ? "an object needs a key and \"=>\" here" : "a list has no keys",
                    makesObject ? "" : "use braces to make an object");
        }
        Token ellipsis = tokens.peek();
        boolean groups = tokens.take(TokenType.ELLIPSIS);
        if (groups && !makesObject) {
            throw tokens.problem(ellipsis, "a list has no keys to group by", "use braces to make an object");
        }
        @Nullable Expression condition = null;
        if (tokens.atWord("if")) {
            tokens.read();
            condition = expressions.expression();
        }
        tokens.expect(close, "to end the for expression");
        return new Expression.For(
                names.key(), names.value(), collection, key, value, condition, groups, tokens.from(open.start()));
    }

    /** The names that a loop gives to keys and values. */
    record Names(String key, String value) {}

    /** {@code k, v in}. */
    Names names() {
        String key = "";
        String value = loopName();
        if (tokens.take(TokenType.COMMA)) {
            key = value;
            value = loopName();
        }
        if (!tokens.atWord("in")) {
            throw tokens.problem("\"in\" is needed here, after the names of a for");
        }
        tokens.read();
        return new Names(key, value);
    }

    private String loopName() {
        return Normal.form(tokens.text(tokens.expect(TokenType.IDENTIFIER, "after \"for\"")));
    }
}
