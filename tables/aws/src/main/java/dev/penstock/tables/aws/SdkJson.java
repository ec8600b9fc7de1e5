package dev.penstock.tables.aws;

import dev.penstock.spi.value.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Structures of an API as JSON: every member under its API name, members that were not sent as JSON null. */
public final class SdkJson {
    private static final Pattern TRAILING_ZEROS = Pattern.compile("\\.?0+Z$");

    private SdkJson() {}

    /** A structure; null stays null. */
    public static @Nullable Json of(@Nullable SdkPojo pojo) {
        return pojo == null ? null : object(pojo);
    }

    /** A list of structures or plain values. */
    public static Json list(List<?> items) {
        return Json.array(items.stream().map(SdkJson::value).toList());
    }

    /** A list of structures or plain values, NULL where there are none. */
    public static @Nullable Json listOrNull(List<?> items) {
        return items.isEmpty() ? null : list(items);
    }

    /** A map of plain values. */
    public static Json map(Map<String, ?> members) {
        var values = new LinkedHashMap<String, Json>();
        members.forEach((name, member) -> values.put(name, value(member)));
        return Json.object(values);
    }

    /** A structure. */
    public static Json object(SdkPojo pojo) {
        var members = new LinkedHashMap<String, Json>();
        for (SdkField<?> field : pojo.sdkFields()) {
            String name = field.memberName();
            members.put(
                    Character.toUpperCase(name.charAt(0)) + name.substring(1), value(field.getValueOrDefault(pojo)));
        }
        return Json.object(members);
    }

    private static Json value(@Nullable Object value) {
        if (value == null || value instanceof SdkAutoConstructList<?> || value instanceof SdkAutoConstructMap<?, ?>) {
            return Json.nullValue();
        }
        if (value instanceof SdkPojo pojo) {
            return object(pojo);
        }
        if (value instanceof Instant time) {
            return time(time);
        }
        if (value instanceof Boolean bool) {
            return Json.bool(bool);
        }
        if (value instanceof Number number) {
            return Json.number(new BigDecimal(number.toString()));
        }
        if (value instanceof List<?> items) {
            return list(items);
        }
        if (value instanceof Map<?, ?> map) {
            var members = new LinkedHashMap<String, Json>();
            map.forEach((name, member) -> members.put(String.valueOf(name), value(member)));
            return Json.object(members);
        }
        return Json.text(value.toString());
    }

    /** RFC 3339 in UTC, with as many digits of a second as are needed. */
    private static Json time(Instant time) {
        String text = DateTimeFormatter.ISO_INSTANT.format(time);
        return Json.text(
                text.indexOf('.') < 0 ? text : TRAILING_ZEROS.matcher(text).replaceFirst("Z"));
    }
}
