package dev.penstock.sql.execute;

import dev.penstock.scan.KeyAdvice;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A join whose right side is asked for what the left rows need. Left rows are read until they have given a batch of
 * distinct keys; then the right rows of these are read, each key once. Where the first keys show that all right rows
 * cost fewer calls, they are all read.
 *
 * @param kind INNER, LEFT, SEMI or ANTI
 * @param right the side that takes keys
 * @param equal how partners are told
 * @param lookup the left columns that give the keys
 * @param condition as for {@link Join}
 */
public record LookupJoin(
        Operator left,
        JoinKind kind,
        KeyedSide right,
        EqualPartners equal,
        List<Integer> lookup,
        int leftWidth,
        int rightWidth,
        @Nullable Evaluator condition)
        implements Operator {
    private static final int FIRST_BATCH = 32;
    private static final int LARGEST_BATCH = 4096;
    /** Rows beyond these wait for no further key. */
    private static final int MOST_ROWS = 20_000;

    /** A side that can be read by keys. */
    public interface KeyedSide {

        /** Whether to look keys up, given those that are known so far. */
        KeyAdvice advice(Set<List<String>> keys, Execution execution);

        /** The rows that have one of these keys. */
        Cursor open(Set<List<String>> keys, Execution execution);

        /** All rows. */
        Cursor openAll(Execution execution);
    }

    @Override
    public Cursor open(Execution execution) {
        var batches = new Batches(execution);
        return new Join(
                        opened -> batches,
                        kind,
                        (opened, holding, keepsAll) -> batches.partners(),
                        leftWidth,
                        rightWidth,
                        condition)
                .open(execution);
    }

    /** The left rows, batch by batch, and the right rows of the batch. */
    private final class Batches extends Rows.Step {
        private final Execution execution;
        private final ArrayDeque<@Nullable Object[]> batch = new ArrayDeque<>();
        private final Set<List<String>> known = new HashSet<>();
        private Holding batchHolding;
        private Holding rightHolding;
        private EqualPartners.ByKey partners = equal.none();
        private int size = FIRST_BATCH;
        private boolean whole;

        Batches(Execution execution) {
            super(left.open(execution));
            this.execution = execution;
            this.batchHolding = new Holding(execution);
            this.rightHolding = new Holding(execution);
        }

        @Override
        public @Nullable Object @Nullable [] next() {
            if (batch.isEmpty() && !whole) {
                batchHolding.close();
                batchHolding = new Holding(execution);
                fill();
            }
            var row = batch.poll();
            return row == null && whole ? source.next() : row;
        }

        private void fill() {
            var fresh = new LinkedHashSet<List<String>>();
            for (var row = source.next(); row != null; row = source.next()) {
                execution.checkCanceled();
                batchHolding.hold(row);
                batch.add(row);
                List<String> key = key(row);
                if (key != null && !known.contains(key)) {
                    fresh.add(key);
                }
                if (batch.size() >= MOST_ROWS || (fresh.size() >= size && isFull(fresh))) {
                    break;
                }
            }
            if (!whole && !fresh.isEmpty()) {
                known.addAll(fresh);
                load(right.open(fresh, execution));
            }
        }

        /** Whether no more keys are waited for. */
        private boolean isFull(Set<List<String>> fresh) {
            var all = new HashSet<>(known);
            all.addAll(fresh);
            KeyAdvice advice = right.advice(all, execution);
            if (advice == KeyAdvice.LIST) {
                whole = true;
                rightHolding.close();
                rightHolding = new Holding(execution);
                partners = equal.none();
                load(right.openAll(execution));
                return true;
            }
            boolean enough = advice == KeyAdvice.LOOK_UP || size == LARGEST_BATCH;
            size = Math.min(LARGEST_BATCH, size * 2);
            return enough;
        }

        private void load(Cursor rows) {
            try (rows) {
                partners.addAll(rows, execution, rightHolding, false);
            }
        }

        /** The key of a row, null where a part of it is NULL: nothing equals that. */
        private @Nullable List<String> key(@Nullable Object[] row) {
            return lookup.stream().anyMatch(column -> row[column] == null)
                    ? null
                    : lookup.stream().map(column -> String.valueOf(row[column])).toList();
        }

        /** The partners of the batch that is under way. */
        Partners partners() {
            return new Partners() {
                @Override
                public void begin(@Nullable Object[] row) {
                    partners.begin(row);
                }

                @Override
                public @Nullable Held next() {
                    return partners.next();
                }

                @Override
                public List<Held> all() {
                    return partners.all();
                }
            };
        }

        @Override
        public void close() {
            super.close();
            batchHolding.close();
            rightHolding.close();
        }
    }
}
