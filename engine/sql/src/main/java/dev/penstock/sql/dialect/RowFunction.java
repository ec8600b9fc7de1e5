package dev.penstock.sql.dialect;

import dev.penstock.sql.function.Composite;
import dev.penstock.sql.function.ScalarFunction;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.type.OperandTypes;

/**
 * The whole row of a FROM item: whether it is there, then names and values of its columns in turn. NULL where an outer
 * join has no row.
 */
public final class RowFunction extends SqlFunction implements Implemented {
    /** No name that a query can write unquoted. */
    static final String NAME = "row of";

    private static final long serialVersionUID = 1L;

    RowFunction() {
        super(
                NAME,
                SqlKind.OTHER_FUNCTION,
                RowFunction::type,
                null,
                OperandTypes.VARIADIC,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
    }

    /** The row of some values. */
    public static RexNode of(RexBuilder rexBuilder, List<String> names, List<RexNode> values) {
        var operands = new ArrayList<RexNode>();
        operands.add(rexBuilder.makeLiteral(true));
        for (int i = 0; i < names.size(); i++) {
            operands.add(rexBuilder.makeLiteral(names.get(i)));
            operands.add(values.get(i));
        }
        return rexBuilder.makeCall(new RowFunction(), operands);
    }

    private static RelDataType type(SqlOperatorBinding binding) {
        RelDataTypeFactory factory = binding.getTypeFactory();
        return factory.createTypeWithNullability(PostgresTypes.of(factory, "record"), true);
    }

    @Override
    public boolean strict() {
        return false;
    }

    @Override
    public ScalarFunction implementation(List<String> operandTypes) {
        var types = new ArrayList<String>();
        for (int i = 2; i < operandTypes.size(); i += 2) {
            types.add(operandTypes.get(i));
        }
        return (arguments, context) -> {
            if (!Boolean.TRUE.equals(arguments[0])) {
                return null;
            }
            var names = new ArrayList<String>();
            Object[] values = new Object[types.size()];
            for (int i = 0; i < values.length; i++) {
                names.add(String.valueOf(arguments[2 * i + 1]));
                values[i] = arguments[2 * i + 2];
            }
            return Composite.of(names, types, values);
        };
    }
}
