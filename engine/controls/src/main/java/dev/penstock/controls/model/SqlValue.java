package dev.penstock.controls.model;

import dev.penstock.spi.value.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value for a parameter, as a session takes it.
 *
 * @param value a {@code String}, {@code Long}, {@code BigDecimal} or {@code Boolean}, a {@code List} of those of one kind,
 *     {@link Json} for everything else, or null
 */
public record SqlValue(@Nullable Object value) {

    /** NULL. */
    public static final SqlValue NULL = new SqlValue(null);

    /** Text, such as what a command line gives. */
    public static SqlValue text(String text) {
        return new SqlValue(text);
    }

    /** The value for people: text in quotes, lists in brackets. */
    public String shown() {
        return shown(value);
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof String text) {
            return Json.text(text).toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(SqlValue::shown).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }
}
