package dev.penstock.sql.plan;

import dev.penstock.spi.table.Column;
import dev.penstock.spi.table.Table;
import dev.penstock.sql.dialect.PostgresTypes;
import java.util.List;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;

/** A table of a plugin as the planner sees it: over one connection, or over several side by side. */
final class ApiTable extends AbstractTable implements TranslatableTable {
    /** The column that names the connection of a row. */
    static final String CONNECTION_NAME = "sp_connection_name";

    /** The columns that the engine adds to every table, after the table's own. */
    static final List<EngineColumn> ENGINE_COLUMNS = List.of(
            new EngineColumn(CONNECTION_NAME, "text", "The name of the connection that the row comes from."),
            new EngineColumn("sp_ctx", "jsonb", "The connection and the engine that the row comes from."),
            new EngineColumn("_ctx", "jsonb", "The same as sp_ctx, under its older name."));

    private final Table<?> definition;
    private final List<String> connections;
    private final List<EngineColumn> engineColumns;

    ApiTable(Table<?> definition, List<String> connections) {
        this.definition = definition;
        this.connections = List.copyOf(connections);
        this.engineColumns = ENGINE_COLUMNS.stream()
                .filter(column -> definition.columns().stream()
                        .noneMatch(own -> own.name().equals(column.name())))
                .toList();
    }

    /** The table's definition. */
    Table<?> definition() {
        return definition;
    }

    /** The names of the connections that rows come from. */
    List<String> connections() {
        return connections;
    }

    /** The engine's columns that the table has; a column of its own hides one of the same name. */
    List<EngineColumn> engineColumns() {
        return engineColumns;
    }

    /** Whether a constant for this column can save calls or leave connections out. */
    boolean isKey(String column) {
        return definition.keyColumns().contains(column)
                || column.equals(CONNECTION_NAME)
                || definition.accountColumn().filter(column::equals).isPresent();
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory typeFactory) {
        var builder = typeFactory.builder();
        for (Column<?, ?, ?> column : definition.columns()) {
            builder.add(
                    column.name(),
                    PostgresTypes.nullable(typeFactory, column.type().sqlName()));
        }
        for (EngineColumn column : engineColumns) {
            builder.add(column.name(), PostgresTypes.nullable(typeFactory, column.type()));
        }
        return builder.build();
    }

    @Override
    public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable table) {
        return ApiTableScan.all(context.getCluster(), table, this);
    }

    /** A column that every table has, filled by the engine. */
    record EngineColumn(String name, String type, String description) {}
}
