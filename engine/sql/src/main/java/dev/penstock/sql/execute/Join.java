package dev.penstock.sql.execute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of rows. The right side is read once and held, by its keys where there are any; the left side streams.
 *
 * @param kind what happens to rows without a partner
 * @param leftWidth columns of a left row
 * @param rightWidth columns of a right row
 * @param leftKeys columns that must equal {@code rightKeys}; none for a nested loop. NULL equals nothing
 * @param condition what a pair must satisfy besides, over the left row followed by the right one
 */
public record Join(
        Operator left,
        Operator right,
        JoinKind kind,
        int leftWidth,
        int rightWidth,
        List<Integer> leftKeys,
        List<Integer> rightKeys,
        Evaluator condition)
        implements Operator {

    @Override
    public Cursor open(Execution execution) {
        return new Pairs(execution);
    }

    private final class Pairs implements Cursor {
        private final Execution execution;
        private final Cursor leftRows;
        private final List<Held> held = new ArrayList<>();
        private final Map<List<@Nullable Object>, List<Held>> byKey = new HashMap<>();
        private @Nullable Object @Nullable [] leftRow;
        private Iterator<Held> partners = List.<Held>of().iterator();
        private boolean matched;
        private boolean built;
        private @Nullable Iterator<Held> unmatched;

        Pairs(Execution execution) {
            this.execution = execution;
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
            return unmatched != null && unmatched.hasNext() ? joined(null, unmatched.next().row) : null;
        }

        private void begin(@Nullable Object[] row) {
            if (!built) {
                build();
            }
            leftRow = row;
            matched = false;
            partners = candidates(row).iterator();
        }

        /** The next row that the current left row gives, null when it has no more; then the left row is done. */
        private @Nullable Object @Nullable [] pairOf(@Nullable Object[] row) {
            while (partners.hasNext()) {
                Held partner = partners.next();
                @Nullable Object[] pair = joined(row, partner.row);
                if (Boolean.TRUE.equals(condition.evaluate(pair, execution))) {
                    matched = true;
                    partner.matched = true;
                    if (!kind.givesLeftOnly()) {
                        return pair;
                    }
                    partners = List.<Held>of().iterator();
                }
            }
            leftRow = null;
            if (kind == JoinKind.SEMI) {
                return matched ? row : null;
            }
            if (kind == JoinKind.ANTI) {
                return matched ? null : row;
            }
            return !matched && kind.keepsLeft() ? joined(row, null) : null;
        }

        private void build() {
            built = true;
            try (Cursor rows = right.open(execution)) {
                for (var row = rows.next(); row != null; row = rows.next()) {
                    execution.memory().hold(row);
                    var one = new Held(row);
                    held.add(one);
                    if (!rightKeys.isEmpty() && !hasNull(row, rightKeys)) {
                        byKey.computeIfAbsent(Rows.key(row, rightKeys), key -> new ArrayList<>())
                                .add(one);
                    }
                }
            }
        }

        private List<Held> candidates(@Nullable Object[] row) {
            if (leftKeys.isEmpty()) {
                return held;
            }
            return hasNull(row, leftKeys) ? List.of() : byKey.getOrDefault(Rows.key(row, leftKeys), List.of());
        }

        private Iterator<Held> rightAlone() {
            if (!built) {
                build();
            }
            return held.stream().filter(one -> !one.matched).iterator();
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
        }
    }

    private static boolean hasNull(@Nullable Object[] row, List<Integer> columns) {
        return columns.stream().anyMatch(column -> row[column] == null);
    }

    private static final class Held {
        private final @Nullable Object[] row;
        private boolean matched;

        Held(@Nullable Object[] row) {
            this.row = row;
        }
    }
}
