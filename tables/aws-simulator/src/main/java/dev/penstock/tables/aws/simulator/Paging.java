package dev.penstock.tables.aws.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The page that a request asks for. Markers hold the place of the last item returned, so that changes shift nothing. */
final class Paging {
    private static final int DEFAULT_ITEMS = 100;
    private static final String MARKER_PREFIX = "after:";

    private final int size;
    private final String after;

    private Paging(int size, String after) {
        this.size = size;
        this.after = after;
    }

    static Paging of(Parameters parameters, int pageSizeCap) {
        int size = maxItems(parameters.get("MaxItems"));
        return new Paging(Math.min(size, pageSizeCap), position(parameters.get("Marker")));
    }

    /** The place after which the page begins; empty for the first. */
    String after() {
        return after;
    }

    /** How many items to look up: one more than the page holds, to know whether it is the last. */
    int wanted() {
        return size + 1;
    }

    /** The page from items that already begin after the marker. */
    <T> Slice<T> cut(List<T> found, Function<T, String> place) {
        if (found.size() <= size) {
            return new Slice<>(found, null);
        }
        List<T> items = found.subList(0, size);
        return new Slice<>(items, marker(place.apply(items.get(size - 1))));
    }

    /** The page from a whole list. */
    <T> Slice<T> cutWhole(List<T> all) {
        int start = after.isEmpty() ? 0 : index(after);
        if (start > all.size()) {
            return new Slice<>(List.of(), null);
        }
        int end = Math.min(start + size, all.size());
        return new Slice<>(all.subList(start, end), end < all.size() ? marker(String.valueOf(end)) : null);
    }

    private static int maxItems(@Nullable String text) {
        if (text == null) {
            return DEFAULT_ITEMS;
        }
        int number = number(text);
        if (number < 1) {
            throw IamException.constraint(text, "maxItems", "Member must have value greater than or equal to 1");
        }
        if (number > SimulatorOptions.LARGEST_PAGE) {
            throw IamException.constraint(
                    text, "maxItems", "Member must have value less than or equal to " + SimulatorOptions.LARGEST_PAGE);
        }
        return number;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IamException(400, "MalformedInput", "Invalid Argument: MaxItems is not a number");
        }
    }

    private static int index(String place) {
        try {
            return Integer.parseUnsignedInt(place);
        } catch (NumberFormatException e) {
            throw invalidMarker();
        }
    }

    private static String marker(String place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARKER_PREFIX + place).getBytes(StandardCharsets.UTF_8));
    }

    private static String position(@Nullable String marker) {
        if (marker == null) {
            return "";
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
            if (text.startsWith(MARKER_PREFIX)) {
                return text.substring(MARKER_PREFIX.length());
            }
        } catch (IllegalArgumentException e) {
            throw invalidMarker();
        }
        throw invalidMarker();
    }

    private static IamException invalidMarker() {
        return IamException.validation("Invalid Marker.");
    }

    /** One page; {@code nextMarker} is null on the last. */
    record Slice<T>(List<T> items, @Nullable String nextMarker) {}
}
