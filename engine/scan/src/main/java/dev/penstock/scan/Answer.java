package dev.penstock.scan;

import dev.penstock.spi.table.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call gave.
 *
 * @param next the marker of the next page, null on the last
 * @param absent the request failed in a way that means "nothing there"
 */
record Answer<A>(List<A> items, @Nullable String next, boolean absent) {

    static <A> Answer<A> of(Page<A> page) {
        return new Answer<>(page.items(), page.next(), false);
    }

    static <A> Answer<A> nothing() {
        return new Answer<>(List.of(), null, true);
    }
}
