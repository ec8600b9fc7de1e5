package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import dev.penstock.spi.value.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From one type to another, and to and from text, as PostgreSQL's casts and type input and output do it. */
public final class Casts {
    private static final int MOST_NEGATIVE_PLAIN_EXPONENT = -4;
    private static final int LEAST_SCIENTIFIC_EXPONENT = 15;

    private static final Set<String> TRUE = Set.of("t", "tr", "tru", "true", "y", "ye", "yes", "on", "1");
    private static final Set<String> FALSE = Set.of("f", "fa", "fal", "fals", "false", "n", "no", "of", "off", "0");

    private static final Set<String> SESSION = Set.of("timestamptz", "timestamp", "date", "time", "timetz");
    static final FunctionContext NO_SESSION = new FunctionContext(Instant.EPOCH, ZoneOffset.UTC, "");

    private Casts() {}

    /**
     * Refuses a cast that PostgreSQL does not know.
     *
     * @throws EngineException if there is no such cast, even when it is written
     */
    public static void requireCast(String from, String to) {
        if (!CastRules.exists(from, to)) {
            throw impossible(from, to);
        }
    }

    /** Whether a cast of the same value may give another one in another session. */
    public static boolean dependsOnSession(String from, String to) {
        return SESSION.contains(base(to)) || (base(to).equals("text") && SESSION.contains(base(from)));
    }

    private static String base(String type) {
        return TypeRules.isArray(type) ? TypeRules.elementOf(type) : type;
    }

    /** The value of a literal, for types that do not depend on the session. */
    public static Object literal(String text, String type) {
        return cast(text, "text", type, NO_SESSION);
    }

    /**
     * The cast from one type to another, of values that are not NULL.
     *
     * @param from {@code unknown} for a parameter, which is a text or already a value of the type
     */
    public static ScalarFunction function(String from, String to) {
        if (from.equals(to) || (isWhole(from) && to.equals("int8"))) {
            return (arguments, context) -> arguments[0];
        }
        return (arguments, context) -> cast(Objects.requireNonNull(arguments[0]), from, to, context);
    }

    private static boolean isWhole(String type) {
        return type.equals("int2") || type.equals("int4");
    }

    /**
     * A value in another type.
     *
     * @param value not NULL
     * @param from PostgreSQL's name of its type, such as {@code int8}
     * @param to PostgreSQL's name of the wanted type
     */
    public static Object cast(Object value, String from, String to, FunctionContext context) {
        if (from.equals(to)) {
            return value;
        }
        if (TypeRules.isArray(to)) {
            return array(value, from, TypeRules.elementOf(to), context);
        }
        return switch (to) {
            case "text" -> from.equals("inet") ? Network.of(value).text() : textOf(value, from, context);
            case "bool" -> bool(value, from);
            case "int2", "int4", "int8" -> integer(value, from, to);
            case "float4", "float8" -> real(value, to);
            case "numeric" -> numeric(value, from);
            case "timestamptz" -> timestamptz(value, from, context);
            case "timestamp" -> timestamp(value, from, context);
            case "date" -> date(value, from, context);
            case "time" -> time(value, from, context);
            case "interval" -> interval(value, from);
            case "jsonb" -> value instanceof Json ? value : JsonText.parse(textOf(value, from, context));
            case "json" -> {
                String text = textOf(value, from, context);
                JsonSource.parse(text); // for its errors
                yield text;
            }
            case "inet" ->
                value instanceof String text
                        ? Network.parse(text, "inet").inet()
                        : Network.of(value).inet();
            case "cidr" ->
                value instanceof String text
                        ? Network.parse(text, "cidr").cidr()
                        : Network.of(value).network().cidr();
            case "uuid" -> uuid(value);
            case "jsonpath" -> JsonPathParser.parse(value.toString());
            case "bytea" -> Bytes.parse(value.toString());
            case "money" -> Money.of(value);
            default -> throw impossible(from, to);
        };
    }

