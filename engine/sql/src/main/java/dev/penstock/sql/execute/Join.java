package dev.penstock.sql.execute;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of rows. The right side is read once and held; the left side streams.
 *
 * @param kind what happens to rows without a partner
 * @param partners how the partners of a left row are found
 * @param leftWidth columns of a left row
 * @param rightWidth columns of a right row
 * @param condition what a pair must satisfy besides, over the left row followed by the right one; null for nothing
 */
public record Join(
        Operator left,
        JoinKind kind,
        Partners.Source partners,
        int leftWidth,
        int rightWidth,
        @Nullable Evaluator condition)
        implements Operator {

    @Override
    public Cursor open(Execution execution) {
        return new Pairs(execution);
    }

    private final class Pairs implements Cursor {
        private final Execution execution;
        private final Holding holding;
        private final Cursor leftRows;
        private @Nullable Object @Nullable [] leftRow;
        private @Nullable Partners held;
        private boolean matched;
        private @Nullable Iterator<Partners.Held> unmatched;

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
                                : List.<Partners.Held>of().iterator();
                        break;
                    }
                    leftRow = current;
                    matched = false;
                    held().begin(current);
                }
                var pair = pairOf(current, held());
                if (pair != null) {
                    return pair;
                }
            }
            return unmatched != null && unmatched.hasNext()
                    ? joined(null, unmatched.next().row())
                    : null;
        }

        /** The next row that the current left row gives, null when it has no more; then the left row is done. */
        private @Nullable Object @Nullable [] pairOf(@Nullable Object[] row, Partners candidates) {
            for (var candidate = candidates.next(); candidate != null; candidate = candidates.next()) {
                if (condition == null && kind.givesLeftOnly()) {
                    matched = true;
                    break;
                }
                @Nullable Object[] pair = joined(row, candidate.row());
                if (condition == null || Boolean.TRUE.equals(condition.evaluate(pair, execution))) {
                    matched = true;
                    candidate.match();
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

        /** The right side, which is not read before there is a row that needs it. */
        private Partners held() {
            Partners known = held;
            if (known == null) {
                known = partners.open(execution, holding, kind.keepsRight());
                held = known;
            }
            return known;
        }

        private Iterator<Partners.Held> rightAlone() {
            return held().all().stream().filter(one -> !one.isMatched()).iterator();
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
            unmatched = List.<Partners.Held>of().iterator();
            holding.close();
        }
    }
}
