package dev.penstock.sql.execute;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recursive query (PostgreSQL chapter 7.8.2): the rows of the seed, then those of the step over the rows found last,
 * until it finds none.
 *
 * @param table the name under which the step reads the rows found last
 * @param width columns of a row
 * @param all whether equal rows are kept
 */
public record RepeatUnion(Operator seed, Operator step, Object table, int width, boolean all) implements Operator {

    /** What the step reads. */
    public static Operator workingTable(Object table) {
        return execution -> Rows.over(execution.workingTable(table));
    }

    @Override
    public Cursor open(Execution execution) {
        return new Cursor() {
            private final Holding holding = new Holding(execution);
            private final RowKey key = RowKey.all(width);
            private final RowTable<Found> seen = new RowTable<>(key);
            private Cursor rows = seed.open(execution);
            private List<@Nullable Object[]> found = new ArrayList<>();
            private boolean closed;

            @Override
            public @Nullable Object @Nullable [] next() {
                while (!closed) {
                    execution.checkCanceled();
                    var row = rows.next();
                    if (row != null) {
                        if (isNew(row)) {
                            holding.hold(row);
                            found.add(row);
                            return row;
                        }
                        continue;
                    }
                    rows.close();
                    if (found.isEmpty()) {
                        return null;
                    }
                    if (all) {
                        holding.close(); // the rows before the last step are of no more use
                    }
                    rows = step.open(execution.withWorkingTable(table, found));
                    found = new ArrayList<>();
                }
                return null;
            }

            private boolean isNew(@Nullable Object[] row) {
                if (all) {
                    return true;
                }
                boolean isNew = seen.find(row, key) == null;
                if (isNew) {
                    seen.add(new Found(row));
                }
                return isNew;
            }

            @Override
            public void close() {
                closed = true;
                rows.close();
                holding.close();
            }
        };
    }

    private static final class Found extends RowTable.Entry<Found> {
        Found(@Nullable Object[] row) {
            super(row);
        }
    }
}
