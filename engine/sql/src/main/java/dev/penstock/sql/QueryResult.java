package dev.penstock.sql;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.execute.Cursor;
import dev.penstock.sql.execute.Execution;
import dev.penstock.sql.function.Casts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of a statement, pulled by one thread. */
public final class QueryResult implements AutoCloseable {
    private final List<ResultColumn> columns;
    private final Cursor rows;
    private final Execution execution;
    private final Supplier<Optional<Instant>> evidence;
    private final Runnable closed;
    private boolean deferred;

    QueryResult(
            List<ResultColumn> columns,
            Cursor rows,
            Execution execution,
            Supplier<Optional<Instant>> evidence,
            Runnable closed) {
        this.columns = List.copyOf(columns);
        this.rows = rows;
        this.execution = execution;
        this.evidence = evidence;
        this.closed = closed;
    }

    /** The columns, known before the first row. */
    public List<ResultColumn> columns() {
        return columns;
    }

    /**
     * The next row of canonical values, null after the last.
     *
     * @throws EngineException if a call or an expression fails, or the statement was canceled; with code INCOMPLETE after
     *     the last row if some connections could not be read, and partial answers are not accepted
     */
    public @Nullable Object @Nullable [] next() {
        execution.checkCanceled();
        @Nullable Object[] row = rows.next();
        if (row == null && !deferred) {
            requireAll();
        }
        return row;
    }

    /** Lets {@link #next} end where connections could not be read; {@link #requireAll} then says so. */
    public void deferUnread() {
        deferred = true;
    }

    /** Whether the statement was to go on without connections that can't be read. */
    public boolean acceptsPartial() {
        return execution.unread().accepted();
    }

    /**
     * Fails if the rows leave something out, unless that was accepted.
     *
     * @throws EngineException with code INCOMPLETE
     */
    public void requireAll() {
        List<UnreadPart> missing = unread();
        if (!missing.isEmpty() && !acceptsPartial()) {
            int others = missing.size() - 1;
            throw new EngineException(
                    ErrorCode.INCOMPLETE,
                    "the answer is incomplete: " + missing.get(0).why().getMessage()
                            + (others == 0 ? "" : " (and " + others + " more)"),
                    missing.get(0).why());
        }
    }

    /** What the rows so far leave out; whole after the last row. */
    public List<UnreadPart> unread() {
        return execution.unread().parts().stream()
                .map(part -> new UnreadPart(part.connections(), part.why()))
                .toList();
    }

    /** The time that the oldest answer behind the rows so far tells of; empty where no answer is. */
    public Optional<Instant> oldestEvidence() {
        return evidence.get();
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
        execution.shared().close();
        closed.run();
    }
}
