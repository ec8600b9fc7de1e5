package dev.penstock.scan;

import dev.penstock.spi.table.ColumnSource;
import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.GetCall;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.RowCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which calls answer a request: where its rows come from, and the way to each of its columns.
 *
 * @param table the table's name
 * @param entry where rows come from
 * @param columns the way to each column, in the order of the request
 * @param limit how many rows can be of use
 */
public record ScanPlan(String table, Entry entry, List<PlannedColumn> columns, OptionalLong limit) {

    /** Copies the columns. */
    public ScanPlan {
        columns = List.copyOf(columns);
    }

    /** The row calls that the columns need, each once. */
    List<RowCall<?, ?, ?>> rowCalls() {
        var calls = new ArrayList<RowCall<?, ?, ?>>();
        for (PlannedColumn column : columns) {
            if (column.way() instanceof ColumnSource.FromRowCall<?, ?, ?, ?> way && !calls.contains(way.call())) {
                calls.add(way.call());
            }
        }
        return calls;
    }

    /** The actions that the caller must be allowed, sorted. */
    public SortedSet<String> permissions() {
        var actions = new TreeSet<>(entry.actions());
        rowCalls().forEach(call -> actions.addAll(call.actions()));
        return actions;
    }

    /** The calls in one line, such as {@code aws_iam_user: iam:ListUsers; per row iam:GetUser}. */
    public String describe() {
        Set<String> perRow = new TreeSet<>(permissions());
        perRow.removeAll(entry.actions());
        String most = limit.isPresent() ? ", at most " + limit.getAsLong() + " rows" : "";
        return table + ": " + entry.describe() + most
                + (perRow.isEmpty() ? "" : "; per row " + String.join(", ", perRow));
    }

    /**
     * A column with the way that was chosen for it.
     *
     * @param type turns what the way gives into a canonical value
     */
    public record PlannedColumn(
            String name, ColumnSource.Way<?, ?, ?> way, dev.penstock.spi.table.ColumnType<?> type) {}

    /** Where rows come from. */
    public sealed interface Entry {

        /** Its actions. */
        List<String> actions();

        /** Its calls in a clause. */
        String describe();
    }

    /** From nowhere: the query allows no value of a key column. */
    record Nothing() implements Entry {
        @Override
        public List<String> actions() {
            return List.of();
        }

        @Override
        public String describe() {
            return "no call";
        }
    }

    /** From look-ups. An item counts only if its {@code own} key is the one asked for: services may ignore case. */
    record LookUp(
            GetCall<?, ?> call,
            Set<String> values,
            @Nullable Extractor<?, ?> own) implements Entry {
        @Override
        public List<String> actions() {
            return List.of(call.operation().action());
        }

        @Override
        public String describe() {
            return call.operation().action() + " for " + keys(call.column(), values);
        }
    }

    /** From the listing of the account. */
    record Listing(ListCall<?, ?> call, Map<String, String> filters) implements Entry {
        @Override
        public List<String> actions() {
            return List.of(call.operation().action());
        }

        @Override
        public String describe() {
            String narrowed = filters.entrySet().stream()
                    .map(filter -> filter.getKey() + " = '" + filter.getValue() + "'")
                    .collect(Collectors.joining(" and "));
            return call.operation().action() + (narrowed.isEmpty() ? "" : " where " + narrowed);
        }
    }

    /** From a listing per key that the query names; {@code own} as above. */
    record NamedKeys(
            ListCall<?, ?> call,
            String column,
            Set<String> values,
            @Nullable Extractor<?, ?> own) implements Entry {
        @Override
        public List<String> actions() {
            return List.of(call.operation().action());
        }

        @Override
        public String describe() {
            return call.operation().action() + " for " + keys(column, values);
        }
    }

    /** From a listing per key that a parent listing gives. */
    record Children(ListCall<?, ?> call, KeySource<?, ?> keys, ListCall<?, ?> parent) implements Entry {
        @Override
        public List<String> actions() {
            return List.of(parent.operation().action(), call.operation().action());
        }

        @Override
        public String describe() {
            return parent.operation().action() + ", then " + call.operation().action() + " per " + keys.column();
        }
    }

    private static String keys(String column, Set<String> values) {
        return values.size() == 1
                ? column + " = '" + values.iterator().next() + "'"
                : values.size() + " values of " + column;
    }
}
