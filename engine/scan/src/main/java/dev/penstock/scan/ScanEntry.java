package dev.penstock.scan;

import dev.penstock.spi.table.BulkRows;
import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.GetCall;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.ListCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the rows of a scan come from. */
public sealed interface ScanEntry {

    /** Its actions. */
    List<String> actions();

    /** Its calls in a clause. */
    String describe();

    /** From nowhere: the query allows no value of a key column. */
    record Nothing() implements ScanEntry {
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
            @Nullable Extractor<?, ?> own) implements ScanEntry {
        @Override
        public List<String> actions() {
            return call.operation().actions();
        }

        @Override
        public String describe() {
            return call.operation().action() + " for " + keys(List.of(call.column()), values);
        }
    }

    /** From the listing of the account; only items that pass the checks become rows. */
    record Listing(ListCall<?, ?> call, Map<String, String> filters, List<KeyCheck> checks) implements ScanEntry {
        @Override
        public List<String> actions() {
            return call.operation().actions();
        }

        @Override
        public String describe() {
            return call.operation().action() + narrowed(filters);
        }
    }

    /** From a bulk answer, checked as above. */
    record Bulk(BulkRows<?, ?, ?> rows, List<KeyCheck> checks) implements ScanEntry {
        @Override
        public List<String> actions() {
            return rows.call().operation().actions();
        }

        @Override
        public String describe() {
            return rows.call().operation().action();
        }
    }

    /** From a listing per key that the query or the table names; {@code own} as above. */
    record NamedKeys(
            ListCall<?, ?> call,
            List<String> columns,
            Set<String> values,
            Map<String, String> filters,
            @Nullable Extractor<?, ?> own)
            implements ScanEntry {
        @Override
        public List<String> actions() {
            return call.operation().actions();
        }

        @Override
        public String describe() {
            return call.operation().action() + " for " + keys(columns, values) + narrowed(filters);
        }
    }

    /** From a listing per key that the connection's configuration gives, of those that the query allows. */
    record ConfiguredKeys(
            ListCall<?, ?> call,
            String column,
            KeySource.Configured<?, ?> keys,
            @Nullable Set<String> allowed,
            Map<String, String> filters)
            implements ScanEntry {
        @Override
        public List<String> actions() {
            return call.operation().actions();
        }

        @Override
        public String describe() {
            return call.operation().action() + " for each " + column + narrowed(filters);
        }
    }

    /** From a listing per key that a parent listing gives, of those that the query allows. */
    record Children(
            ListCall<?, ?> call,
            String column,
            KeySource.FromListing<?, ?> keys,
            @Nullable Set<String> allowed,
            Map<String, String> filters)
            implements ScanEntry {
        @Override
        public List<String> actions() {
            var actions = new ArrayList<>(keys.parent().operation().actions());
            actions.addAll(call.operation().actions());
            return actions;
        }

        @Override
        public String describe() {
            String per =
                    allowed == null ? " per " + column : " for those of " + ScanEntry.keys(List.of(column), allowed);
            return keys.parent().operation().action() + ", then "
                    + call.operation().action() + per + narrowed(filters);
        }
    }

    /**
     * What an item must have to become a row: one of these values of a column that it fills itself.
     *
     * @param unique whether each value belongs to one row at most
     */
    record KeyCheck(Extractor<?, ?> own, Set<String> values, boolean unique) {
        @SuppressWarnings("unchecked") // an extractor of the table's own items
        boolean passes(Object item) {
            Object value = ((Extractor<Object, Object>) own).extract(item);
            return value != null && values.contains(value.toString());
        }
    }

    private static String narrowed(Map<String, String> filters) {
        String narrowed = filters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(filter -> filter.getKey() + " = '" + filter.getValue() + "'")
                .collect(Collectors.joining(" and "));
        return narrowed.isEmpty() ? "" : " where " + narrowed;
    }

    private static String keys(List<String> columns, Set<String> values) {
        if (values.size() != 1) {
            return values.size() + " values of " + String.join(", ", columns);
        }
        List<String> parts = KeySource.parts(values.iterator().next());
        var pairs = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            pairs.add(columns.get(i) + " = '" + parts.get(i) + "'");
        }
        return String.join(" and ", pairs);
    }
}
