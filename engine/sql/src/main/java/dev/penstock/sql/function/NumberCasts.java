package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;

/** Casts to numbers and truth values; of jsonb only a value of the right kind can be cast. */
final class NumberCasts {
    private static final Set<String> TRUE = Set.of("t", "tr", "tru", "true", "y", "ye", "yes", "on", "1");
    private static final Set<String> FALSE = Set.of("f", "fa", "fal", "fals", "false", "n", "no", "of", "off", "0");

    private NumberCasts() {}

    static Boolean bool(Object value, String from) {
        if (value instanceof String text) {
            String word = text.trim().toLowerCase(Locale.ROOT);
            if (TRUE.contains(word) || FALSE.contains(word)) {
                return TRUE.contains(word);
            }
            throw Casts.invalid("boolean", text);
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
        throw Casts.impossible(from, "bool");
    }

    static Long integer(Object value, String from, String to) {
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
            throw Casts.impossible(from, to);
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
                    ErrorCode.INVALID_PARAMETER, "cannot cast jsonb " + kind(json) + " to type " + Casts.longName(to));
        }
    }

    private static Long parseInteger(String text, String to) {
        String digits = text.strip();
        int fitting = to.equals("int2") ? 4 : to.equals("int4") ? 9 : 18;
        if (digits.length() <= fitting && isDigits(digits)) {
            return Long.valueOf(digits);
        }
        if (!digits.matches("[+-]?\\d+")) {
            throw Casts.invalid(Casts.longName(to), text);
        }
        BigInteger value = new BigInteger(digits);
        int bits = to.equals("int2") ? 15 : to.equals("int4") ? 31 : 63;
        if (value.bitLength() > bits) {
            throw new EngineException(
                    ErrorCode.NUMERIC_OUT_OF_RANGE,
                    "value \"" + text + "\" is out of range for type " + Casts.longName(to));
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

    static Double real(Object value, String to) {
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
                    throw Casts.invalid(Casts.longName(to), value.toString());
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
                            : "\"" + shown + "\" is out of range for type " + Casts.longName(to));
        }
        return held;
    }

    static Number numeric(Object value, String from) {
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
        throw Casts.impossible(from, "numeric");
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
                    throw Casts.invalid("numeric", text);
                }
                BigDecimal number = new BigDecimal(digits);
                return number.scale() < 0 ? number.setScale(0) : number;
            }
        }
    }

    private static EngineException outOfRange(String type) {
        return new EngineException(ErrorCode.NUMERIC_OUT_OF_RANGE, Casts.longName(type) + " out of range");
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
}
