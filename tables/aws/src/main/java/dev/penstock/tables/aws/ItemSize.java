package dev.penstock.tables.aws;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** What the items of answers hold of memory: near enough to keep within a budget. */
final class ItemSize {
    private static final long OBJECT = 24;
    private static final long TEXT = 56;
    private static final long OTHER = 600;

    private ItemSize() {}

    static long of(Object item) {
        if (item instanceof InRegion<?> placed) {
            return TEXT + value(placed.facts());
        }
        return item instanceof SdkPojo || item instanceof Map<?, ?> || item instanceof List<?> ? value(item) : OTHER;
    }

    private static long value(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof String text) {
            return TEXT + text.length();
        }
        if (value instanceof SdkPojo pojo) {
            long bytes = OBJECT;
            for (SdkField<?> field : pojo.sdkFields()) {
                bytes += 8 + value(field.getValueOrDefault(pojo));
            }
            return bytes;
        }
        if (value instanceof List<?> items) {
            return OBJECT + items.stream().mapToLong(each -> 8 + value(each)).sum();
        }
        if (value instanceof Map<?, ?> map) {
            return OBJECT
                    + map.entrySet().stream()
                            .mapToLong(entry -> 48 + value(entry.getKey()) + value(entry.getValue()))
                            .sum();
        }
        return OBJECT;
    }
}
