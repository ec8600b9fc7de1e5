package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.ScalarFunction;
import dev.penstock.sql.function.Times;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.OperandTypes;

/** {@code extract(field from x)} and {@code date_part('field', x)} of times and intervals (chapter 9.9.1). */
final class FieldFunction extends SqlFunction implements Implemented {
    private static final Set<String> TYPES = Set.of("timestamptz", "timestamp", "date", "interval");

    private final boolean real;

    /**
     * One of the two.
     *
     * @param result {@code numeric} for extract, {@code float8} for date_part
     */
    FieldFunction(String name, String result) {
        super(
                name,
                SqlKind.OTHER_FUNCTION,
                binding -> {
                    String type = PostgresTypes.nameOf(binding.getOperandType(1));
                    if (!TYPES.contains(type)) {
                        throw new EngineException(
                                ErrorCode.UNDEFINED_FUNCTION,
                                "function pg_catalog." + name + "(unknown, " + Casts.longName(type)
                                        + ") does not exist");
                    }
                    return binding.getTypeFactory()
                            .createTypeWithNullability(
                                    PostgresTypes.of(binding.getTypeFactory(), result),
                                    binding.getOperandType(1).isNullable());
                },
                null,
                OperandTypes.ANY_ANY,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        this.real = result.equals("float8");
    }

    @Override
    public boolean strict() {
        return true;
    }

    /** Fields of a timestamptz depend on the session's time zone. */
    @Override
    public boolean isDeterministic() {
        return false;
    }

    @Override
    public ScalarFunction implementation(List<String> types) {
        String type = types.get(1);
        return (arguments, context) -> {
            String field = singular(String.valueOf(arguments[0]).toLowerCase(Locale.ROOT));
            Object value = Objects.requireNonNull(arguments[1]);
            BigDecimal found = value instanceof Interval interval
                    ? Times.field(field, interval)
                    : Times.field(
                            field,
                            (Long) Casts.cast(value, type, type.equals("date") ? "timestamp" : type, context),
                            type.equals("timestamptz") ? context.zone() : ZoneOffset.UTC);
            return real ? (Object) found.doubleValue() : found;
        };
    }

    private static String singular(String field) {
        return field.endsWith("s") ? field.substring(0, field.length() - 1) : field;
    }
}