    private static Object array(Object value, String from, String element, FunctionContext context) {
        if (value instanceof String text) {
            return ArrayText.parse(text, item -> cast(item, "text", element, context));
        }
        if (!(value instanceof List<?> list)) {
            throw impossible(from, element + "[]");
        }
        var all = new ArrayList<@Nullable Object>();
        for (Object item : list) {
            if (item instanceof List<?>) {
                all.add(array(item, from, element, context));
            } else {
                all.add(item == null ? null : cast(item, base(from), element, context));
            }
        }
        return all;
    }

    /** The text that PostgreSQL prints for a value. */
    public static String textOf(Object value, String type, FunctionContext context) {
        return switch (type) {
            case "timestamptz" -> Times.timestamptzText((Long) value, context.zone());
            case "timestamp" -> Times.timestampText((Long) value);
            case "date" -> Times.dateText((Integer) value);
            case "time" -> TimeText.time((Long) value);
            case "money" -> Money.text((BigDecimal) value);
            case "numeric" ->
                value instanceof Double special
                        ? realText(special)
                        : Numbers.decimal((Number) value).toPlainString();
            case "float8" -> realText((Double) value);
            case "float4" -> float4Text((Double) value);
            default -> {
                if (value instanceof Composite row) {
                    yield row.text(context);
                }
                yield value instanceof List<?> list ? arrayText(list, type, context) : value.toString();
            }
        };
    }

    private static String arrayText(List<?> list, String type, FunctionContext context) {
        String element = base(type);
        return ArrayText.print(list, value -> output(value, element, context));
    }

    /** What a value prints as within others: a boolean with one letter, not in full as where it is cast. */
    static String output(Object value, String type, FunctionContext context) {
        return value instanceof Boolean bool ? (bool ? "t" : "f") : textOf(value, type, context);
    }

