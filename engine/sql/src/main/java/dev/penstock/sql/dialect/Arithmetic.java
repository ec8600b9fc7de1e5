package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.FunctionContext;
import dev.penstock.sql.function.Numbers;
import dev.penstock.sql.function.ScalarFunction;
import dev.penstock.sql.function.Times;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.jspecify.annotations.Nullable;

/** {@code + - * / %} over numbers, times and intervals, with PostgreSQL's result types (chapters 9.3 and 9.9). */
final class Arithmetic extends SqlBinaryOperator implements Implemented {
    private static final List<String> NUMBERS = List.of("int2", "int4", "int8", "numeric", "float4", "float8");
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final ScalarFunction numbers;

    Arithmetic(String name, SqlKind kind, int precedence, ScalarFunction numbers) {
        super(
                name,
                kind,
                precedence,
                true,
                binding -> type(name, binding),
                InferTypes.FIRST_KNOWN,
                OperandTypes.ANY_ANY);
        this.numbers = numbers;
    }

    private static RelDataType type(String name, SqlOperatorBinding binding) {
        String left = typeOf(binding, 0);
        String right = typeOf(binding, 1);
        boolean nullable = binding.getOperandType(0).isNullable()
                || binding.getOperandType(1).isNullable();
        return binding.getTypeFactory()
                .createTypeWithNullability(
                        PostgresTypes.of(binding.getTypeFactory(), result(name, left, right)), nullable);
    }

    private static String typeOf(SqlOperatorBinding binding, int operand) {
        boolean isNull = binding instanceof SqlCallBinding call && call.isOperandNull(operand, true);
        return isNull ? "unknown" : PostgresTypes.nameOf(binding.getOperandType(operand));
    }

    private static String result(String name, String left, String right) {
        if (left.equals("unknown") || right.equals("unknown")) {
            return left.equals("unknown") ? (right.equals("unknown") ? "int4" : right) : left;
        }
        if (NUMBERS.contains(left) && NUMBERS.contains(right)) {
            String wider = NUMBERS.indexOf(left) >= NUMBERS.indexOf(right) ? left : right;
            return wider.equals("float4") && (left.equals("numeric") || right.equals("numeric")) ? "float8" : wider;
        }
        if (isScaled(name, left, right)) {
            return "interval";
        }
        String found = switch (left + " " + name + " " + right) {
            case "timestamptz + interval", "interval + timestamptz", "timestamptz - interval" -> "timestamptz";
            case "timestamp + interval",
                    "interval + timestamp",
                    "timestamp - interval",
                    "date + interval",
                    "interval + date",
                    "date - interval" -> "timestamp";
            case "timestamptz - timestamptz",
                    "timestamp - timestamp",
                    "timestamptz - timestamp",
                    "timestamp - timestamptz",
                    "timestamptz - date",
                    "date - timestamptz",
                    "timestamp - date",
                    "date - timestamp",
                    "interval + interval",
                    "interval - interval" -> "interval";
            case "date + int4", "int4 + date", "date - int4" -> "date";
            case "date - date" -> "int4";
            default -> "";
        };
        if (found.isEmpty()) {
            throw new EngineException(
                    ErrorCode.UNDEFINED_FUNCTION,
                    "operator does not exist: " + Casts.longName(left) + " " + name + " " + Casts.longName(right));
        }
        return found;
    }

    private static boolean isScaled(String name, String left, String right) {
        boolean times = name.equals("*");
        return (left.equals("interval") && NUMBERS.contains(right) && (times || name.equals("/")))
                || (times && NUMBERS.contains(left) && right.equals("interval"));
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public ScalarFunction implementation(List<String> types) {
        String left = types.get(0);
        String right = types.get(1);
        if (NUMBERS.contains(left) && NUMBERS.contains(right)) {
            return switch (result(getName(), left, right)) {
                case "int4", "int2" ->
                    (arguments, context) ->
                            Numbers.integer((Long) Objects.requireNonNull(numbers.apply(arguments, context)));
                case "numeric" -> numbers;
                default -> numbers;
            };
        }
        if (isScaled(getName(), left, right)) {
            return scaled(left.equals("interval") ? 0 : 1, getName().equals("/"));
        }
        boolean minus = getName().equals("-");
        if (left.equals("interval") && right.equals("interval")) {
            return (arguments, context) -> Times.sum(interval(arguments, 0), signed(interval(arguments, 1), minus));
        }
        if (right.equals("interval")) {
            return (arguments, context) ->
                    plus(argument(arguments, 0), left, signed(interval(arguments, 1), minus), context);
        }
        if (left.equals("interval")) {
            return (arguments, context) -> plus(argument(arguments, 1), right, interval(arguments, 0), context);
        }
        return left.equals("date") || right.equals("date") ? dates(left, right, minus) : spans(left, right);
    }

    private static ScalarFunction scaled(int interval, boolean divides) {
        return (arguments, context) -> {
            double factor = ((Number) argument(arguments, 1 - interval)).doubleValue();
            if (divides && factor == 0) {
                throw new EngineException(ErrorCode.DIVISION_BY_ZERO, "division by zero");
            }
            return Times.scale(interval(arguments, interval), part -> divides ? part / factor : part * factor);
        };
    }

    private static ScalarFunction dates(String left, String right, boolean minus) {
        if (left.equals("date") && right.equals("date")) {
            return (arguments, context) -> (long) (Integer) argument(arguments, 0) - (Integer) argument(arguments, 1);
        }
        if (left.equals("date") && NUMBERS.contains(right)) {
            return (arguments, context) -> {
                int days = Math.toIntExact((Long) argument(arguments, 1));
                return (Integer) argument(arguments, 0) + (minus ? -days : days);
            };
        }
        if (NUMBERS.contains(left)) {
            return (arguments, context) ->
                    (Integer) argument(arguments, 1) + Math.toIntExact((Long) argument(arguments, 0));
        }
        return spans(left, right);
    }

    private static ScalarFunction spans(String left, String right) {
        String common = left.equals("timestamptz") || right.equals("timestamptz") ? "timestamptz" : "timestamp";
        return (arguments, context) ->
                Times.between((Long) Casts.cast(argument(arguments, 1), right, common, context), (Long)
                        Casts.cast(argument(arguments, 0), left, common, context));
    }

    private static Object plus(Object time, String type, Interval interval, FunctionContext context) {
        return switch (type) {
            case "timestamptz" -> Times.plus((Long) time, interval, context.zone());
            case "timestamp" -> Times.plus((Long) time, interval, ZoneOffset.UTC);
            default -> Times.plus((Integer) time * MICROS_PER_DAY, interval, ZoneOffset.UTC);
        };
    }

    private static Interval signed(Interval interval, boolean minus) {
        return minus ? Times.negate(interval) : interval;
    }

    private static Interval interval(@Nullable Object[] arguments, int index) {
        return (Interval) argument(arguments, index);
    }

    private static Object argument(@Nullable Object[] arguments, int index) {
        return Objects.requireNonNull(arguments[index]);
    }

    /** The operators of this kind. */
    static List<Arithmetic> all() {
        var all = new ArrayList<Arithmetic>();
        all.add(new Arithmetic("+", SqlKind.PLUS, 40, Numbers::add));
        all.add(new Arithmetic("-", SqlKind.MINUS, 40, Numbers::subtract));
        all.add(new Arithmetic("*", SqlKind.TIMES, 60, Numbers::multiply));
        all.add(new Arithmetic("/", SqlKind.DIVIDE, 60, Numbers::divide));
        all.add(new Arithmetic("%", SqlKind.MOD, 60, Numbers::modulo));
        return all;
    }
}
