package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Operators and functions of numbers (chapter 9.3). */
public final class MathFunctions {
    private static final List<String> TYPES = List.of("int2", "int4", "int8", "numeric", "float4", "float8");

    private MathFunctions() {}

    /** The operators. */
    public static List<FunctionDefinition> operators() {
        var all = new ArrayList<FunctionDefinition>();
        arithmetic(all, "+", Numbers::add);
        arithmetic(all, "-", Numbers::subtract);
        arithmetic(all, "*", Numbers::multiply);
        arithmetic(all, "/", Numbers::divide);
        for (String type : TYPES.subList(0, 4)) {
            all.add(function("%", type + "," + type + "->" + type, Numbers::modulo));
        }
        all.add(function("^", "float8,float8->float8", (a, c) -> power(real(a, 0), real(a, 1))));
        all.add(function("^", "numeric,numeric->numeric", (a, c) -> numericPower(a)));
        for (String type : TYPES.subList(0, 3)) {
            String binary = type + "," + type + "->" + type;
            all.add(function("&", binary, (a, c) -> whole(a, 0) & whole(a, 1)));
            all.add(function("|", binary, (a, c) -> whole(a, 0) | whole(a, 1)));
            all.add(function("#", binary, (a, c) -> whole(a, 0) ^ whole(a, 1)));
            int bits = type.equals("int8") ? 64 : 32;
            all.add(function(
                    "<<",
                    type + ",int4->" + type,
                    (a, c) -> bits == 64
                            ? (Long) (whole(a, 0) << whole(a, 1))
                            : (Long) (long) ((int) whole(a, 0) << whole(a, 1))));
            all.add(function(
                    ">>",
                    type + ",int4->" + type,
                    (a, c) -> bits == 64
                            ? (Long) (whole(a, 0) >> whole(a, 1))
                            : (Long) (long) ((int) whole(a, 0) >> whole(a, 1))));
        }
        return all;
    }

    private static void arithmetic(List<FunctionDefinition> all, String name, ScalarFunction function) {
        for (String type : TYPES) {
            all.add(function(name, type + "," + type + "->" + type, Numbers.checked(function, type)));
        }
        ScalarFunction real = Numbers.checked(function, "float8");
        all.add(function(name, "float4,float8->float8", real));
        all.add(function(name, "float8,float4->float8", real));
    }

    /** The functions. */
    public static List<FunctionDefinition> functions() {
        var all = new ArrayList<FunctionDefinition>();
        for (String type : TYPES) {
            all.add(function("abs", type + "->" + type, Numbers.checked(Numbers::abs, type)));
        }
        for (String type : TYPES.subList(0, 3)) {
            all.add(function("bits turned", type + "->" + type, (a, c) -> ~whole(a, 0)));
        }
        for (String type : List.of("numeric", "float8")) {
            String unary = type + "->" + type;
            all.add(function("round", unary, Numbers::round));
            all.add(function("floor", unary, Numbers::floor));
            all.add(function("ceil", unary, Numbers::ceil));
            all.add(function("ceiling", unary, Numbers::ceil));
        }
        all.add(function("round", "numeric,int4->numeric", Numbers::round));
        for (String type : TYPES.subList(0, 4)) {
            all.add(function("mod", type + "," + type + "->" + type, Numbers::modulo));
        }
        numerics(all);
        reals(all);
        for (String type : List.of("int4", "int8", "numeric", "float4", "float8")) {
            all.add(function(
                    "to_char",
                    type + ",text->text",
                    (a, c) -> new NumberFormat(String.valueOf(a[1])).format(exact(a, 0))));
        }
        all.add(function(
                "to_number",
                "text,text->numeric",
                (a, c) -> new NumberFormat(String.valueOf(a[1])).parse(String.valueOf(a[0]))));
        return all;
    }

