package dev.penstock.sql.dialect;

import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlAbstractGroupFunction;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/** {@code grouping(a, b)}: a bit for each expression that the grouping set of a row leaves out. */
final class GroupingFunction extends SqlAbstractGroupFunction {
    private static final long serialVersionUID = 1L;

    GroupingFunction() {
        super(
                "grouping",
                SqlKind.GROUPING,
                ReturnTypes.INTEGER,
                null,
                OperandTypes.ONE_OR_MORE,
                SqlFunctionCategory.SYSTEM);
    }
}
