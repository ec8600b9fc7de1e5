package dev.penstock.cli.output;

import dev.penstock.spi.table.Column;
import dev.penstock.spi.table.ColumnSource;
import dev.penstock.spi.table.ColumnSource.Way;
import dev.penstock.spi.table.Example;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What there is to know of a table before it is asked, taken from its definition.
 *
 * @param rows where its rows come from, a line for each way
 * @param permissions every action that its columns and keys can need
 */
public record TablePage(
        String name,
        String description,
        List<String> rows,
        List<PageColumn> columns,
        List<String> permissions,
        List<Example> examples) {

    /** Copies the lists. */
    public TablePage {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        permissions = List.copyOf(permissions);
        examples = List.copyOf(examples);
    }

    /** The page of a table. */
    public static TablePage of(Table<?> table) {
        Set<String> keys = table.keyColumns();
        return new TablePage(
                table.name(),
                table.description(),
                rows(table),
                table.columns().stream()
                        .map(column -> column(column, keys.contains(column.name())))
                        .toList(),
                table.actions().stream().sorted().toList(),
                table.examples());
    }

    private static List<String> rows(Table<?> table) {
        var rows = new ArrayList<String>();
        table.lookups().forEach(lookup -> rows.add(lookup.operation().action() + ": one row by " + lookup.column()));
        table.keyedLists().forEach(keyed -> rows.add(listing(keyed)));
        rows.add(listing(table.list()));
        table.bulkRows()
                .ifPresent(bulk -> rows.add(bulk.call().operation().action() + ": all rows at once"
                        + (bulk.completeFor().isEmpty()
                                ? ""
                                : " where " + String.join(" or ", conditions(bulk.completeFor())))));
        return rows;
    }

    private static List<String> conditions(Map<String, String> fixed) {
        return fixed.entrySet().stream()
                .map(column -> column.getKey() + " = " + column.getValue())
                .sorted()
                .toList();
    }

    private static String listing(ListCall<?, ?> list) {
        var line = new StringBuilder(list.operation().action()).append(": ");
        KeySource<?, ?> keys = list.keys().orElse(null);
        if (keys == null) {
            line.append("the listing");
        } else {
            String columns = String.join(" and ", keys.columns());
            line.append("the rows of each ").append(columns);
            if (keys.origin() instanceof KeySource.FromQuery<?, ?>) {
                line.append(", which a query must name");
            } else if (keys.origin() instanceof KeySource.FromListing<?, ?> listing) {
                line.append(", of those that a query names or else of all that ")
                        .append(listing.parent().operation().action())
                        .append(" lists");
            } else {
                line.append(", of those that a query names or else of all");
            }
        }
        if (!list.filters().isEmpty()) {
            line.append("; narrowed by ")
                    .append(String.join(", ", list.filters().stream().sorted().toList()));
        }
        return line.toString();
    }

    private static PageColumn column(Column<?, ?, ?> column, boolean key) {
        var calls = new LinkedHashSet<String>();
        column.source().ways().forEach(way -> calls.add(call(way)));
        return new PageColumn(
                column.name(),
                column.type().sqlName(),
                key,
                calls.contains("") && calls.size() == 1 ? List.of() : List.copyOf(calls),
                column.description());
    }

    /** The call that fills a column in a way; empty where it comes with the row. */
    private static String call(Way<?, ?, ?> way) {
        if (way instanceof ColumnSource.FromRowCall<?, ?, ?, ?> asked) {
            return String.join(" and ", way.actions()) + (asked.call().isOnce() ? ", once" : ", per row");
        }
        if (way instanceof ColumnSource.FromBulk<?, ?, ?, ?>) {
            return String.join(" and ", way.actions()) + ", for all rows";
        }
        if (way instanceof ColumnSource.FromKey<?, ?> key) {
            return "from the key, where a query names "
                    + String.join(" and ", key.keys().columns());
        }
        return way instanceof ColumnSource.FromItem<?, ?, ?> ? "" : "with the listed row";
    }

    /**
     * A column.
     *
     * @param key whether {@code =} or {@code in} on it narrows the calls
     * @param calls the ways to its value beside the call that gives the row, of which the cheapest is taken
     */
    public record PageColumn(String name, String type, boolean key, List<String> calls, String description) {
        /** Copies the calls. */
        public PageColumn {
            calls = List.copyOf(calls);
        }
    }
}