    private static void numerics(List<FunctionDefinition> all) {
        all.add(function("trunc", "numeric->numeric", (a, c) -> cut(a, 0)));
        all.add(function("trunc", "numeric,int4->numeric", (a, c) -> cut(a, (int) whole(a, 1))));
        all.add(function(
                "sign",
                "numeric->numeric",
                (a, c) -> BigDecimal.valueOf(exact(a, 0).signum())));
        all.add(function("sqrt", "numeric->numeric", (a, c) -> NumericMath.sqrt(exact(a, 0))));
        all.add(function("exp", "numeric->numeric", (a, c) -> NumericMath.exp(exact(a, 0))));
        all.add(function("ln", "numeric->numeric", (a, c) -> NumericMath.ln(exact(a, 0))));
        for (String name : List.of("log", "log10")) {
            all.add(function(name, "numeric->numeric", (a, c) -> NumericMath.log(BigDecimal.TEN, exact(a, 0))));
        }
        all.add(function("log", "numeric,numeric->numeric", (a, c) -> NumericMath.log(exact(a, 0), exact(a, 1))));
        for (String name : List.of("power", "pow")) {
            all.add(function(name, "numeric,numeric->numeric", (a, c) -> numericPower(a)));
            all.add(function(name, "float8,float8->float8", (a, c) -> power(real(a, 0), real(a, 1))));
        }
        all.add(function("div", "numeric,numeric->numeric", (a, c) -> {
            requireDivisor(exact(a, 1).signum());
            return exact(a, 0).divideToIntegralValue(exact(a, 1)).setScale(0, RoundingMode.DOWN);
        }));
        all.add(function("scale", "numeric->int4", (a, c) ->
                (long) Math.max(0, exact(a, 0).scale())));
        all.add(function("min_scale", "numeric->int4", (a, c) ->
                (long) Math.max(0, exact(a, 0).stripTrailingZeros().scale())));
        all.add(function("trim_scale", "numeric->numeric", (a, c) -> {
            BigDecimal trimmed = exact(a, 0).stripTrailingZeros();
            return trimmed.scale() < 0 ? trimmed.setScale(0) : trimmed;
        }));
        all.add(function("factorial", "int8->numeric", (a, c) -> factorial(whole(a, 0))));
        for (String type : List.of("int4", "int8")) {
            String binary = type + "," + type + "->" + type;
            all.add(function("gcd", binary, (a, c) -> big(a, 0).gcd(big(a, 1)).longValueExact()));
            all.add(function("lcm", binary, Numbers.checked((a, c) -> lcm(big(a, 0), big(a, 1)), type)));
        }
        all.add(function(
                "width_bucket",
                "numeric,numeric,numeric,int4->int4",
                (a, c) -> bucket(exact(a, 0), exact(a, 1), exact(a, 2), whole(a, 3))));
        all.add(function(
                "width_bucket",
                "float8,float8,float8,int4->int4",
                (a, c) -> bucket(real(a, 0), real(a, 1), real(a, 2), whole(a, 3))));
        all.add(function("width_bucket", "anycompatible,anycompatiblearray->int4", (a, c) -> bucket(a)));
    }

    private static void reals(List<FunctionDefinition> all) {
        all.add(function("pi", "->float8", (a, c) -> Math.PI));
        all.add(function(
                        "random",
                        "->float8",
                        (a, c) ->
                                java.util.concurrent.ThreadLocalRandom.current().nextDouble())
                .dependingOnSession());
        real(all, "trunc", x -> x < 0 ? Math.ceil(x) : Math.floor(x));
        real(all, "sign", Math::signum);
        real(all, "cbrt", Math::cbrt);
        real(all, "exp", Math::exp);
        real(all, "degrees", Math::toDegrees);
        real(all, "radians", x -> x * (Math.PI / 180));
        all.addAll(Trigonometry.functions());
        real(all, "sqrt", x -> {
            if (x < 0) {
                throw new EngineException(ErrorCode.INVALID_POWER, "cannot take square root of a negative number");
            }
            return Math.sqrt(x);
        });
        real(all, "ln", x -> Math.log(positive(x)));
        real(all, "log", x -> Math.log10(positive(x)));
        real(all, "log10", x -> Math.log10(positive(x)));
    }

    private static void real(List<FunctionDefinition> all, String name, DoubleUnaryOperator function) {
        all.add(function(name, "float8->float8", (a, c) -> function.applyAsDouble(real(a, 0))));
    }

    private static double positive(double x) {
        if (x <= 0) {
            throw new EngineException(
                    ErrorCode.INVALID_LOGARITHM,
                    x == 0 ? "cannot take logarithm of zero" : "cannot take logarithm of a negative number");
        }
        return x;
    }

