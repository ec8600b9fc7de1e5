package dev.penstock.sql.plan;

import dev.penstock.spi.TablePlugin;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.calcite.schema.Table;
import org.jspecify.annotations.Nullable;

/** The tables of a schema by name. A table is made when a statement names it: a process rarely reads more than three. */
final class ApiTables extends AbstractMap<String, Table> {
    private final TablePlugin<?> plugin;
    private final List<String> connections;
    private final Set<String> names;
    private final Map<String, ApiTable> made = new ConcurrentHashMap<>();

    ApiTables(TablePlugin<?> plugin, List<String> connections) {
        this.plugin = plugin;
        this.connections = connections;
        this.names = Set.copyOf(plugin.tableNames());
    }

    /** Every table, in alphabetical order. */
    Stream<ApiTable> all() {
        return plugin.tableNames().stream().map(this::table);
    }

    private ApiTable table(String name) {
        return made.computeIfAbsent(name, wanted -> new ApiTable(plugin.table(wanted), connections));
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && names.contains(text);
    }

    @Override
    public @Nullable Table get(@Nullable Object name) {
        return name instanceof String text && names.contains(text) ? table(text) : null;
    }

    @Override
    public Set<String> keySet() {
        return names;
    }

    @Override
    public Set<Entry<String, Table>> entrySet() {
        var entries = new LinkedHashMap<String, Table>();
        all().forEach(table -> entries.put(table.definition().name(), table));
        return entries.entrySet();
    }
}
