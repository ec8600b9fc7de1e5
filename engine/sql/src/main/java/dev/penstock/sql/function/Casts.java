package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import java.math.BigDecimal;
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
        if (value instanceof PaddedText padded) {
            return cast(padded.stripped(), "text", to, context);
        }
        if (TypeRules.isArray(to)) {
            return array(value, from, TypeRules.elementOf(to), context);
        }
        return switch (to) {
            case "text" -> from.equals("inet") ? Network.of(value).text() : textOf(value, from, context);
            case "bpchar" -> new PaddedText(from.equals("text") ? value.toString() : textOf(value, from, context));
            case "bool" -> NumberCasts.bool(value, from);
            case "int2", "int4", "int8" -> NumberCasts.integer(value, from, to);
            case "float4", "float8" -> NumberCasts.real(value, to);
            case "numeric" -> NumberCasts.numeric(value, from);
            case "timestamptz" -> TimeCasts.timestamptz(value, from, context);
            case "timestamp" -> TimeCasts.timestamp(value, from, context);
            case "date" -> TimeCasts.date(value, from, context);
            case "time" -> TimeCasts.time(value, from, context);
            case "timetz" -> TimeCasts.zonedTime(value, from, context);
            case "interval" -> TimeCasts.interval(value, from);
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
                        ? RealText.of(special)
                        : Numbers.decimal((Number) value).toPlainString();
            case "float8" -> RealText.of((Double) value);
            case "float4" -> RealText.single((Double) value);
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

    private static Object uuid(Object value) {
        String text = value.toString().strip();
        String digits = text.replaceAll("[{}-]", "").toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-f]{32}")) {
            throw invalid("uuid", value.toString());
        }
        return java.util.UUID.fromString(digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
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
            case "bpchar" -> "character";
            case "timestamptz" -> "timestamp with time zone";
            case "timestamp" -> "timestamp without time zone";
            case "time" -> "time without time zone";
            case "timetz" -> "time with time zone";
            default -> TypeRules.isArray(type) ? longName(TypeRules.elementOf(type)) + "[]" : type;
        };
    }

    static EngineException invalid(String type, String text) {
        return new EngineException(
                ErrorCode.INVALID_TEXT, "invalid input syntax for type " + type + ": \"" + text + "\"");
    }

    static EngineException impossible(String from, String to) {
        return new EngineException(
                ErrorCode.CANNOT_COERCE, "cannot cast type " + longName(from) + " to " + longName(to));
    }

    /** A text, null for NULL. */
    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
