package dev.penstock.cli.command;

import dev.penstock.cli.output.Terminal;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.TextPosition;

/** An error at a place in a statement, with the statement. */
public final class StatementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient EngineException error;
    private final transient TextPosition position;
    private final String sql;

    private StatementException(EngineException error, TextPosition position, String sql) {
        super(error);
        this.error = error;
        this.position = position;
        this.sql = sql;
    }

    /** The error with its statement, or the error itself if it has no place there. */
    static RuntimeException of(EngineException error, String sql) {
        return error.position()
                .<RuntimeException>map(position -> new StatementException(error, position, sql))
                .orElse(error);
    }

    /** What is wrong. */
    public EngineException error() {
        return error;
    }

    /** Says what is wrong, and where. */
    public void print(Terminal terminal) {
        terminal.error(String.valueOf(error.getMessage()), sql, position);
    }
}
