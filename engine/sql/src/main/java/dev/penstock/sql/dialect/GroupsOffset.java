package dev.penstock.sql.dialect;

import dev.penstock.grammar.PostgresOperators;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/** The mark around the offset of a window frame that counts groups of peers: Calcite knows rows and ranges only. */
public final class GroupsOffset extends SqlFunction {
    /** The grammar's name of it. */
    public static final String NAME = PostgresOperators.GROUPS_OFFSET;

    private static final long serialVersionUID = 1L;

    GroupsOffset() {
        super(
                NAME,
                SqlKind.OTHER_FUNCTION,
                ReturnTypes.ARG0,
                null,
                OperandTypes.ANY,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
    }
}
