package dev.penstock.spi.table;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of an answer: one request's worth.
 *
 * @param items what the page holds, in the service's order
 * @param next the marker of the page after this one, null on the last page
 * @param asOf the time that the service says its answer is of; null where that is the time of the request
 */
public record Page<I>(
        List<I> items, @Nullable String next, @Nullable Instant asOf) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** A page followed by another one, unless {@code next} is null or empty. */
    public static <I> Page<I> of(List<I> items, @Nullable String next) {
        return new Page<>(items, next == null || next.isEmpty() ? null : next, null);
    }

    /** The only page of an answer. */
    public static <I> Page<I> only(List<I> items) {
        return new Page<>(items, null, null);
    }

    /** The same page, which tells of an earlier time than that of the request. */
    public Page<I> asOf(@Nullable Instant time) {
        return new Page<>(items, next, time);
    }
}
