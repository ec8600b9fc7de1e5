package dev.penstock.testkit;

import dev.penstock.spi.PluginConnection;
import dev.penstock.spi.table.Page;
import dev.penstock.spi.table.PageRequest;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** A connection whose calls run in memory and are recorded. */
public final class FakeConnection implements PluginConnection {
    private final String name;
    private final RecordedCalls calls;
    private final BiConsumer<String, String> before;

    FakeConnection(String name, RecordedCalls calls, BiConsumer<String, String> before) {
        this.name = name;
        this.calls = calls;
        this.before = before;
    }

    /** The name under which it was configured. */
    public String name() {
        return name;
    }

    /** Answers a call, after it was recorded and given the chance to fail. */
    public <A> A call(String action, String key, Supplier<A> answer) {
        calls.add(action, key);
        before.accept(action, key);
        return answer.get();
    }

    /** One page of a listing, of at most {@code size} items, as it is when the call is answered; markers are places. */
    public <I> Page<I> page(String action, String key, Supplier<List<I>> listing, PageRequest page, int size) {
        return call(action, key, () -> {
            List<I> items = listing.get();
            String marker = page.marker();
            int from = marker == null ? 0 : Integer.parseInt(marker);
            int to = Math.min(items.size(), from + page.size(size));
            return Page.of(items.subList(from, to), to < items.size() ? String.valueOf(to) : null);
        });
    }

    @Override
    public void close() {}
}
