package dev.penstock.sql.execute;

import dev.penstock.sql.function.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Rows in order. With a limit only so many are held.
 *
 * @param input the rows
 * @param keys the order, the first key first
 * @param most how many of the first rows are wanted
 */
public record Sort(Operator input, List<Key> keys, long most) implements Operator {
    private static final long MOST_IN_HEAP = 100_000;

    /** Copies the keys. */
    public Sort {
        keys = List.copyOf(keys);
    }

    /**
     * One key.
     *
     * @param column the row's column
     */
    public record Key(int column, boolean descending, boolean nullsFirst) {
        int compare(@Nullable Object[] left, @Nullable Object[] right) {
            Object a = left[column];
            Object b = right[column];
            if (a == null || b == null) {
                int order = Boolean.compare(a == null, b == null);
                return nullsFirst ? -order : order;
            }
            int order = Values.compare(a, b);
            return descending ? -order : order;
        }
    }

    @Override
    public Cursor open(Execution execution) {
        var holding = new Holding(execution);
        return new Lazy(
                () -> most <= MOST_IN_HEAP ? first(execution, holding) : all(execution, holding), holding::close);
    }

    /** The order of rows by these keys. */
    public static Comparator<@Nullable Object[]> order(List<Key> keys) {
        return (left, right) -> {
            for (Key key : keys) {
                int order = key.compare(left, right);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private Cursor all(Execution execution, Holding holding) {
        var rows = new ArrayList<@Nullable Object[]>();
        try (Cursor cursor = input.open(execution)) {
            for (var row = cursor.next(); row != null; row = cursor.next()) {
                execution.checkCanceled();
                holding.hold(row);
                rows.add(row);
            }
        }
        rows.sort(order(keys));
        return Rows.over(rows);
    }

    /** Holds the first rows only; equal rows keep the order in which they came. */
    private Cursor first(Execution execution, Holding holding) {
        if (most == 0) {
            return Rows.over(List.of());
        }
        Comparator<@Nullable Object[]> byKeys = order(keys);
        Comparator<Numbered> order = Comparator.comparing(Numbered::row, byKeys).thenComparingLong(Numbered::number);
        var worstFirst = new PriorityQueue<>(order.reversed());
        try (Cursor cursor = input.open(execution)) {
            long number = 0;
            for (var row = cursor.next(); row != null; row = cursor.next()) {
                execution.checkCanceled();
                if (worstFirst.size() < most) {
                    holding.hold(row);
                    worstFirst.add(new Numbered(row, number++));
                } else if (byKeys.compare(row, worstFirst.element().row()) < 0) {
                    worstFirst.remove();
                    worstFirst.add(new Numbered(row, number++));
                }
            }
        }
        var rows = new ArrayList<>(worstFirst);
        rows.sort(order);
        return Rows.over(rows.stream().map(Numbered::row).toList());
    }

    /** A row and its place in the input. */
    private static final class Numbered {
        private final @Nullable Object[] row;
        private final long number;

        Numbered(@Nullable Object[] row, long number) {
            this.row = row;
            this.number = number;
        }

        @Nullable
        Object[] row() {
            return row;
        }

        long number() {
            return number;
        }
    }
}
