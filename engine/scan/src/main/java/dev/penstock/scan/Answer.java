package dev.penstock.scan;

import dev.penstock.spi.table.Page;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a call gave.
 *
 * @param next the marker of the next page, null on the last
 * @param absent the request failed in a way that means "nothing there"
 * @param bytes what it holds of memory, about
 * @param asOf the time that it tells of
 */
record Answer<A>(List<A> items, @Nullable String next, boolean absent, long bytes, Instant asOf) {
    private static final long BYTES_PER_CALL = 300;
    /** Items of one answer resemble each other: a few are weighed. */
    private static final int WEIGHED = 16;

    static <A> Answer<A> of(Page<A> page, ToLongFunction<Object> weigh) {
        List<A> items = page.items();
        int step = Math.max(1, items.size() / WEIGHED);
        long weight = 0;
        int weighed = 0;
        for (int i = 0; i < items.size(); i += step) {
            weight += weigh.applyAsLong(items.get(i));
            weighed++;
        }
        long all = weighed == 0 ? 0 : weight * items.size() / weighed;
        Instant told = page.asOf();
        return new Answer<>(items, page.next(), false, BYTES_PER_CALL + all, told == null ? Instant.now() : told);
    }

    static <A> Answer<A> nothing() {
        return new Answer<>(List.of(), null, true, BYTES_PER_CALL, Instant.now());
    }
}
