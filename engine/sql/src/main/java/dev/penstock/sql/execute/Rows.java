package dev.penstock.sql.execute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators that take rows one by one. */
public final class Rows {
    private Rows() {}

    /** Fixed rows. */
    public static Operator values(List<@Nullable Object[]> rows) {
        return execution -> over(rows);
    }

    /** A cursor over rows that are here already. */
    static Cursor over(Iterable<@Nullable Object[]> rows) {
        var left = rows.iterator();
        return new Cursor() {
            @Override
            public @Nullable Object @Nullable [] next() {
                return left.hasNext() ? left.next() : null;
            }

            @Override
            public void close() {}
        };
    }

    /** The rows for which a condition is true. */
    public static Operator filter(Operator input, Evaluator condition) {
        return execution -> new Step(input.open(execution)) {
            @Override
            public @Nullable Object @Nullable [] next() {
                for (var row = source.next(); row != null; row = source.next()) {
                    execution.checkCanceled();
                    if (Boolean.TRUE.equals(condition.evaluate(row, execution))) {
                        return row;
                    }
                }
                return null;
            }
        };
    }

    /** A new row for each row. */
    public static Operator project(Operator input, List<Evaluator> columns) {
        Evaluator[] all = columns.toArray(Evaluator[]::new);
        return execution -> new Step(input.open(execution)) {
            @Override
            public @Nullable Object @Nullable [] next() {
                var row = source.next();
                if (row == null) {
                    return null;
                }
                Object[] projected = new @Nullable Object[all.length];
                for (int i = 0; i < all.length; i++) {
                    projected[i] = all[i].evaluate(row, execution);
                }
                return projected;
            }
        };
    }

    /** At most {@code most} rows after the first {@code skip}; lets go of its input after the last of them. */
    public static Operator limit(Operator input, long skip, long most) {
        return execution -> new Step(input.open(execution)) {
            private long toSkip = skip;
            private long left = most;

            @Override
            public @Nullable Object @Nullable [] next() {
                while (left > 0) {
                    var row = source.next();
                    if (row == null) {
                        left = 0;
                    } else if (toSkip > 0) {
                        toSkip--;
                    } else {
                        left--;
                        if (left == 0) {
                            close();
                        }
                        return row;
                    }
                }
                close();
                return null;
            }
        };
    }

    /** One row with one list: the first column of every row. */
    public static Operator collect(Operator input) {
        return execution -> {
            var holding = new Holding(execution);
            return new Lazy(
                    () -> over(List.<@Nullable Object[]>of(collected(input, execution, holding))), holding::close);
        };
    }

    private static @Nullable Object[] collected(Operator input, Execution execution, Holding holding) {
        var values = new ArrayList<@Nullable Object>();
        try (Cursor cursor = input.open(execution)) {
            for (var row = cursor.next(); row != null; row = cursor.next()) {
                holding.hold(row);
                values.add(row[0]);
            }
        }
        return new @Nullable Object[] {Collections.unmodifiableList(values)};
    }

    /** One input after the other. */
    public static Operator concatenate(List<Operator> inputs) {
        return execution -> concatenation(
                inputs.stream().map(input -> input.open(execution)).iterator());
    }

    /** One cursor after the other; each is made when its turn comes. */
    static Cursor concatenation(Iterator<Cursor> cursors) {
        return new Cursor() {
            private @Nullable Cursor current;
            private boolean closed;

            @Override
            public @Nullable Object @Nullable [] next() {
                while (!closed) {
                    Cursor cursor = current;
                    if (cursor == null) {
                        if (!cursors.hasNext()) {
                            return null;
                        }
                        cursor = cursors.next();
                        current = cursor;
                    }
                    var row = cursor.next();
                    if (row != null) {
                        return row;
                    }
                    cursor.close();
                    current = null;
                }
                return null;
            }

            @Override
            public void close() {
                closed = true;
                if (current != null) {
                    current.close();
                }
                current = null;
            }
        };
    }

    /** A cursor over another one. */
    abstract static class Step implements Cursor {
        /** What the rows come from. */
        protected final Cursor source;

        Step(Cursor source) {
            this.source = source;
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
