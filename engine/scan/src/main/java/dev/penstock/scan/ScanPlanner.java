package dev.penstock.scan;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.table.Column;
import dev.penstock.spi.table.ColumnSource;
import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.GetCall;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Picks the calls for a request: the look-up or listing that gives the rows, and the cheapest way to each column. */
final class ScanPlanner {
    private ScanPlanner() {}

    static ScanPlan plan(ScanRequest request) {
        ScanPlan.Entry entry = entry(request);
        var columns = new ArrayList<ScanPlan.PlannedColumn>();
        for (int index : request.columns()) {
            Column<?, ?, ?> column = request.table().columns().get(index);
            columns.add(new ScanPlan.PlannedColumn(column.name(), way(request.table(), column, entry), column.type()));
        }
        return new ScanPlan(request.table().name(), entry, columns, request.limit());
    }

    private static ScanPlan.Entry entry(ScanRequest request) {
        Table<?> table = request.table();
        Map<String, ? extends Set<String>> keys = request.keys();
        if (keys.values().stream().anyMatch(Set::isEmpty)) {
            return new ScanPlan.Nothing();
        }
        for (GetCall<?, ?> lookup : table.lookups()) {
            Set<String> values = keys.get(lookup.column());
            if (values != null) {
                return new ScanPlan.LookUp(lookup, values, own(table, lookup.column()));
            }
        }
        ListCall<?, ?> list = table.list();
        Optional<? extends KeySource<?, ?>> source = list.keys();
        return source.isPresent() ? perKey(table, list, source.get(), keys) : listing(list, keys);
    }

    /** What takes a column out of the row's own item; null if other calls fill it. */
    private static @Nullable Extractor<?, ?> own(Table<?> table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .flatMap(column -> column.source().ways().stream())
                .filter(way -> way instanceof ColumnSource.FromItem<?, ?, ?>)
                .findFirst()
                .<Extractor<?, ?>>map(way -> ((ColumnSource.FromItem<?, ?, ?>) way).extractor())
                .orElse(null);
    }

    private static ScanPlan.Entry listing(ListCall<?, ?> list, Map<String, ? extends Set<String>> keys) {
        var filters = new HashMap<String, String>();
        for (String column : list.filters()) {
            Set<String> values = keys.get(column);
            if (values != null && values.size() == 1) {
                filters.put(column, values.iterator().next());
            }
        }
        return new ScanPlan.Listing(list, filters);
    }

    private static ScanPlan.Entry perKey(
            Table<?> table, ListCall<?, ?> list, KeySource<?, ?> source, Map<String, ? extends Set<String>> keys) {
        Set<String> values = keys.get(source.column());
        if (values != null) {
            return new ScanPlan.NamedKeys(list, source.column(), values, own(table, source.column()));
        }
        ListCall<?, ?> parent = source.parent();
        if (parent == null) {
            throw new EngineException(
                    ErrorCode.MISSING_KEY,
                    table.name() + " needs " + source.column() + " = '...' in WHERE or in a join");
        }
        return new ScanPlan.Children(list, source, parent);
    }

    /** The first way that costs nothing, or else the first that is open. */
    private static ColumnSource.Way<?, ?, ?> way(Table<?> table, Column<?, ?, ?> column, ScanPlan.Entry entry) {
        List<? extends ColumnSource.Way<?, ?, ?>> open = column.source().ways().stream()
                .filter(way -> isOpen(way, entry))
                .toList();
        for (ColumnSource.Way<?, ?, ?> way : open) {
            if (!(way instanceof ColumnSource.FromRowCall<?, ?, ?, ?>)) {
                return way;
            }
        }
        if (open.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INTERNAL, "no call can fill " + table.name() + "." + column.name() + " here");
        }
        return open.get(0);
    }

    private static boolean isOpen(ColumnSource.Way<?, ?, ?> way, ScanPlan.Entry entry) {
        if (way instanceof ColumnSource.FromParent<?, ?, ?, ?>) {
            return entry instanceof ScanPlan.Children;
        }
        // A listing of the whole account pays only where the whole account is listed.
        return !(way instanceof ColumnSource.FromBulk<?, ?, ?, ?>);
    }
}
