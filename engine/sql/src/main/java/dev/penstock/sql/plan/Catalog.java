package dev.penstock.sql.plan;

import dev.penstock.spi.TablePlugin;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import dev.penstock.spi.table.Column;
import dev.penstock.spi.table.Table;
import dev.penstock.sql.CatalogTable;
import dev.penstock.sql.CatalogTable.CatalogColumn;
import dev.penstock.sql.Sources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.impl.AbstractSchema;

/**
 * The schemas of a session: one for each connection that is not hidden, and one for each aggregate. For a plugin with
 * several connections that no configured aggregate is for, there is an aggregate over all of them, named as the plugin,
 * or {@code <plugin>_all} where something has that name; it comes first on the path.
 */
public final class Catalog {
    private final Map<String, TablePlugin<?>> plugins;
    private final Map<String, ApiTables> schemas;
    private final List<String> searchPath;

    private Catalog(Catalog same, List<String> searchPath) {
        this.plugins = same.plugins;
        this.schemas = same.schemas;
        this.searchPath = List.copyOf(searchPath);
    }

    /** The schemas over these sources. Nothing is connected. */
    public Catalog(Sources sources, Map<String, TablePlugin<?>> plugins) {
        this.plugins = plugins;
        this.schemas = new LinkedHashMap<>();
        sources.organizations().stream().findFirst().ifPresent(organization -> {
            throw new EngineException(
                    ErrorCode.NOT_SUPPORTED,
                    organization.management().origin() + ": the accounts of the organization \"" + organization.name()
                            + "\" can't be found by asking yet; configure a connection for each");
        });
        Map<String, List<String>> byPlugin = byPlugin(sources);
        Map<String, String> ofConnections = new HashMap<>();
        byPlugin.forEach((plugin, names) -> names.forEach(name -> ofConnections.put(name, plugin)));
        List<String> first = new ArrayList<>();
        byPlugin.forEach((plugin, names) -> {
            if (names.size() > 1
                    && sources.aggregates().stream()
                            .noneMatch(aggregate -> aggregate.plugin().equals(plugin))) {
                String name = ofConnections.containsKey(plugin) ? plugin + "_all" : plugin;
                addSchema(name, plugin, names);
                first.add(name);
            }
        });
        var rest = new TreeMap<String, Runnable>();
        ofConnections.forEach((name, plugin) -> {
            if (!sources.hidden().contains(name)) {
                rest.put(name, () -> addSchema(name, plugin, List.of(name)));
            }
        });
        sources.aggregates()
                .forEach(aggregate -> rest.put(
                        aggregate.name(), () -> addSchema(aggregate.name(), aggregate.plugin(), aggregate.members())));
        rest.values().forEach(Runnable::run);
        this.searchPath = path(sources, first, rest.keySet());
    }

    private Map<String, List<String>> byPlugin(Sources sources) {
        var byPlugin = new LinkedHashMap<String, List<String>>();
        sources.connections()
                .forEach(connection -> byPlugin.computeIfAbsent(connection.plugin(), name -> new ArrayList<>())
                        .add(connection.name()));
        return byPlugin;
    }

    /** Names without a schema are passed over, as PostgreSQL does. */
    private List<String> path(Sources sources, List<String> first, Set<String> rest) {
        var path = new LinkedHashSet<>(sources.searchPathPrefix());
        if (sources.searchPath().isEmpty()) {
            path.addAll(first);
            path.addAll(rest);
        } else {
            path.addAll(sources.searchPath());
        }
        path.retainAll(schemas.keySet());
        return List.copyOf(path);
    }

    private void addSchema(String name, String pluginName, List<String> connections) {
        TablePlugin<?> plugin = plugins.get(pluginName);
        if (plugin == null) {
            throw new EngineException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "connection " + name + " needs the plugin \"" + pluginName + "\", which is not here");
        }
        schemas.put(name, new ApiTables(plugin, connections));
    }

    /**
     * The same schemas with another search path.
     *
     * @throws EngineException with code UNKNOWN_NAME if there is no such schema
     */
    public Catalog on(List<String> path) {
        path.stream().filter(name -> !schemas.containsKey(name)).findFirst().ifPresent(name -> {
            throw new EngineException(
                    ErrorCode.UNKNOWN_NAME,
                    "there is no schema \"" + name + "\"" + NearestName.hint(name, schemas.keySet()));
        });
        return new Catalog(this, path);
    }

    /** The schemas in the order in which an unqualified name is looked for. */
    public List<String> searchPath() {
        return searchPath;
    }

    /** The schemas as Calcite reads them. */
    CalciteSchema rootSchema() {
        CalciteSchema root = CalciteSchema.createRootSchema(false, false);
        SchemaPlus plus = root.plus();
        schemas.forEach((name, tables) -> plus.add(name, new ApiSchema(tables)));
        return root;
    }

    /** Every table, schema by schema, as people want to see it. */
    public List<CatalogTable> tables() {
        var all = new ArrayList<CatalogTable>();
        var columns = new IdentityHashMap<Table<?>, List<CatalogColumn>>();
        schemas.forEach((schema, tables) -> tables.all()
                .forEach(table -> all.add(new CatalogTable(
                        schema,
                        table.definition().name(),
                        table.definition().description(),
                        columns.computeIfAbsent(table.definition(), definition -> columns(table))))));
        return all;
    }

    private static List<CatalogColumn> columns(ApiTable table) {
        var columns = new ArrayList<CatalogColumn>();
        for (Column<?, ?, ?> column : table.definition().columns()) {
            columns.add(new CatalogColumn(
                    column.name(), column.type().sqlName(), column.description(), table.isKey(column.name())));
        }
        table.engineColumns()
                .forEach(column -> columns.add(new CatalogColumn(
                        column.name(), column.type(), column.description(), table.isKey(column.name()))));
        return List.copyOf(columns);
    }

    private static final class ApiSchema extends AbstractSchema {
        private final ApiTables tables;

        ApiSchema(ApiTables tables) {
            this.tables = tables;
        }

        @Override
        protected Map<String, org.apache.calcite.schema.Table> getTableMap() {
            return tables;
        }
    }
}
