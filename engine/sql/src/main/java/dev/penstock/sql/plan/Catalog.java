package dev.penstock.sql.plan;

import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.TablePlugin;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.table.Column;
import dev.penstock.sql.CatalogTable;
import dev.penstock.sql.CatalogTable.CatalogColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.impl.AbstractSchema;

/**
 * The schemas of a session: one for each connection, and for each plugin with several connections an aggregate over
 * them, named as the plugin, or {@code <plugin>_all} where a connection has that name.
 */
public final class Catalog {
    private final Map<String, ApiTables> schemas = new LinkedHashMap<>();
    private final List<String> searchPath = new ArrayList<>();

    /** The schemas over these connections. Nothing is connected. */
    public Catalog(List<ConnectionConfig> connections, Map<String, TablePlugin<?>> plugins) {
        var byPlugin = new LinkedHashMap<String, List<String>>();
        for (ConnectionConfig connection : connections) {
            byPlugin.computeIfAbsent(connection.plugin(), name -> new ArrayList<>())
                    .add(connection.name());
        }
        byPlugin.forEach((pluginName, names) -> {
            TablePlugin<?> plugin = plugins.get(pluginName);
            if (plugin == null) {
                throw new EngineException(
                        ErrorCode.INVALID_CONFIGURATION,
                        "connection " + names.get(0) + " needs the plugin \"" + pluginName + "\", which is not here");
            }
            if (names.size() > 1) {
                addSchema(names.contains(pluginName) ? pluginName + "_all" : pluginName, plugin, names);
            }
            names.forEach(name -> addSchema(name, plugin, List.of(name)));
        });
    }

    private void addSchema(String name, TablePlugin<?> plugin, List<String> connections) {
        schemas.put(name, new ApiTables(plugin, connections));
        searchPath.add(name);
    }

    /** The schemas in the order in which an unqualified name is looked for. */
    List<String> searchPath() {
        return List.copyOf(searchPath);
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
        schemas.forEach((schema, tables) -> tables.all().forEach(table -> all.add(describe(schema, table))));
        return all;
    }

    private static CatalogTable describe(String schema, ApiTable table) {
        var columns = new ArrayList<CatalogColumn>();
        for (Column<?, ?, ?> column : table.definition().columns()) {
            columns.add(new CatalogColumn(
                    column.name(), column.type().sqlName(), column.description(), table.isKey(column.name())));
        }
        table.engineColumns()
                .forEach(column -> columns.add(new CatalogColumn(
                        column.name(), column.type(), column.description(), table.isKey(column.name()))));
        return new CatalogTable(
                schema, table.definition().name(), table.definition().description(), columns);
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
