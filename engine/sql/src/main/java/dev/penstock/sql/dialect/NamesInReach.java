package dev.penstock.sql.dialect;

import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/** The columns of every table that a statement names, for the nearest match of a misspelt one. */
final class NamesInReach extends SqlBasicVisitor<@Nullable Void> {
    private final CalciteSchema schema;
    private final Set<String> columns = new TreeSet<>();

    NamesInReach(CalciteSchema schema) {
        this.schema = schema;
    }

    Set<String> columns() {
        return columns;
    }

    @Override
    public @Nullable Void visit(SqlIdentifier identifier) {
        String name = identifier.names.get(identifier.names.size() - 1);
        for (CalciteSchema sub : schema.getSubSchemaMap().values()) {
            CalciteSchema.TableEntry table = sub.getTable(name, true);
            if (table != null) {
                columns.addAll(table.getTable()
                        .getRowType(new SqlTypeFactoryImpl(PostgresTypeSystem.INSTANCE))
                        .getFieldNames());
            }
        }
        return null;
    }
}
