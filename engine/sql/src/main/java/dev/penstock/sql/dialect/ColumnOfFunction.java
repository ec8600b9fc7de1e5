package dev.penstock.sql.dialect;

import dev.penstock.sql.function.TypeRules;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCallBinding;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.type.OperandTypes;

/** One column of what a function in FROM gives. The planner takes it away, together with the function. */
public final class ColumnOfFunction extends SqlFunction {
    private static final String PREFIX = "column of function ";
    private static final int MOST = 16;
    private static final long serialVersionUID = 1L;

    private final int column;

    ColumnOfFunction(int column) {
        super(
                PREFIX + column,
                SqlKind.OTHER_FUNCTION,
                binding -> type(binding, column),
                null,
                OperandTypes.ANY,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        this.column = column;
    }

    /** Those that the operator table holds. */
    static List<ColumnOfFunction> all() {
        return IntStream.range(0, MOST).mapToObj(ColumnOfFunction::new).toList();
    }

    /** The place of the column, counted from 0. */
    public int column() {
        return column;
    }

    private static RelDataType type(SqlOperatorBinding binding, int column) {
        if (binding instanceof SqlCallBinding call
                && call.operand(0) instanceof SqlCall inner
                && inner.getOperator() instanceof SetFunctionOperator function) {
            List<String> arguments = inner.getOperandList().stream()
                    .map(argument -> Coercion.isUnknown(argument)
                            ? TypeRules.UNKNOWN
                            : PostgresTypes.nameOf(call.getValidator().deriveType(call.getScope(), argument)))
                    .toList();
            return PostgresTypes.nullable(
                    binding.getTypeFactory(),
                    function.call(arguments).columnTypes().get(column));
        }
        if (binding instanceof RexCallBinding call
                && call.operands().get(0) instanceof RexCall inner
                && inner.getOperator() instanceof SetFunctionOperator function) {
            List<String> arguments = inner.getOperands().stream()
                    .map(argument -> PostgresTypes.nameOf(argument.getType()))
                    .toList();
            return PostgresTypes.nullable(
                    binding.getTypeFactory(),
                    function.call(arguments).columnTypes().get(column));
        }
        throw new IllegalStateException("a column of no function");
    }
}