    private static double power(double base, double exponent) {
        if (base == 0 && exponent < 0) {
            throw new EngineException(ErrorCode.INVALID_POWER, "zero raised to a negative power is undefined");
        }
        if (base < 0 && exponent != Math.rint(exponent)) {
            throw new EngineException(
                    ErrorCode.INVALID_POWER, "a negative number raised to a non-integer power yields a complex result");
        }
        double result = Math.pow(base, exponent);
        if (Double.isInfinite(result) && Double.isFinite(base) && Double.isFinite(exponent)) {
            throw new EngineException(ErrorCode.NUMERIC_OUT_OF_RANGE, "value out of range: overflow");
        }
        return result;
    }

    private static Object numericPower(@Nullable Object[] arguments) {
        return NumericMath.power(exact(arguments, 0), exact(arguments, 1));
    }

    private static Object cut(@Nullable Object[] arguments, int scale) {
        BigDecimal cut = exact(arguments, 0).setScale(scale, RoundingMode.DOWN);
        return scale < 0 ? cut.setScale(0) : cut;
    }

    private static Object factorial(long number) {
        if (number < 0) {
            throw new EngineException(ErrorCode.NUMERIC_OUT_OF_RANGE, "factorial of a negative number is undefined");
        }
        if (number > 32_177) {
            throw new EngineException(ErrorCode.NUMERIC_OUT_OF_RANGE, "value overflows numeric format");
        }
        BigInteger product = BigInteger.ONE;
        for (long i = 2; i <= number; i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return new BigDecimal(product);
    }

    private static Object lcm(BigInteger a, BigInteger b) {
        return a.signum() == 0 || b.signum() == 0
                ? (Object) 0L
                : Numbers.bigint(a.divide(a.gcd(b)).multiply(b).abs());
    }

    private static Object bucket(double operand, double low, double high, long count) {
        requireBuckets(count, Double.compare(low, high));
        double place = (operand - low) / (high - low);
        return place < 0 ? (Object) 0L : place >= 1 ? count + 1 : (long) (place * count) + 1;
    }

    private static Object bucket(BigDecimal operand, BigDecimal low, BigDecimal high, long count) {
        requireBuckets(count, low.compareTo(high));
        BigDecimal above = operand.subtract(low);
        BigDecimal width = high.subtract(low);
        if (above.signum() * width.signum() < 0) {
            return 0L;
        }
        return above.abs().compareTo(width.abs()) >= 0
                ? count + 1
                : above.multiply(BigDecimal.valueOf(count))
                                .divideToIntegralValue(width)
                                .longValueExact()
                        + 1;
    }

    private static void requireBuckets(long count, int order) {
        if (count <= 0) {
            throw new EngineException(ErrorCode.INVALID_BUCKET, "count must be greater than zero");
        }
        if (order == 0) {
            throw new EngineException(ErrorCode.INVALID_BUCKET, "lower bound cannot equal upper bound");
        }
    }

    /** How many thresholds are not above the operand. */
    private static Object bucket(@Nullable Object[] arguments) {
        long below = 0;
        for (Object threshold : (List<?>) Objects.requireNonNull(arguments[1])) {
            if (threshold == null) {
                throw new EngineException(ErrorCode.NULL_VALUE, "thresholds array must not contain NULLs");
            }
            below += Values.compare(threshold, Objects.requireNonNull(arguments[0])) <= 0 ? 1 : 0;
        }
        return below;
    }

    private static void requireDivisor(int sign) {
        if (sign == 0) {
            throw new EngineException(ErrorCode.DIVISION_BY_ZERO, "division by zero");
        }
    }

    private static long whole(@Nullable Object[] arguments, int index) {
        return Numbers.number(arguments, index).longValue();
    }

    private static double real(@Nullable Object[] arguments, int index) {
        return Numbers.number(arguments, index).doubleValue();
    }

    private static BigInteger big(@Nullable Object[] arguments, int index) {
        return BigInteger.valueOf(whole(arguments, index));
    }

    private static BigDecimal exact(@Nullable Object[] arguments, int index) {
        return Numbers.decimal(Numbers.number(arguments, index));
    }
}
