package dev.penstock.sql.dialect;

import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;

/**
 * A checked statement.
 *
 * @param tree what it asks for, in relational operators, as converted
 * @param columns its output
 */
public record Prepared(RelNode tree, List<Output> columns) {

    /** Copies the columns. */
    public Prepared {
        columns = List.copyOf(columns);
    }

    /** One output column. */
    public record Output(String name, RelDataType type) {}
}
