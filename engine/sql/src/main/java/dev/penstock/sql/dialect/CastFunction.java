package dev.penstock.sql.dialect;

import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.ScalarFunction;
import java.util.List;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.OperandTypes;

/**
 * A cast that the query writes. An own function, because Calcite's cast knows neither PostgreSQL's types nor its rules,
 * and evaluates itself while planning.
 */
final class CastFunction extends SqlFunction implements Implemented {
    /** What the names of cast functions start with; no name that a query can write unquoted. */
    static final String PREFIX = "cast to ";

    /** The types that a query can cast to. */
    static final List<String> TYPES = List.of(
            "text",
            "bool",
            "int2",
            "int4",
            "int8",
            "float4",
            "float8",
            "numeric",
            "timestamptz",
            "timestamp",
            "date",
            "jsonb",
            "json",
            "interval",
            "inet",
            "cidr");

    private final String type;

    CastFunction(String type) {
        super(
                PREFIX + type,
                SqlKind.OTHER_FUNCTION,
                binding -> binding.getTypeFactory()
                        .createTypeWithNullability(
                                PostgresTypes.of(binding.getTypeFactory(), type),
                                binding.getOperandType(0).isNullable()),
                null,
                OperandTypes.ANY,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        this.type = type;
    }

    @Override
    public ScalarFunction implementation(List<String> operandTypes) {
        String from = operandTypes.get(0);
        return (arguments, context) -> {
            Object value = arguments[0];
            return value == null ? null : Casts.cast(value, from, type, context);
        };
    }

    @Override
    public boolean strict() {
        return true;
    }

    /** It may depend on the session's time zone. */
    @Override
    public boolean isDeterministic() {
        return false;
    }
}
