package dev.penstock.sql.execute;

import org.jspecify.annotations.Nullable;

/**
 * For each left row, the right side opened anew with that row at hand.
 *
 * @param id the correlation's number, under which the right side finds the row
 * @param kind INNER, LEFT, SEMI or ANTI
 */
public record Correlate(Operator left, Operator right, int id, JoinKind kind, int rightWidth) implements Operator {

    @Override
    public Cursor open(Execution execution) {
        return new Rows.Step(left.open(execution)) {
            private @Nullable Object @Nullable [] outer;
            private @Nullable Cursor inner;
            private boolean matched;

            @Override
            public @Nullable Object @Nullable [] next() {
                while (true) {
                    execution.checkCanceled();
                    @Nullable Object[] row = outer;
                    Cursor cursor = inner;
                    if (row == null || cursor == null) {
                        row = source.next();
                        if (row == null) {
                            return null;
                        }
                        outer = row;
                        matched = false;
                        cursor = right.open(execution.with(id, row));
                        inner = cursor;
                    }
                    var found = cursor.next();
                    if (found != null && !kind.givesLeftOnly()) {
                        matched = true;
                        return joined(row, found);
                    }
                    cursor.close();
                    inner = null;
                    boolean any = matched || found != null;
                    if (kind == JoinKind.SEMI ? any : kind == JoinKind.ANTI && !any) {
                        return row;
                    }
                    if (kind == JoinKind.LEFT && !any) {
                        return joined(row, new @Nullable Object[rightWidth]);
                    }
                }
            }

            @Override
            public void close() {
                if (inner != null) {
                    inner.close();
                }
                super.close();
            }
        };
    }

    private static @Nullable Object[] joined(@Nullable Object[] left, @Nullable Object[] right) {
        Object[] row = new @Nullable Object[left.length + right.length];
        System.arraycopy(left, 0, row, 0, left.length);
        System.arraycopy(right, 0, row, left.length, right.length);
        return row;
    }
}
