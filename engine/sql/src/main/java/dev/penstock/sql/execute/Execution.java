package dev.penstock.sql.execute;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.FunctionContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What every operator and expression of one running statement shares.
 *
 * @param context the statement's time, zone and the like
 * @param parameters values of {@code $1}, {@code $2}, ..., as they were given: their places decide their types
 * @param correlations rows of the enclosing query, by the number of the correlation
 * @param workingTables the rows found last by each recursive query around, by its table
 * @param memory what the statement may hold
 * @param shared the rows that several readers share
 * @param canceled set when the consumer lets go; operators that loop without pulling look at it
 * @param connections the connections whose rows are wanted; all if there is nothing
 * @param unread takes note of connections that can't be read
 */
public record Execution(
        FunctionContext context,
        List<@Nullable Object> parameters,
        Map<Integer, @Nullable Object[]> correlations,
        Map<Object, List<@Nullable Object[]>> workingTables,
        MemoryAccount memory,
        SharedRows.InStatement shared,
        AtomicBoolean canceled,
        Optional<Set<String>> connections,
        Unread unread) {

    /** The same execution with one more row of an enclosing query. */
    public Execution with(int correlation, @Nullable Object[] row) {
        var all = new java.util.HashMap<>(correlations);
        all.put(correlation, row);
        return new Execution(context, parameters, all, workingTables, memory, shared, canceled, connections, unread);
    }

    /** The same execution for one step of a recursive query. */
    public Execution withWorkingTable(Object table, List<@Nullable Object[]> rows) {
        var all = new java.util.HashMap<>(workingTables);
        all.put(table, rows);
        return new Execution(context, parameters, correlations, all, memory, shared, canceled, connections, unread);
    }

    /** The same execution over these connections alone, which ends when {@code stopped} is set. */
    public Execution over(Collection<String> only, AtomicBoolean stopped) {
        // What readers share holds the rows of these connections, no others.
        return new Execution(
                context,
                parameters,
                correlations,
                workingTables,
                memory,
                new SharedRows.InStatement(),
                stopped,
                Optional.of(Set.copyOf(only)),
                unread);
    }

    /** Whether the rows of a connection are wanted. */
    public boolean reads(String connection) {
        return connections.isEmpty() || connections.get().contains(connection);
    }

    /** The rows that a recursive query found last. */
    List<@Nullable Object[]> workingTable(Object table) {
        return java.util.Objects.requireNonNull(workingTables.get(table), "a recursive query runs its step");
    }

    /** Fails the statement when its consumer has let go (PostgreSQL's 57014). */
    public void checkCanceled() {
        if (canceled.get()) {
            throw new EngineException(ErrorCode.CANCELED, "canceling statement due to user request");
        }
    }
}
