package dev.penstock.sql.execute;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of rows. The right side is read once and held, by its keys where there are any; the left side streams.
 *
 * @param kind what happens to rows without a partner
 * @param leftWidth columns of a left row
 * @param rightWidth columns of a right row
 * @param leftKeys columns that must equal {@code rightKeys}; none for a nested loop
 * @param notNull which of the keys are compared with {@code =}, to which NULL equals nothing; to the others it is a value
 * @param condition what a pair must satisfy besides, over the left row followed by the right one; null for nothing
 */
public record Join(
        Operator left,
        Operator right,
        JoinKind kind,
        int leftWidth,
        int rightWidth,
        List<Integer> leftKeys,
        List<Integer> rightKeys,
        List<Boolean> notNull,
        @Nullable Evaluator condition)
        implements Operator {

    @Override
    public Cursor open(Execution execution) {
        return new Pairs(execution);
    }

    private List<Integer> only(List<Integer> keys) {
        return IntStream.range(0, keys.size())
                .filter(notNull::get)
                .mapToObj(keys::get)
                .toList();
    }

    private final class Pairs implements Cursor {
        private final Execution execution;
        private final Holding holding;
        private final Cursor leftRows;
        private final RowKey leftKey = new RowKey(leftKeys);
        private final RowKey rightKey = new RowKey(rightKeys);
        private final RowKey leftNotNull = new RowKey(only(leftKeys));
        private final RowKey rightNotNull = new RowKey(only(rightKeys));
        private final RowTable<Held> held = new RowTable<>(rightKey);
        private @Nullable Object @Nullable [] leftRow;
        private @Nullable Held partner;
        private boolean matched;
        private boolean built;
        private @Nullable Iterator<Held> unmatched;

        Pairs(Execution execution) {
            this.execution = execution;
            this.holding = new Holding(execution);
            this.leftRows = left.open(execution);
        }

        @Override
        public @Nullable Object @Nullable [] next() {
            while (unmatched == null) {
                execution.checkCanceled();
                @Nullable Object[] current = leftRow;
                if (current == null) {
                    current = leftRows.next();
                    if (current == null) {
                        unmatched = kind.keepsRight()
                                ? rightAlone()
                                : List.<Held>of().iterator();
                        break;
                    }
                    begin(current);
                }
                var pair = pairOf(current);
                if (pair != null) {
                    return pair;
                }
            }
            return unmatched != null && unmatched.hasNext() ? joined(null, unmatched.next().row()) : null;
        }

        private void begin(@Nullable Object[] row) {
            build();
            leftRow = row;
            matched = false;
            partner = leftNotNull.hasNull(row) ? null : held.find(row, leftKey);
        }

        /** The next row that the current left row gives, null when it has no more; then the left row is done. */
        private @Nullable Object @Nullable [] pairOf(@Nullable Object[] row) {
            for (Held candidate = partner; candidate != null; candidate = partner) {
                partner = candidate.next();
                if (condition == null && kind.givesLeftOnly()) {
                    matched = true;
                    break;
                }
                @Nullable Object[] pair = joined(row, candidate.row());
                if (condition == null || Boolean.TRUE.equals(condition.evaluate(pair, execution))) {
                    matched = true;
                    candidate.matched = true;
                    if (!kind.givesLeftOnly()) {
                        return pair;
                    }
                    break;
                }
            }
            leftRow = null;
            return switch (kind) {
                case SEMI -> matched ? row : null;
                case ANTI -> matched ? null : row;
                case LEFT, FULL -> matched ? null : joined(row, null);
                case INNER, RIGHT -> null;
            };
        }

        private void build() {
            if (built) {
                return;
            }
            built = true;
            try (Cursor rows = right.open(execution)) {
                for (var row = rows.next(); row != null; row = rows.next()) {
                    execution.checkCanceled();
                    // A row without a key has no partner: it is of use only if it comes alone.
                    if (kind.keepsRight() || !rightNotNull.hasNull(row)) {
                        holding.hold(row);
                        held.add(new Held(row));
                    }
                }
            }
        }

        private Iterator<Held> rightAlone() {
            build();
            return held.entries().stream().filter(one -> !one.matched).iterator();
        }

        private @Nullable Object[] joined(
                @Nullable Object @Nullable [] leftPart, @Nullable Object @Nullable [] rightPart) {
            Object[] row = new @Nullable Object[leftWidth + rightWidth];
            if (leftPart != null) {
                System.arraycopy(leftPart, 0, row, 0, leftWidth);
            }
            if (rightPart != null) {
                System.arraycopy(rightPart, 0, row, leftWidth, rightWidth);
            }
            return row;
        }

        @Override
        public void close() {
            leftRows.close();
            unmatched = List.<Held>of().iterator();
            holding.close();
        }
    }

    private static final class Held extends RowTable.Entry<Held> {
        private boolean matched;

        Held(@Nullable Object[] row) {
            super(row);
        }
    }
}
