package dev.penstock.sql.dialect;

import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeTransforms;

/** The number of a row among those that functions in FROM give: WITH ORDINALITY. The planner takes it away. */
public final class OrdinalityFunction extends SqlFunction {
    private static final long serialVersionUID = 1L;

    OrdinalityFunction() {
        super(
                "number of row",
                SqlKind.OTHER_FUNCTION,
                ReturnTypes.BIGINT.andThen(SqlTypeTransforms.FORCE_NULLABLE),
                null,
                OperandTypes.NILADIC,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
    }

    @Override
    public boolean isDeterministic() {
        return false;
    }
}
