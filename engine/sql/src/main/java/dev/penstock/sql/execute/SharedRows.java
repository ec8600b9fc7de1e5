package dev.penstock.sql.execute;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that several readers share. Each is read once, when the first reader comes to it, and held until the statement
 * ends.
 *
 * @param input the rows; the same whoever reads them
 */
public record SharedRows(Operator input) implements Operator {

    @Override
    public Cursor open(Execution execution) {
        Held held = execution.shared().of(this, execution);
        return new Cursor() {
            private int following;

            @Override
            public @Nullable Object @Nullable [] next() {
                execution.checkCanceled();
                return held.row(following++);
            }

            @Override
            public void close() {}
        };
    }

    /** What one running statement holds of rows that are shared. */
    public static final class InStatement implements AutoCloseable {
        private final IdentityHashMap<SharedRows, Held> held = new IdentityHashMap<>();

        private Held of(SharedRows rows, Execution execution) {
            return held.computeIfAbsent(rows, absent -> new Held(rows.input, execution));
        }

        /** Lets go of all of it. */
        @Override
        public void close() {
            held.values().forEach(Held::close);
        }
    }

    private static final class Held {
        private final Operator input;
        private final Execution execution;
        private final Holding holding;
        private final List<@Nullable Object[]> rows = new ArrayList<>();
        private @Nullable Cursor source;
        private boolean ended;

        Held(Operator input, Execution execution) {
            this.input = input;
            this.execution = execution;
            this.holding = new Holding(execution);
        }

        private @Nullable Object @Nullable [] row(int place) {
            if (place < rows.size()) {
                return rows.get(place);
            }
            if (ended) {
                return null;
            }
            Cursor running = source == null ? input.open(execution) : source;
            source = running;
            @Nullable Object[] row = running.next();
            if (row == null) {
                ended = true;
                running.close();
                return null;
            }
            holding.hold(row);
            rows.add(row);
            return row;
        }

        private void close() {
            ended = true;
            rows.clear();
            holding.close();
            if (source != null) {
                source.close();
            }
        }
    }
}
