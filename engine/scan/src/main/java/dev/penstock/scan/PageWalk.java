package dev.penstock.scan;

import dev.penstock.spi.table.Operation;
import dev.penstock.spi.table.PageRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The items of a listing, page by page. While the second half of a page is handed out the next one is already under
 * way, unless the query can do with few rows.
 */
final class PageWalk<A> implements Source<A> {
    private final Calls calls;
    private final Operation<?, A> operation;
    private final String key;
    private final boolean ahead;
    private final Markers markers;
    private PageRequest request;
    private @Nullable CompletableFuture<Answer<A>> coming;
    private List<A> items = List.of();
    private int given;
    private int prefetchAt;
    private @Nullable String next;
    private boolean first = true;
    private boolean absent;

    PageWalk(Calls calls, Operation<?, A> operation, String key, PageRequest request) {
        this.calls = calls;
        this.operation = operation;
        this.key = key;
        this.request = request;
        this.markers = new Markers(operation);
        this.ahead = request.wanted() == Long.MAX_VALUE;
    }

    /** Asks for the first page without waiting for it. */
    PageWalk<A> start() {
        if (first && coming == null) {
            coming = calls.page(operation, key, request);
        }
        return this;
    }

    @Override
    public @Nullable A next() {
        while (given == items.size()) {
            if (!first && next == null) {
                return null;
            }
            turn();
        }
        if (ahead && given == prefetchAt) {
            ask();
        }
        return items.get(given++);
    }

    /** Whether the service said that there is nothing, by failing. */
    boolean absent() {
        return absent;
    }

    private void turn() {
        if (coming == null) {
            ask();
        }
        if (coming == null) {
            coming = calls.page(operation, key, request);
        }
        Answer<A> page = calls.await(coming, operation.action(), key);
        coming = null;
        first = false;
        absent = page.absent();
        next = page.next();
        items = page.items();
        given = 0;
        prefetchAt = (items.size() - 1) / 2;
    }

    /** Asks for the page after this one, if there is one and nobody has. */
    private void ask() {
        if (coming == null && next != null) {
            request = markers.following(request, next);
            coming = calls.page(operation, key, request);
        }
    }
}
