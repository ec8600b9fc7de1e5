package dev.penstock.sql.execute;

import org.jspecify.annotations.Nullable;

/** Set operations; rows are equal where SQL says that they are not distinct. */
public final class SetOperation {
    private SetOperation() {}

    /** A row and how often it came. */
    private static final class Counted extends RowTable.Entry<Counted> {
        private int times = 1;

        Counted(@Nullable Object[] row) {
            super(row);
        }

        /** Whether it came more often than it was taken; {@code once} takes it. */
        boolean take(boolean once) {
            boolean has = times > 0;
            times -= has && once ? 1 : 0;
            return has;
        }
    }

    /** Each row once, where it first came. */
    public static Operator distinct(Operator input, int width) {
        RowKey key = RowKey.all(width);
        return execution -> {
            var holding = new Holding(execution);
            return new Rows.Step(input.open(execution)) {
                private final RowTable<Counted> seen = new RowTable<>(key);

                @Override
                public @Nullable Object @Nullable [] next() {
                    for (var row = source.next(); row != null; row = source.next()) {
                        if (seen.find(row, key) == null) {
                            seen.add(new Counted(row));
                            holding.hold(row);
                            return row;
                        }
                    }
                    return null;
                }

                @Override
                public void close() {
                    super.close();
                    holding.close();
                }
            };
        };
    }

    /** The rows of the left side that the right side has too; with {@code all} as often as both have them. */
    public static Operator intersect(Operator left, Operator right, int width, boolean all) {
        return combine(left, right, width, all, true);
    }

    /** The rows of the left side that the right side does not have; with {@code all} as often as it has them less. */
    public static Operator except(Operator left, Operator right, int width, boolean all) {
        return combine(left, right, width, all, false);
    }

    private static Operator combine(Operator left, Operator right, int width, boolean all, boolean wantsPartner) {
        Operator source = all ? left : distinct(left, width);
        RowKey key = RowKey.all(width);
        return execution -> {
            var holding = new Holding(execution);
            return new Lazy(
                    () -> {
                        RowTable<Counted> partners = count(right, key, execution, holding);
                        return Rows.filter(source, (row, same) -> {
                                    Counted partner = partners.find(row, key);
                                    return (partner != null && partner.take(all)) == wantsPartner;
                                })
                                .open(execution);
                    },
                    holding::close);
        };
    }

    private static RowTable<Counted> count(Operator input, RowKey key, Execution execution, Holding holding) {
        var counts = new RowTable<Counted>(key);
        try (Cursor rows = input.open(execution)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                execution.checkCanceled();
                Counted known = counts.find(row, key);
                if (known != null) {
                    known.times++;
                } else {
                    holding.hold(row);
                    counts.add(new Counted(row));
                }
            }
        }
        return counts;
    }
}
