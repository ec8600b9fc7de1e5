package dev.penstock.scan;

import dev.penstock.spi.table.BulkCall;
import dev.penstock.spi.table.ColumnSource;
import dev.penstock.spi.table.ColumnType;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.RowCall;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which calls answer a request: where its rows come from, and the way to each of its columns.
 *
 * @param table the table's name
 * @param list the table's own listing
 * @param entry where rows come from
 * @param columns the way to each column, in the order of the request
 * @param limit how many rows can be of use
 */
public record ScanPlan(
        String table, ListCall<?, ?> list, ScanEntry entry, List<PlannedColumn> columns, OptionalLong limit) {

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

    /** The bulk answers that rows and columns need, each once. */
    Set<BulkCall<?, ?>> bulks() {
        var bulks = new LinkedHashSet<BulkCall<?, ?>>();
        if (entry instanceof ScanEntry.Bulk bulk) {
            bulks.add(bulk.rows().call());
        }
        for (PlannedColumn column : columns) {
            if (column.way() instanceof ColumnSource.FromBulk<?, ?, ?, ?> way) {
                bulks.add(way.call());
            }
        }
        return bulks;
    }

    /** The actions that the caller must be allowed, sorted. */
    public SortedSet<String> permissions() {
        var actions = forAllRows();
        rowCalls().forEach(call -> actions.addAll(call.actions()));
        for (PlannedColumn column : columns) {
            if (column.way() instanceof ColumnSource.FromBulk<?, ?, ?, ?> bulk
                    && bulk.call().named() != null) {
                actions.addAll(column.otherwiseActions());
            }
        }
        return actions;
    }

    /** The same and those for rows that a bulk answer should name, but are newer than it. */
    SortedSet<String> allPermissions() {
        SortedSet<String> actions = permissions();
        columns.forEach(column -> actions.addAll(column.otherwiseActions()));
        return actions;
    }

    /** The calls in one line, such as {@code aws_iam_user: iam:ListUsers; per row iam:GetUser}. */
    public String describe() {
        return table + ": " + calls();
    }

    /** The same without the table. */
    public String calls() {
        Set<String> joined = new TreeSet<>();
        bulks().forEach(bulk -> joined.addAll(bulk.operation().actions()));
        joined.removeAll(entry.actions());
        Set<String> perRow = new TreeSet<>(permissions());
        perRow.removeAll(forAllRows());
        String most = limit.isPresent() ? ", at most " + limit.getAsLong() + " rows" : "";
        return entry.describe()
                + (joined.isEmpty() ? "" : ", joined with " + String.join(", ", joined))
                + most
                + (perRow.isEmpty() ? "" : "; per row " + String.join(", ", perRow));
    }

    private SortedSet<String> forAllRows() {
        var actions = new TreeSet<>(entry.actions());
        bulks().forEach(bulk -> actions.addAll(bulk.operation().actions()));
        return actions;
    }

    /**
     * A column with the way that was chosen for it.
     *
     * @param otherwise the way for a row of which a bulk answer says nothing; null if there is none
     * @param type turns what the way gives into a canonical value
     */
    public record PlannedColumn(
            String name,
            ColumnSource.Way<?, ?, ?> way,
            ColumnSource.@Nullable FromRowCall<?, ?, ?, ?> otherwise,
            ColumnType<?> type) {

        private List<String> otherwiseActions() {
            return otherwise == null ? List.of() : otherwise.actions();
        }
    }
}
