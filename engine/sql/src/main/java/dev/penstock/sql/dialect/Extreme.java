package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.ScalarFunction;
import dev.penstock.sql.function.Values;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.type.OperandTypes;

/** {@code greatest} and {@code least}: NULL only if every argument is (chapter 9.18.4). */
final class Extreme extends SqlFunction implements Implemented {
    private final int sign;

    /**
     * One of the two.
     *
     * @param sign 1 for the greatest, -1 for the least
     */
    Extreme(String name, int sign) {
        super(
                name,
                SqlKind.OTHER_FUNCTION,
                binding -> common(name, binding),
                null,
                OperandTypes.ONE_OR_MORE,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        this.sign = sign;
    }

    private static RelDataType common(String name, SqlOperatorBinding binding) {
        List<RelDataType> types = IntStream.range(0, binding.getOperandCount())
                .mapToObj(binding::getOperandType)
                .toList();
        RelDataType common = binding.getTypeFactory().leastRestrictive(types);
        if (common == null) {
            throw new EngineException(
                    ErrorCode.DATATYPE_MISMATCH,
                    name.toUpperCase(java.util.Locale.ROOT) + " types "
                            + Casts.longName(PostgresTypes.nameOf(types.get(0))) + " and "
                            + Casts.longName(PostgresTypes.nameOf(types.get(types.size() - 1)))
                            + " cannot be matched");
        }
        return common;
    }

    @Override
    public boolean strict() {
        return false;
    }

    @Override
    public ScalarFunction implementation(List<String> types) {
        return (arguments, context) -> {
            Object best = null;
            for (Object argument : arguments) {
                if (argument != null && (best == null || sign * Values.compare(argument, best) > 0)) {
                    best = argument;
                }
            }
            return best;
        };
    }
}
