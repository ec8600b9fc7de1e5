package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.Numbers;
import dev.penstock.sql.function.ScalarFunction;
import dev.penstock.sql.function.Times;
import java.util.List;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.SqlPrefixOperator;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;

/** The minus before a number or an interval (chapters 9.3 and 9.9). */
final class Sign extends SqlPrefixOperator implements Implemented {
    private static final List<String> TYPES =
            List.of("int2", "int4", "int8", "numeric", "float4", "float8", "interval");

    Sign() {
        super(
                "-",
                SqlKind.MINUS_PREFIX,
                80,
                binding -> {
                    check(binding);
                    return binding.getOperandType(0);
                },
                InferTypes.RETURN_TYPE,
                OperandTypes.ANY);
    }

    private static void check(SqlOperatorBinding binding) {
        String type = PostgresTypes.nameOf(binding.getOperandType(0));
        if (!TYPES.contains(type)) {
            throw new EngineException(
                    ErrorCode.UNDEFINED_FUNCTION, "operator does not exist: - " + Casts.longName(type));
        }
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public ScalarFunction implementation(List<String> types) {
        return types.get(0).equals("interval")
                ? (arguments, context) -> Times.negate((Interval) java.util.Objects.requireNonNull(arguments[0]))
                : Numbers::negate;
    }
}
