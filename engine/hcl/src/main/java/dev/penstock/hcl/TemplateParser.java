package dev.penstock.hcl;

import java.util.ArrayList;
import java.util.List;

/** Reads text in quotes, heredocs and template files, with the expressions in them. */
final class TemplateParser {
    private static final List<String> DIRECTIVES = List.of("if", "else", "endif", "for", "endfor");

    private final TokenReader tokens;
    private final ExpressionParser expressions;
    private final Escapes escapes;

    TemplateParser(TokenReader tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.escapes = new Escapes(tokens);
    }

    /** Text in double quotes. */
    Expression quoted() {
        Token open = tokens.read();
        return expression(pieces(TokenType.CLOSE_QUOTE), open.start());
    }

    /** A heredoc; with {@code <<-} the indentation that all of its lines have is taken off. */
    Expression heredoc() {
        Token open = tokens.read();
        List<Piece> pieces = pieces(TokenType.CLOSE_HEREDOC);
        boolean flush = tokens.source().text().charAt(open.start() + 2) == '-';
        return expression(flush ? Indentation.without(pieces) : pieces, open.start());
    }

    /** A text that is a template as a whole. */
    Expression whole() {
        return expression(pieces(TokenType.END), 0);
    }

    /** Text in double quotes that may hold no sequences, such as the label of a block. */
    String label() {
        Token open = tokens.read();
        var text = new StringBuilder();
        while (!tokens.take(TokenType.CLOSE_QUOTE)) {
            Token token = tokens.peek();
            if (!token.is(TokenType.QUOTED_TEXT)) {
                throw tokens.problem(token, "a label is plain text", "double the sign: $${ or %%{");
            }
            text.append(escapes.quoted(tokens.read()));
        }
        tokens.from(open.start());
        return text.toString();
    }

    private Expression expression(List<Piece> pieces, int start) {
        Span span = tokens.from(start);
        if (pieces.size() == 1 && pieces.get(0) instanceof Piece.Interpolation alone) {
            return new Expression.Group(alone.value(), span);
        }
        if (pieces.stream().allMatch(Piece.Text.class::isInstance)) {
            var text = new StringBuilder();
            pieces.forEach(piece -> text.append(((Piece.Text) piece).text()));
            return new Expression.Literal(new HclValue.Text(text.toString()), span);
        }
        return new Expression.Template(new TemplateTree(pieces, tokens).parts(), span);
    }

    /** The pieces up to and with the closing token. A trimming mark acts on the piece of text next to it. */
    private List<Piece> pieces(TokenType close) {
        tokens.down();
        List<Piece> pieces = new ArrayList<>();
        boolean trimNext = false;
        while (!tokens.take(close)) {
            Token token = tokens.peek();
            switch (token.type()) {
                case QUOTED_TEXT, PLAIN_TEXT -> {
                    String text = literal(tokens.read());
                    pieces.add(new Piece.Text(trimNext ? Words.withoutLeadingSpace(text) : text, tokens.span(token)));
                    trimNext = false;
                }
                case OPEN_INTERPOLATION, OPEN_DIRECTIVE -> {
                    trimLast(pieces, token);
                    pieces.add(sequence(token));
                    trimNext = tokens.source().text().charAt(tokens.lastEnd() - 2) == '~';
                }
                default -> throw tokens.problem("the text is not closed");
            }
        }
        tokens.up();
        return pieces;
    }

    private String literal(Token token) {
        return token.is(TokenType.QUOTED_TEXT) ? escapes.quoted(token) : plain(token);
    }

    /** A sign that was doubled may stand before the end of a line, so only its own piece is looked at. */
    private String plain(Token token) {
        return Escapes.plain(tokens.text(token));
    }

    private static void trimLast(List<Piece> pieces, Token opening) {
        boolean trims = opening.end() - opening.start() == 3;
        int last = pieces.size() - 1;
        if (trims && last >= 0 && pieces.get(last) instanceof Piece.Text text) {
            pieces.set(last, text.with(Words.withoutTrailingSpace(text.text())));
        }
    }

    private Piece sequence(Token open) {
        tokens.read();
        tokens.linesMatter(false);
        Piece piece = open.is(TokenType.OPEN_INTERPOLATION)
                ? new Piece.Interpolation(expressions.expression(), tokens.from(open.start()))
                : directive(open);
        if (!tokens.at(TokenType.CLOSE_SEQUENCE)) {
            boolean interpolation = open.is(TokenType.OPEN_INTERPOLATION);
            throw tokens.problem(
                    tokens.peek(),
                    "\"}\" is needed here, to end the " + (interpolation ? "interpolation" : "directive"),
                    "if no sequence is meant, double the sign: " + (interpolation ? "$${" : "%%{"));
        }
        tokens.read();
        tokens.linesMatterAsBefore();
        return piece;
    }

    private Piece directive(Token open) {
        Token keyword = tokens.expect(TokenType.IDENTIFIER, "such as if or for");
        String word = tokens.text(keyword);
        return switch (word) {
            case "if" -> new Piece.If(expressions.expression(), tokens.from(open.start()));
            case "for" -> {
                TermParser.Names names = expressions.names();
                yield new Piece.For(names.key(), names.value(), expressions.expression(), tokens.from(open.start()));
            }
            case "else", "endif", "endfor" -> new Piece.Word(word, tokens.from(open.start()));
            default -> throw tokens.problem(keyword, "there is no directive " + word, Suggestion.of(word, DIRECTIVES));
        };
    }
}
