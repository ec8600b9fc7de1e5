package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Arithmetic as PostgreSQL has it (chapter 9.3): errors instead of overflow, its scale for division. */
public final class Numbers {
    private static final int MIN_SIGNIFICANT_DIGITS = 16;

    private Numbers() {}

    /** A number as numeric. */
    public static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal exact) {
            return exact;
        }
        return number instanceof Double real ? new BigDecimal(real.toString()) : BigDecimal.valueOf(number.longValue());
    }

    /** A function whose whole result must fit its type. */
    public static ScalarFunction checked(ScalarFunction function, String type) {
        return switch (type) {
            case "int2" ->
                (arguments, context) ->
                        smallint((Long) java.util.Objects.requireNonNull(function.apply(arguments, context)));
            case "int4" ->
                (arguments, context) ->
                        integer((Long) java.util.Objects.requireNonNull(function.apply(arguments, context)));
            case "float4", "float8" -> real(function, type);
            default -> function;
        };
    }

    /** A real result that its type can hold: what became infinite or vanished is an error. */
    private static ScalarFunction real(ScalarFunction function, String type) {
        return (arguments, context) -> {
            double result = (Double) java.util.Objects.requireNonNull(function.apply(arguments, context));
            double held = type.equals("float4") ? (float) result : result;
            if (Double.isInfinite(held)) {
                for (Object argument : arguments) {
                    if (argument instanceof Double real && !Double.isFinite(real)) {
                        return held;
                    }
                }
                throw new EngineException(ErrorCode.NUMERIC_OUT_OF_RANGE, "value out of range: overflow");
            }
            return held;
        };
    }

    private static Long smallint(long value) {
        if (value != (short) value) {
            throw new EngineException(ErrorCode.NUMERIC_OUT_OF_RANGE, "smallint out of range");
        }
        return value;
    }

    /** The result kind of an operation: the widest of its operands. */
    private static boolean real(Number a, Number b) {
        return a instanceof Double || b instanceof Double;
    }

    private static boolean exact(Number a, Number b) {
        return a instanceof BigDecimal || b instanceof BigDecimal;
    }

    /** The sum of arguments 0 and 1. */
    public static Object add(@Nullable Object[] arguments, FunctionContext context) {
        Number a = number(arguments, 0);
        Number b = number(arguments, 1);
        if (real(a, b)) {
            return a.doubleValue() + b.doubleValue();
        }
        return exact(a, b)
                ? decimal(a).add(decimal(b))
                : bigint(BigInteger.valueOf(a.longValue()).add(big(b)));
    }

    /** The difference of arguments 0 and 1. */
    public static Object subtract(@Nullable Object[] arguments, FunctionContext context) {
        Number a = number(arguments, 0);
        Number b = number(arguments, 1);
        if (real(a, b)) {
            return a.doubleValue() - b.doubleValue();
        }
        return exact(a, b) ? decimal(a).subtract(decimal(b)) : bigint(big(a).subtract(big(b)));
    }

    /** The product of arguments 0 and 1. */
    public static Object multiply(@Nullable Object[] arguments, FunctionContext context) {
        Number a = number(arguments, 0);
        Number b = number(arguments, 1);
        if (real(a, b)) {
            return a.doubleValue() * b.doubleValue();
        }
        return exact(a, b) ? decimal(a).multiply(decimal(b)) : bigint(big(a).multiply(big(b)));
    }

    /** The quotient of arguments 0 and 1; of integers it is cut towards zero. */
    public static Object divide(@Nullable Object[] arguments, FunctionContext context) {
        Number a = number(arguments, 0);
        Number b = number(arguments, 1);
        requireDivisor(b);
        if (real(a, b)) {
            return a.doubleValue() / b.doubleValue();
        }
        return exact(a, b) ? divide(decimal(a), decimal(b)) : bigint(big(a).divide(big(b)));
    }

    /** The remainder of arguments 0 and 1, with the sign of the first. */
    public static Object modulo(@Nullable Object[] arguments, FunctionContext context) {
        Number a = number(arguments, 0);
        Number b = number(arguments, 1);
        requireDivisor(b);
        return exact(a, b) ? decimal(a).remainder(decimal(b)) : (Object) (a.longValue() % b.longValue());
    }

    /** Argument 0 with the other sign. */
    public static Object negate(@Nullable Object[] arguments, FunctionContext context) {
        Number a = number(arguments, 0);
        if (a instanceof Double real) {
            return -real;
        }
        return a instanceof BigDecimal exact ? exact.negate() : bigint(big(a).negate());
    }

    /** The size of argument 0. */
    public static Object abs(@Nullable Object[] arguments, FunctionContext context) {
        Number a = number(arguments, 0);
        if (a instanceof Double real) {
            return Math.abs(real);
        }
        return a.doubleValue() < 0 ? negate(arguments, context) : a;
    }

    /** Argument 0 rounded, half away from zero, to argument 1 digits behind the point. */
    public static Object round(@Nullable Object[] arguments, FunctionContext context) {
        Number a = number(arguments, 0);
        if (arguments.length == 1) {
            return a instanceof Double real
                    ? Math.rint(real)
                    : (Object) decimal(a).setScale(0, RoundingMode.HALF_UP);
        }
        int digits = number(arguments, 1).intValue();
        BigDecimal rounded = decimal(a).setScale(digits, RoundingMode.HALF_UP);
        return digits < 0 ? rounded.setScale(0) : rounded;
    }

    /** The greatest whole number not above argument 0. */
    public static Object floor(@Nullable Object[] arguments, FunctionContext context) {
        Number a = number(arguments, 0);
        return a instanceof Double real ? Math.floor(real) : (Object) decimal(a).setScale(0, RoundingMode.FLOOR);
    }

    /** The least whole number not below argument 0. */
    public static Object ceil(@Nullable Object[] arguments, FunctionContext context) {
        Number a = number(arguments, 0);
        return a instanceof Double real ? Math.ceil(real) : (Object) decimal(a).setScale(0, RoundingMode.CEILING);
    }

    /**
     * A quotient with the scale that PostgreSQL's numeric gives it: at least 16 significant digits, and no less than
     * either operand has.
     */
    public static BigDecimal divide(BigDecimal a, BigDecimal b) {
        int weight = weight(a) - weight(b);
        if (firstDigits(a) <= firstDigits(b)) {
            weight--;
        }
        int scale = Math.max(MIN_SIGNIFICANT_DIGITS - weight * 4, Math.max(Math.max(a.scale(), b.scale()), 0));
        return a.divide(b, Math.min(scale, 1000), RoundingMode.HALF_UP);
    }

    /** The position of the first digit, counted in groups of four as PostgreSQL stores them. */
    private static int weight(BigDecimal number) {
        return number.signum() == 0 ? 0 : Math.floorDiv(number.precision() - number.scale() - 1, 4);
    }

    private static int firstDigits(BigDecimal number) {
        return number.signum() == 0
                ? 0
                : number.abs()
                        .movePointLeft(weight(number) * 4)
                        .setScale(0, RoundingMode.DOWN)
                        .intValue();
    }

    static Number number(@Nullable Object[] arguments, int index) {
        if (arguments[index] instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("no number: " + arguments[index]);
    }

    /** An integer of eight bytes. */
    public static Long bigint(BigInteger number) {
        if (number.bitLength() > 63) {
            throw new EngineException(ErrorCode.NUMERIC_OUT_OF_RANGE, "bigint out of range");
        }
        return number.longValue();
    }

    /** An integer of four bytes, carried as a long. */
    public static Long integer(long number) {
        if (number != (int) number) {
            throw new EngineException(ErrorCode.NUMERIC_OUT_OF_RANGE, "integer out of range");
        }
        return number;
    }

    private static BigInteger big(Number number) {
        return BigInteger.valueOf(number.longValue());
    }

    private static void requireDivisor(Number divisor) {
        boolean zero = divisor instanceof BigDecimal exact ? exact.signum() == 0 : divisor.doubleValue() == 0;
        if (zero) {
            throw new EngineException(ErrorCode.DIVISION_BY_ZERO, "division by zero");
        }
    }
}
