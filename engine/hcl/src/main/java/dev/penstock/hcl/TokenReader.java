package dev.penstock.hcl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Walks over tokens. Comments are passed over; line ends too where they don't matter. */
final class TokenReader {
    /** As deep as expressions may nest: enough for any text that a person writes, and for a small stack. */
    private static final int DEEPEST = 200;

    private final Source source;
    private final List<Token> tokens;
    private final Problems problems;
    private final Deque<Boolean> linesMatter = new ArrayDeque<>(List.of(true));
    private int next;
    private int depth;
    private boolean gaveUp;

    TokenReader(Source source, List<Token> tokens, Problems problems) {
        this.source = source;
        this.tokens = tokens;
        this.problems = problems;
    }

    Source source() {
        return source;
    }

    Problems problems() {
        return problems;
    }

    Token peek() {
        skip();
        Token token = tokens.get(next);
        // A comment up to the end of a line ends the line.
        return token.is(TokenType.COMMENT) ? new Token(TokenType.NEWLINE, token.end() - 1, token.end()) : token;
    }

    boolean at(TokenType type) {
        return peek().is(type);
    }

    boolean atWord(String word) {
        Token token = peek();
        return token.is(TokenType.IDENTIFIER) && text(token).equals(word);
    }

    Token read() {
        Token token = peek();
        if (next < tokens.size() - 1) {
            next++;
        }
        return token;
    }

    boolean take(TokenType type) {
        if (!at(type)) {
            return false;
        }
        read();
        return true;
    }

    Token expect(TokenType type, String where) {
        if (at(type)) {
            return read();
        }
        throw problem(type.description() + " is needed here, " + where);
    }

    private void skip() {
        boolean lines = linesMatter.element();
        while (true) {
            Token token = tokens.get(next);
            boolean passed = switch (token.type()) {
                case NEWLINE -> !lines;
                case COMMENT -> !lines || source.text().charAt(token.end() - 1) != '\n';
                default -> false;
            };
            if (!passed) {
                return;
            }
            next++;
        }
    }

    void linesMatter(boolean matter) {
        linesMatter.push(matter);
    }

    void linesMatterAsBefore() {
        linesMatter.pop();
    }

    /** The end of what was read last. */
    int lastEnd() {
        return next == 0 ? 0 : tokens.get(next - 1).end();
    }

    Span from(int start) {
        return source.span(start, Math.max(start, lastEnd()));
    }

    Span span(Token token) {
        return source.span(token.start(), token.end());
    }

    String text(Token token) {
        return source.text(token.start(), token.end());
    }

    /** Goes one level down; every level down needs a level up. */
    void down() {
        depth++;
        if (depth > DEEPEST) {
            throw problem("this is nested deeper than " + DEEPEST + " levels");
        }
    }

    /** Whether one level more would be too many. */
    boolean isDeepest() {
        return depth >= DEEPEST;
    }

    /** Leaves the rest of the file unread, where reading on would only find the same again. */
    void giveUp() {
        gaveUp = true;
        next = tokens.size() - 1;
    }

    boolean gaveUp() {
        return gaveUp;
    }

    void up() {
        depth--;
    }

    /** Where the reader is, to come back after something broken. */
    record Mark(int next, int depth, int lines) {}

    Mark mark() {
        return new Mark(next, depth, linesMatter.size());
    }

    /** Forgets what was begun since {@code mark}, and passes what belongs to the item that began there. */
    void passBrokenItem(Mark mark) {
        depth = mark.depth();
        while (linesMatter.size() > mark.lines()) {
            linesMatter.pop();
        }
        if (gaveUp) {
            return;
        }
        int broken = next;
        next = mark.next();
        int open = 0;
        while (!peek().is(TokenType.END)) {
            Token token = peek();
            if (token.is(TokenType.NEWLINE) && (beginsBlock(next + 1) || (next + 1 >= broken && open <= 0))) {
                return;
            }
            if (token.is(TokenType.CLOSE_BRACE) && open <= 0) {
                return;
            }
            open += token.type().opens() ? 1 : token.type().closes() ? -1 : 0;
            read();
        }
    }

    /** Whether a block seems to begin at this token: a name in the first column, then labels, then a brace. */
    boolean beginsBlock() {
        skip();
        return beginsBlock(next);
    }

    private boolean beginsBlock(int index) {
        int at = index;
        if (!tokens.get(Math.min(at, tokens.size() - 1)).is(TokenType.IDENTIFIER)
                || !source.beginsLine(tokens.get(at).start())) {
            return false;
        }
        at++;
        while (at < tokens.size()) {
            switch (tokens.get(at).type()) {
                case OPEN_BRACE -> {
                    return true;
                }
                case IDENTIFIER, OPEN_QUOTE, QUOTED_TEXT, CLOSE_QUOTE -> at++;
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    SyntaxException problem(String what) {
        return problem(peek(), what, "");
    }

    SyntaxException problem(Token at, String what, String suggestion) {
        // What is no token has been reported by the lexer.
        if (!at.is(TokenType.INVALID)) {
            problems.add(at.start(), what, suggestion);
        }
        return new SyntaxException(what);
    }
}
