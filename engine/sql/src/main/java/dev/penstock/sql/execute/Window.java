package dev.penstock.sql.execute;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Each row, followed by what window functions give for it (PostgreSQL chapter 4.2.8). Rows come out partition by
 * partition, in the order of the window.
 *
 * @param partitionBy columns of the input; rows that agree in them make a partition
 * @param order of the rows inside a partition; rows that it does not tell apart are peers
 */
public record Window(Operator input, List<Integer> partitionBy, List<Sort.Key> order, List<Call> calls)
        implements Operator {

    /** Copies the lists. */
    public Window {
        partitionBy = List.copyOf(partitionBy);
        order = List.copyOf(order);
        calls = List.copyOf(calls);
    }

    /** A function and the rows around the current one that it looks at. */
    public record Call(WindowFunction function, Frame frame) {}

    @Override
    public Cursor open(Execution execution) {
        var holding = new Holding(execution);
        return new Lazy(() -> new Partitions(sorted(execution, holding), execution), holding::close);
    }

    private List<@Nullable Object[]> sorted(Execution execution, Holding holding) {
        var rows = new ArrayList<@Nullable Object[]>();
        try (Cursor cursor = input.open(execution)) {
            for (var row = cursor.next(); row != null; row = cursor.next()) {
                execution.checkCanceled();
                holding.hold(row);
                rows.add(row);
            }
        }
        var keys = new ArrayList<Sort.Key>();
        partitionBy.forEach(column -> keys.add(new Sort.Key(column, false, false)));
        keys.addAll(order);
        rows.sort(Sort.order(keys));
        return rows;
    }

    private final class Partitions implements Cursor {
        private final List<@Nullable Object[]> rows;
        private final Execution execution;
        private int end;
        private final RowKey key = new RowKey(partitionBy);
        private int place;
        private List<WindowFunction.OfPartition> functions = List.of();
        private WindowPartition partition;

        Partitions(List<@Nullable Object[]> rows, Execution execution) {
            this.rows = rows;
            this.execution = execution;
            this.partition = new WindowPartition(List.of(), order);
        }

        @Override
        public @Nullable Object @Nullable [] next() {
            execution.checkCanceled();
            if (place == partition.size()) {
                if (end == rows.size()) {
                    return null;
                }
                begin();
            }
            @Nullable Object[] row = partition.row(place);
            Object[] extended = new @Nullable Object[row.length + functions.size()];
            System.arraycopy(row, 0, extended, 0, row.length);
            for (int i = 0; i < functions.size(); i++) {
                extended[row.length + i] = functions.get(i).value(place);
            }
            place++;
            return extended;
        }

        private void begin() {
            int start = end;
            @Nullable Object[] first = rows.get(start);
            while (end < rows.size() && key.same(rows.get(end), first, key)) {
                end++;
            }
            partition = new WindowPartition(rows.subList(start, end), order);
            functions = calls.stream()
                    .map(call -> call.function().over(partition, call.frame(), execution))
                    .toList();
            place = 0;
        }

        @Override
        public void close() {
            end = rows.size();
            place = partition.size();
        }
    }
}
