package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cast to {@code numeric(10,2)}, {@code varchar(5)} or {@code timestamp(0)} does beyond a cast to
 * the plain type. Texts of
 * limited length are texts to us.
 *
 * @param type the type as it was written, without numbers
 * @param numbers those in parentheses
 */
public record TypeModifier(String type, List<Integer> numbers) {

    /** The modifier of a type such as {@code numeric(10,2)[]}. */
    public static TypeModifier of(String written) {
        int open = written.indexOf('(');
        if (open < 0) {
            return new TypeModifier(written, List.of());
        }
        int close = written.indexOf(')');
        return new TypeModifier(
                written.substring(0, open) + written.substring(close + 1),
                Arrays.stream(written.substring(open + 1, close).split(",", -1))
                        .map(Integer::valueOf)
                        .toList());
    }

    /** The type without modifiers, by its internal name. */
    public static String typeOf(String written) {
        String plain = of(written).type();
        String element = plain.replace("[]", "");
        String named = element.equals("varchar") || element.equals("name") ? "text" : element;
        return named + (plain.endsWith("[]") ? "[]" : "");
    }

    /** Whether it changes nothing. */
    public boolean isNone() {
        return numbers.isEmpty();
    }

    /** The value as the modified type holds it. */
    public @Nullable Object fit(@Nullable Object value) {
        if (value instanceof List<?> elements) {
            var fitted = new ArrayList<@Nullable Object>();
            elements.forEach(element -> fitted.add(fit(element)));
            return fitted;
        }
        if (value == null) {
            return null;
        }
        int first = numbers.get(0);
        return switch (TypeRules.isArray(type) ? TypeRules.elementOf(type) : type) {
            case "numeric" -> value instanceof BigDecimal number ? numeric(number) : value;
            case "varchar" -> cut(String.valueOf(value), first);
            case "bpchar" -> ((PaddedText) value).fitted(first);
            case "timestamp", "timestamptz", "time" -> rounded((Long) value, first);
            case "timetz" -> {
                ZonedTime time = (ZonedTime) value;
                yield new ZonedTime(rounded(time.micros(), first), time.offset());
            }
            case "interval" -> {
                Interval interval = (Interval) value;
                yield new Interval(interval.months(), interval.days(), rounded(interval.microseconds(), first));
            }
            default -> value;
        };
    }

    private BigDecimal numeric(BigDecimal number) {
        int scale = numbers.size() > 1 ? numbers.get(1) : 0;
        BigDecimal rounded = number.setScale(scale, RoundingMode.HALF_UP);
        if (rounded.signum() != 0 && rounded.precision() - rounded.scale() > numbers.get(0) - scale) {
            throw new EngineException(ErrorCode.NUMERIC_OUT_OF_RANGE, "numeric field overflow");
        }
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }

    private static long rounded(long micros, int digits) {
        if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE || digits >= 6) {
            return micros;
        }
        return BigDecimal.valueOf(micros, 6)
                .setScale(digits, RoundingMode.HALF_UP)
                .movePointRight(6)
                .longValueExact();
    }
}
