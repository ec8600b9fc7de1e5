package dev.penstock.scan;

import dev.penstock.spi.table.Table;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a query wants of a table.
 *
 * @param table the table
 * @param columns indexes into {@link Table#columns()}, in the order in which rows carry them
 * @param keys for key columns that the query fixes: the values that it allows. Rows may still differ; the caller checks
 * @param limit how many rows can be of use, where no check above the scan drops any
 */
public record ScanRequest(
        Table<?> table, List<Integer> columns, Map<String, ? extends Set<String>> keys, OptionalLong limit) {

    /** The same request, whose rows have one of these values in a column, too. */
    public ScanRequest with(String column, Set<String> values) {
        Map<String, Set<String>> narrowed = new HashMap<>(keys);
        narrowed.merge(column, Set.copyOf(values), (some, others) -> {
            Set<String> both = new LinkedHashSet<>(some);
            both.retainAll(others);
            return both;
        });
        return new ScanRequest(table, columns, narrowed, limit);
    }

    /** Copies the columns and keys. */
    public ScanRequest {
        columns = List.copyOf(columns);
        keys = Map.copyOf(keys);
    }
}
