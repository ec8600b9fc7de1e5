package dev.penstock.sql.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.calcite.jdbc.CalciteSchema;
import org.jspecify.annotations.Nullable;

/** The columns of the catalog's tables, by the names that statements use. */
final class TableColumns {
    private final CalciteSchema schema;
    private final List<List<String>> searchPath;
    private final Map<List<String>, Optional<List<String>>> known = new ConcurrentHashMap<>();

    TableColumns(CalciteSchema schema, List<List<String>> searchPath) {
        this.schema = schema;
        this.searchPath = searchPath;
    }

    /** The columns of a table, as its name stands in a query; empty if there is none. */
    Optional<List<String>> of(List<String> name) {
        return known.computeIfAbsent(List.copyOf(name), this::find);
    }

    /** The names of all tables. */
    Set<String> names() {
        var names = new TreeSet<String>();
        schema.getSubSchemaMap().values().forEach(sub -> names.addAll(sub.getTableNames()));
        return names;
    }

    private Optional<List<String>> find(List<String> name) {
        String table = name.get(name.size() - 1);
        if (name.size() > 1) {
            return columns(schema.getSubSchema(name.get(name.size() - 2), true), table);
        }
        return searchPath.stream()
                .flatMap(path -> columns(schema.getSubSchema(path.get(0), true), table).stream())
                .findFirst();
    }

    private static Optional<List<String>> columns(@Nullable CalciteSchema in, String table) {
        CalciteSchema.TableEntry entry = in == null ? null : in.getTable(table, true);
        return entry == null
                ? Optional.empty()
                : Optional.of(List.copyOf(
                        entry.getTable().getRowType(new PostgresTypeFactory()).getFieldNames()));
    }
}
