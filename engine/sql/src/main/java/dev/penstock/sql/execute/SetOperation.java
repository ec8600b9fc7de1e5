package dev.penstock.sql.execute;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Set operations; rows are equal where SQL says that they are not distinct. */
public final class SetOperation {
    private SetOperation() {}

    /** Each row once, where it first came. */
    public static Operator distinct(Operator input) {
        return execution -> new Rows.Step(input.open(execution)) {
            private final HashSet<List<@Nullable Object>> seen = new HashSet<>();

            @Override
            public @Nullable Object @Nullable [] next() {
                for (var row = source.next(); row != null; row = source.next()) {
                    if (seen.add(Rows.key(row))) {
                        execution.memory().hold(row);
                        return row;
                    }
                }
                return null;
            }
        };
    }

    /** The rows of the left side that the right side has too; with {@code all} as often as both have them. */
    public static Operator intersect(Operator left, Operator right, boolean all) {
        return combine(left, right, all, true);
    }

    /** The rows of the left side that the right side does not have; with {@code all} as often as it has them less. */
    public static Operator except(Operator left, Operator right, boolean all) {
        return combine(left, right, all, false);
    }

    private static Operator combine(Operator left, Operator right, boolean all, boolean wantsPartner) {
        Operator source = all ? left : distinct(left);
        return execution -> new Lazy(() -> {
            Map<List<@Nullable Object>, Integer> partners = count(right, execution);
            return Rows.filter(source, (row, same) -> {
                        List<@Nullable Object> key = Rows.key(row);
                        int remaining = partners.getOrDefault(key, 0);
                        if (remaining > 0 && all) {
                            partners.put(key, remaining - 1);
                        }
                        return remaining > 0 == wantsPartner;
                    })
                    .open(execution);
        });
    }

    private static Map<List<@Nullable Object>, Integer> count(Operator input, Execution execution) {
        var counts = new HashMap<List<@Nullable Object>, Integer>();
        try (Cursor rows = input.open(execution)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                execution.memory().hold(row);
                counts.merge(Rows.key(row), 1, Integer::sum);
            }
        }
        return counts;
    }
}
