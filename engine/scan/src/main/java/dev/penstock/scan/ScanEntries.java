package dev.penstock.scan;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.table.BulkRows;
import dev.penstock.spi.table.ColumnSource;
import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.GetCall;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ways in which the rows of a request can come about, the preferred first. */
final class ScanEntries {
    private final Table<?> table;
    private final Map<String, ? extends Set<String>> keys;
    private final Map<String, String> filters = new HashMap<>();

    ScanEntries(ScanRequest request) {
        this.table = request.table();
        this.keys = request.keys();
        for (String column : table.list().filters()) {
            Set<String> values = keys.get(column);
            if (values != null && values.size() == 1) {
                filters.put(column, values.iterator().next());
            }
        }
    }

    List<ScanEntry> all() {
        if (keys.values().stream().anyMatch(Set::isEmpty)) {
            return List.of(new ScanEntry.Nothing());
        }
        var entries = new ArrayList<ScanEntry>();
        Optional<ScanEntry> lookUp = lookUp();
        if (lookUp.isPresent() && lookUp.get() instanceof ScanEntry.Nothing) {
            return List.of(lookUp.get());
        }
        lookUp.ifPresent(entries::add);
        Optional<? extends KeySource<?, ?>> source = table.list().keys();
        if (source.isPresent()) {
            entries.add(perKey(source.get()));
            namedParents(source.get()).ifPresent(entries::add);
            return entries;
        }
        entries.addAll(keyedLists());
        List<ScanEntry.KeyCheck> checks = checks();
        entries.add(new ScanEntry.Listing(table.list(), filters, checks));
        if (!filters.isEmpty()) {
            // All of the listing may be at hand already.
            entries.add(new ScanEntry.Listing(table.list(), Map.of(), checks));
        }
        Optional<? extends BulkRows<?, ?, ?>> bulk = table.bulkRows();
        if (bulk.isPresent() && bulk.get().isComplete(keys)) {
            entries.add(new ScanEntry.Bulk(bulk.get(), checks));
        }
        return entries;
    }

    private Optional<ScanEntry> lookUp() {
        for (GetCall<?, ?> lookup : table.lookups()) {
            Set<String> values = keys.get(lookup.column());
            if (values != null) {
                Set<String> possible = values.stream()
                        .filter(value -> lookup.key().extract(value) != null)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                return Optional.of(
                        possible.isEmpty()
                                ? new ScanEntry.Nothing()
                                : new ScanEntry.LookUp(lookup, possible, own(lookup.column())));
            }
        }
        return Optional.empty();
    }

    /** The listings whose keys the query fixes all. */
    private List<ScanEntry> keyedLists() {
        var entries = new ArrayList<ScanEntry>();
        for (ListCall<?, ?> keyed : table.keyedLists()) {
            List<String> columns = keyed.keys().orElseThrow().columns();
            if (keys.keySet().containsAll(columns)) {
                entries.add(new ScanEntry.NamedKeys(keyed, columns, combinations(columns), Map.of(), null));
            }
        }
        return entries;
    }

    private ScanEntry perKey(KeySource<?, ?> source) {
        ListCall<?, ?> list = table.list();
        List<String> columns = source.columns();
        String first = columns.get(0);
        KeySource.Origin<?, ?> origin = source.origin();
        if (origin instanceof KeySource.Configured<?, ?> configured) {
            return new ScanEntry.ConfiguredKeys(list, first, configured, keys.get(first), filters);
        }
        List<String> missing =
                columns.stream().filter(column -> !keys.containsKey(column)).toList();
        if (missing.isEmpty()) {
            return new ScanEntry.NamedKeys(
                    list, columns, combinations(columns), filters, columns.size() == 1 ? own(first) : null);
        }
        if (origin instanceof KeySource.Known<?, ?> known) {
            return new ScanEntry.NamedKeys(list, columns, new LinkedHashSet<>(known.values()), filters, null);
        }
        if (origin instanceof KeySource.FromListing<?, ?> listing) {
            return new ScanEntry.Children(list, first, listing, null, filters);
        }
        String needed = String.join(
                " and ", missing.stream().map(column -> column + " = '...'").toList());
        throw new EngineException(ErrorCode.MISSING_KEY, table.name() + " needs " + needed + " in WHERE or in a join");
    }

    /** Many of the keys that the query names may not be in the account at all: the parent listing tells. */
    private Optional<ScanEntry> namedParents(KeySource<?, ?> source) {
        String column = source.columns().get(0);
        Set<String> named = keys.get(column);
        return named != null && source.origin() instanceof KeySource.FromListing<?, ?> listing
                ? Optional.of(new ScanEntry.Children(table.list(), column, listing, named, filters))
                : Optional.empty();
    }

    /** Every key that the allowed values of several columns make. */
    private Set<String> combinations(List<String> columns) {
        List<List<String>> parts = List.of(List.of());
        for (String column : columns) {
            var longer = new ArrayList<List<String>>();
            for (List<String> part : parts) {
                for (String value : Objects.requireNonNull(keys.get(column))) {
                    var more = new ArrayList<>(part);
                    more.add(value);
                    longer.add(more);
                }
            }
            parts = longer;
        }
        var combined = new LinkedHashSet<String>();
        parts.forEach(part -> combined.add(KeySource.joined(part)));
        return combined;
    }

    /** What can be seen of an item before any further call is made for it. */
    private List<ScanEntry.KeyCheck> checks() {
        var checks = new ArrayList<ScanEntry.KeyCheck>();
        keys.forEach((column, values) -> {
            Extractor<?, ?> own = own(column);
            if (own != null) {
                checks.add(new ScanEntry.KeyCheck(own, values, isLookUp(column)));
            }
        });
        return checks;
    }

    private boolean isLookUp(String column) {
        return table.lookups().stream().anyMatch(lookup -> lookup.column().equals(column));
    }

    /** What takes a column out of the row's own item; null if other calls fill it. */
    private @Nullable Extractor<?, ?> own(String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .flatMap(column -> column.source().ways().stream())
                .filter(way -> way instanceof ColumnSource.FromItem<?, ?, ?>)
                .findFirst()
                .<Extractor<?, ?>>map(way -> ((ColumnSource.FromItem<?, ?, ?>) way).extractor())
                .orElse(null);
    }
}
