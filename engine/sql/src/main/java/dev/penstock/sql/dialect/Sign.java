package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.Numbers;
import dev.penstock.sql.function.ScalarFunction;
import dev.penstock.sql.function.Times;
import dev.penstock.sql.function.TypeRules;
import java.util.List;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlPrefixOperator;
import org.apache.calcite.sql.type.InferTypes;

/** The minus before a number or an interval, and the plus before a number (chapters 9.3 and 9.9). */
final class Sign extends SqlPrefixOperator implements Implemented {
    private static final long serialVersionUID = 1L;

    /** One of the two. */
    Sign(SqlKind kind) {
        super(
                kind == SqlKind.MINUS_PREFIX ? "-" : "+",
                kind,
                80,
                binding -> binding.getOperandType(0),
                InferTypes.RETURN_TYPE,
                new OverloadChecker(binding -> List.of(type(
                        kind == SqlKind.MINUS_PREFIX, Coercion.types(binding).get(0)))));
    }

    private static String type(boolean minus, String type) {
        if (type.equals(TypeRules.UNKNOWN)) {
            return "float8";
        }
        if (!TypeRules.isNumber(type) && !(minus && type.equals("interval"))) {
            throw new EngineException(
                    ErrorCode.UNDEFINED_FUNCTION,
                    "operator does not exist: " + (minus ? "- " : "+ ") + Casts.longName(type));
        }
        return type;
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public ScalarFunction implementation(List<String> types) {
        if (getKind() == SqlKind.PLUS_PREFIX) {
            return (arguments, context) -> arguments[0];
        }
        return types.get(0).equals("interval")
                ? (arguments, context) -> Times.negate((Interval) java.util.Objects.requireNonNull(arguments[0]))
                : Numbers.checked(Numbers::negate, types.get(0));
    }
}
