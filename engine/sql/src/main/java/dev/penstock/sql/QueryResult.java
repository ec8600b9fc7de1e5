package dev.penstock.sql;

import dev.penstock.sql.execute.Cursor;
import dev.penstock.sql.execute.Execution;
import dev.penstock.sql.function.Casts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a statement, pulled by one thread. */
public final class QueryResult implements AutoCloseable {
    private final List<ResultColumn> columns;
    private final Cursor rows;
    private final Execution execution;
    private final Runnable closed;

    QueryResult(List<ResultColumn> columns, Cursor rows, Execution execution, Runnable closed) {
        this.columns = List.copyOf(columns);
        this.rows = rows;
        this.execution = execution;
        this.closed = closed;
    }

    /** The columns, known before the first row. */
    public List<ResultColumn> columns() {
        return columns;
    }

    /**
     * The next row of canonical values, null after the last.
     *
     * @throws dev.penstock.spi.error.EngineException if a call or an expression fails, or the statement was canceled
     */
    public @Nullable Object @Nullable [] next() {
        execution.checkCanceled();
        return rows.next();
    }

    /** The text that PostgreSQL prints for a value of a column. */
    public String text(int column, Object value) {
        return Casts.textOf(value, columns.get(column).type(), execution.context());
    }

    /** Makes {@link #next} fail with code CANCELED, also where it waits for a call; from any thread. */
    public void cancel() {
        execution.canceled().set(true);
    }

    /** Stops the calls of the statement. */
    @Override
    public void close() {
        rows.close();
        closed.run();
    }
}
