package dev.penstock.grammar;

/** The text is not a query of PostgreSQL, or not one that is supported. The message is one line in PostgreSQL's words. */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /** Makes an error at a place, both counted from 1. */
    public SyntaxException(String message, int line, int column, Throwable cause) {
        super(message, cause);
        this.line = line;
        this.column = column;
    }

    /** The line of the first character that is wrong, from 1. */
    public int line() {
        return line;
    }

    /** The column of the first character that is wrong, in UTF-16 units, from 1. */
    public int column() {
        return column;
    }
}
