package dev.penstock.cli.output;

import dev.penstock.sql.ResultColumn;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Rows of which the first were looked at already: they come once more, then the rest. */
final class HeldRows implements ResultRows {
    private final ResultRows rows;
    private final Queue<@Nullable Object[]> held = new ArrayDeque<>();
    private boolean ended;

    HeldRows(ResultRows rows) {
        this.rows = rows;
    }

    /** Reads one more row and holds it; null after the last. */
    @Nullable
    Object @Nullable [] peek() {
        @Nullable Object[] row = ended ? null : rows.next();
        if (row == null) {
            ended = true;
        } else {
            held.add(row);
        }
        return row;
    }

    /** Whether none is held. */
    boolean isEmpty() {
        return held.isEmpty();
    }

    @Override
    public List<ResultColumn> columns() {
        return rows.columns();
    }

    @Override
    public @Nullable Object @Nullable [] next() {
        @Nullable Object[] first = held.poll();
        return first != null || ended ? first : rows.next();
    }

    @Override
    public String text(int column, Object value) {
        return rows.text(column, value);
    }
}