    private static String float4Text(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return realText(value);
        }
        return digitsText(new BigDecimal(Float.toString((float) value)), 6);
    }

    /** float8out: the shortest digits that tell the number; with an exponent where %.15g would have one. */
    private static String realText(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        return digitsText(new BigDecimal(Double.toString(value)), LEAST_SCIENTIFIC_EXPONENT);
    }

    private static String digitsText(BigDecimal number, int leastScientific) {
        BigDecimal shortest = number.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= MOST_NEGATIVE_PLAIN_EXPONENT && exponent < leastScientific) {
            return shortest.toPlainString();
        }
        BigDecimal digits = shortest.movePointLeft(exponent);
        return digits.toPlainString()
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    private static Boolean bool(Object value, String from) {
        if (value instanceof String text) {
            String word = text.trim().toLowerCase(Locale.ROOT);
            if (TRUE.contains(word) || FALSE.contains(word)) {
                return TRUE.contains(word);
            }
            throw invalid("boolean", text);
        }
        if (value instanceof Long number) {
            return number != 0;
        }
        if (value instanceof Json json) {
            if (json instanceof Json.JsonBoolean flag) {
                return flag.bool();
            }
            requireJson(json, "bool", false);
        }
        throw impossible(from, "bool");
    }

    private static Long integer(Object value, String from, String to) {
        requireJson(value, to, value instanceof Json.JsonNumber);
        Long number;
        if (value instanceof String text) {
            number = parseInteger(text, to);
        } else if (value instanceof Boolean flag) {
            number = flag ? 1L : 0L;
        } else if (value instanceof Double real) {
            if (real.isNaN() || Math.abs(real) >= 9.3e18) {
                throw outOfRange(to);
            }
            number = Numbers.bigint(new BigDecimal(Math.rint(real)).toBigInteger());
        } else if (value instanceof Number exact) {
            number = Numbers.bigint(
                    Numbers.decimal(exact).setScale(0, RoundingMode.HALF_UP).toBigInteger());
        } else if (value instanceof Json.JsonNumber json) {
            number = Numbers.bigint(
                    json.number().setScale(0, RoundingMode.HALF_UP).toBigInteger());
        } else {
            throw impossible(from, to);
        }
        boolean fits = switch (to) {
            case "int2" -> number == number.shortValue();
            case "int4" -> number == number.intValue();
            default -> true;
        };
        if (!fits) {
            throw outOfRange(to);
        }
        return number;
    }

    /** Of jsonb only a value of the right kind can be cast. */
    private static void requireJson(Object value, String to, boolean fits) {
        if (value instanceof Json json && !fits) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, "cannot cast jsonb " + kind(json) + " to type " + longName(to));
        }
    }

    private static Long parseInteger(String text, String to) {
        String digits = text.strip();
        int fitting = to.equals("int2") ? 4 : to.equals("int4") ? 9 : 18;
        if (digits.length() <= fitting && isDigits(digits)) {
            return Long.valueOf(digits);
        }
        if (!digits.matches("[+-]?\\d+")) {
            throw invalid(longName(to), text);
        }
        BigInteger value = new BigInteger(digits);
        int bits = to.equals("int2") ? 15 : to.equals("int4") ? 31 : 63;
        if (value.bitLength() > bits) {
            throw new EngineException(
                    ErrorCode.NUMERIC_OUT_OF_RANGE, "value \"" + text + "\" is out of range for type " + longName(to));
        }
        return value.longValueExact();
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static Double real(Object value, String to) {
        requireJson(value, to, value instanceof Json.JsonNumber);
        if (value instanceof Number number) {
            return inRange(number.doubleValue(), to, number instanceof Double real && !Double.isFinite(real), number);
        }
        String text = value.toString().strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "inf", "infinity", "+inf", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> {
                if (!text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
                    throw invalid(longName(to), value.toString());
                }
                yield inRange(Double.parseDouble(text), to, false, text);
            }
        };
    }

    /** A real as its type holds it; what is beyond it is an error. */
    private static Double inRange(double value, String to, boolean infinite, Object from) {
        double held = to.equals("float4") ? (float) value : value;
        boolean lost = (Double.isInfinite(held) && !infinite) || (held == 0 && value != 0);
        if (lost) {
            String shown = from instanceof BigDecimal exact ? exact.toPlainString() : from.toString();
            throw new EngineException(
                    ErrorCode.NUMERIC_OUT_OF_RANGE,
                    from instanceof Double
                            ? "value out of range: " + (held == 0 ? "underflow" : "overflow")
                            : "\"" + shown + "\" is out of range for type " + longName(to));
        }
        return held;
    }

    private static Number numeric(Object value, String from) {
        requireJson(value, "numeric", value instanceof Json.JsonNumber);
        if (value instanceof Double real && !Double.isFinite(real)) {
            return real;
        }
        if (value instanceof Double real) {
            return new BigDecimal(real)
                    .round(new MathContext(from.equals("float4") ? 6 : 15))
                    .stripTrailingZeros()
                    .toPlainString()
                    .transform(BigDecimal::new);
        }
        if (value instanceof Number number) {
            return Numbers.decimal(number);
        }
        if (value instanceof Json.JsonNumber json) {
            return json.number();
        }
        if (value instanceof String text) {
            return parseNumeric(text);
        }
        throw impossible(from, "numeric");
    }

    /** NaN and the infinities are reals among the numerics. */
    private static Number parseNumeric(String text) {
        String digits = text.strip();
        switch (digits.toLowerCase(Locale.ROOT)) {
            case "nan" -> {
                return Double.NaN;
            }
            case "inf", "infinity", "+inf", "+infinity" -> {
                return Double.POSITIVE_INFINITY;
            }
            case "-inf", "-infinity" -> {
                return Double.NEGATIVE_INFINITY;
            }
            default -> {
                if (!digits.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,6})?")) {
                    throw invalid("numeric", text);
                }
                BigDecimal number = new BigDecimal(digits);
                return number.scale() < 0 ? number.setScale(0) : number;
            }
        }
    }

    private static Object uuid(Object value) {
        String text = value.toString().strip();
        String digits = text.replaceAll("[{}-]", "").toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-f]{32}")) {
            throw invalid("uuid", value.toString());
        }
        return java.util.UUID.fromString(digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }

    private static Interval interval(Object value, String from) {
        if (value instanceof String text) {
            return Times.interval(text);
        }
        if (from.equals("time")) {
            return new Interval(0, 0, (Long) value);
        }
        throw impossible(from, "interval");
    }

    private static Long time(Object value, String from, FunctionContext context) {
        if (value instanceof String text) {
            return Times.time(text, context);
        }
        return switch (from) {
            case "timestamp" -> Math.floorMod((Long) value, Times.MICROS_PER_DAY);
            case "timestamptz" -> Math.floorMod(Zones.clock((Long) value, context.zone()), Times.MICROS_PER_DAY);
            case "interval" -> Math.floorMod(((Interval) value).microseconds(), Times.MICROS_PER_DAY);
            default -> throw impossible(from, "time");
        };
    }

    private static Long timestamptz(Object value, String from, FunctionContext context) {
        if (value instanceof String text) {
            return Times.timestamptz(text, context);
        }
        if (value instanceof Integer || from.equals("timestamp")) {
            long clock = value instanceof Integer day ? Times.startOf(day) : (Long) value;
            return Times.isInfinite(clock)
                    ? clock
                    : (Long) Zones.micros(Times.at(clock, ZoneOffset.UTC).toLocalDateTime(), context.zone());
        }
        throw impossible(from, "timestamptz");
    }

    private static Long timestamp(Object value, String from, FunctionContext context) {
        if (value instanceof String text) {
            return Times.timestamp(text, context);
        }
        if (value instanceof Integer day) {
            return Times.startOf(day);
        }
        if (from.equals("timestamptz")) {
            return Times.isInfinite((Long) value) ? (Long) value : (Long) Zones.clock((Long) value, context.zone());
        }
        throw impossible(from, "timestamp");
    }

    private static Integer date(Object value, String from, FunctionContext context) {
        if (value instanceof String text) {
            return Times.date(text, context);
        }
        return switch (from) {
            case "timestamptz" ->
                Times.dayOf(Times.isInfinite((Long) value) ? (Long) value : Zones.clock((Long) value, context.zone()));
            case "timestamp" -> Times.dayOf((Long) value);
            default -> throw impossible(from, "date");
        };
    }

    private static String kind(Json json) {
        if (json instanceof Json.JsonText) {
            return "string";
        }
        if (json instanceof Json.JsonNumber) {
            return "numeric";
        }
        if (json instanceof Json.JsonNull) {
            return "null";
        }
        if (json instanceof Json.JsonBoolean) {
            return "boolean";
        }
        return json instanceof Json.JsonArray ? "array" : "object";
    }

    /** The name that PostgreSQL's messages use. */
    public static String longName(String type) {
        return switch (type) {
            case "int2" -> "smallint";
            case "int4" -> "integer";
            case "int8" -> "bigint";
            case "float4" -> "real";
            case "float8" -> "double precision";
            case "bool" -> "boolean";
            case "timestamptz" -> "timestamp with time zone";
            case "timestamp" -> "timestamp without time zone";
            case "time" -> "time without time zone";
            case "timetz" -> "time with time zone";
            default -> TypeRules.isArray(type) ? longName(TypeRules.elementOf(type)) + "[]" : type;
        };
    }

    private static EngineException outOfRange(String type) {
        return new EngineException(ErrorCode.NUMERIC_OUT_OF_RANGE, longName(type) + " out of range");
    }

    private static EngineException invalid(String type, String text) {
        return new EngineException(
                ErrorCode.INVALID_TEXT, "invalid input syntax for type " + type + ": \"" + text + "\"");
    }

    private static EngineException impossible(String from, String to) {
        return new EngineException(
                ErrorCode.CANNOT_COERCE, "cannot cast type " + longName(from) + " to " + longName(to));
    }

    /** A text, null for NULL. */
    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
