package dev.penstock.sql.execute;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Partners by equal keys; all rows where there are no keys.
 *
 * @param leftKeys columns that must equal {@code rightKeys}
 * @param notNull which of the keys are compared with {@code =}, to which NULL equals nothing; to the others it is a value
 */
public record EqualPartners(Operator right, List<Integer> leftKeys, List<Integer> rightKeys, List<Boolean> notNull)
        implements Partners.Source {

    @Override
    public Partners open(Execution execution, Holding holding, boolean keepsAll) {
        ByKey partners = none();
        try (Cursor rows = right.open(execution)) {
            partners.addAll(rows, execution, holding, keepsAll);
        }
        return partners;
    }

    /** No partners yet. */
    ByKey none() {
        return new ByKey(
                new RowTable<>(new RowKey(rightKeys)),
                new RowKey(only(rightKeys)),
                new RowKey(leftKeys),
                new RowKey(only(leftKeys)));
    }

    private List<Integer> only(List<Integer> keys) {
        return IntStream.range(0, keys.size())
                .filter(notNull::get)
                .mapToObj(keys::get)
                .toList();
    }

    /** Partners that can be added to. */
    static final class ByKey implements Partners {
        private final RowTable<Held> table;
        private final RowKey rightNeeded;
        private final RowKey key;
        private final RowKey needed;
        private @Nullable Held following;

        private ByKey(RowTable<Held> table, RowKey rightNeeded, RowKey key, RowKey needed) {
            this.table = table;
            this.rightNeeded = rightNeeded;
            this.key = key;
            this.needed = needed;
        }

        void addAll(Cursor rows, Execution execution, Holding holding, boolean keepsAll) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                execution.checkCanceled();
                if (keepsAll || !rightNeeded.hasNull(row)) {
                    holding.hold(row);
                    table.add(new Held(row));
                }
            }
        }

        @Override
        public void begin(@Nullable Object[] row) {
            following = needed.hasNull(row) ? null : table.find(row, key);
        }

        @Override
        public @Nullable Held next() {
            Held held = following;
            following = held == null ? null : held.next();
            return held;
        }

        @Override
        public List<Held> all() {
            return table.entries();
        }
    }
}
