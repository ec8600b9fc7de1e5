package dev.penstock.scan;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many requests were sent, readable at any time. */
public final class CallCounts {
    private final ConcurrentHashMap<String, LongAdder> sent = new ConcurrentHashMap<>();
    private final LongAdder throttles = new LongAdder();
    private final LongAdder cacheHits = new LongAdder();

    void sent(String action) {
        sent.computeIfAbsent(action, name -> new LongAdder()).increment();
    }

    void throttled() {
        throttles.increment();
    }

    void cacheHit() {
        cacheHits.increment();
    }

    /** Requests by action, retries included. */
    public SortedMap<String, Long> byAction() {
        var all = new TreeMap<String, Long>();
        sent.forEach((action, count) -> all.put(action, count.sum()));
        return all;
    }

    /** Requests that were told to slow down. */
    public long throttles() {
        return throttles.sum();
    }

    /** Calls that an earlier answer served. */
    public long cacheHits() {
        return cacheHits.sum();
    }
}
