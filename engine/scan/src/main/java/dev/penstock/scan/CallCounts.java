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
    private final ConcurrentHashMap<String, LongAdder> ignored = new ConcurrentHashMap<>();

    void sent(String action) {
        sent.computeIfAbsent(action, name -> new LongAdder()).increment();
    }

    void throttled() {
        throttles.increment();
    }

    void cacheHit() {
        cacheHits.increment();
    }

    void ignored(String action) {
        ignored.computeIfAbsent(action, name -> new LongAdder()).increment();
    }

    /** Requests by action, retries included. */
    public SortedMap<String, Long> byAction() {
        return sums(sent);
    }

    /** Failed calls by action that the configuration takes as answers with nothing in them. */
    public SortedMap<String, Long> ignoredByAction() {
        return sums(ignored);
    }

    private static SortedMap<String, Long> sums(ConcurrentHashMap<String, LongAdder> counts) {
        var all = new TreeMap<String, Long>();
        counts.forEach((action, count) -> all.put(action, count.sum()));
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
