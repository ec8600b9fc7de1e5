package dev.penstock.sql;

/**
 * A piece of a statement's text.
 *
 * @param text as it was written
 * @param start where it begins
 * @param closed false for a text, name or comment whose end is missing
 */
public record SqlToken(Kind kind, String text, int start, boolean closed) {
    /** What a piece is. */
    public enum Kind {
        /** A keyword or a name without quotes. */
        WORD,
        /** A name in double quotes. */
        QUOTED_NAME,
        /** A text, in whichever quotes. */
        TEXT,
        NUMBER,
        /** {@code $1} and the like. */
        PARAMETER,
        COMMENT,
        /** One or more characters that operators are made of. */
        OPERATOR,
        /** A bracket, comma, semicolon, dot, colon or {@code ::}; also what has no meaning. */
        SYMBOL
    }

    /** Where the text behind it begins. */
    public int end() {
        return start + text.length();
    }

    /** Whether it is this symbol or operator. */
    public boolean is(String symbol) {
        return (kind == Kind.SYMBOL || kind == Kind.OPERATOR) && text.equals(symbol);
    }

    /** Whether it is this word, in any case. */
    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }
}
