package dev.penstock.scan;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How many requests were sent, readable at any time: those of a run, or of a part of it. */
public final class CallCounts {
    private final @Nullable CallCounts whole;
    private final ConcurrentHashMap<String, LongAdder> sent = new ConcurrentHashMap<>();
    private final LongAdder throttles = new LongAdder();
    private final LongAdder cacheHits = new LongAdder();
    private final ConcurrentHashMap<String, LongAdder> ignored = new ConcurrentHashMap<>();
    private final LongAdder waited = new LongAdder();
    private final LongAccumulator oldest = new LongAccumulator(Math::min, Long.MAX_VALUE);

    /** Counts of a run. */
    public CallCounts() {
        this(null);
    }

    private CallCounts(@Nullable CallCounts whole) {
        this.whole = whole;
    }

    /** Counts of a part, which count for the whole, too. */
    public CallCounts part() {
        return new CallCounts(this);
    }

    void sent(String action) {
        if (whole != null) {
            whole.sent(action);
        }
        sent.computeIfAbsent(action, name -> new LongAdder()).increment();
    }

    void throttled() {
        if (whole != null) {
            whole.throttled();
        }
        throttles.increment();
    }

    void cacheHit() {
        if (whole != null) {
            whole.cacheHit();
        }
        cacheHits.increment();
    }

    void ignored(String action) {
        if (whole != null) {
            whole.ignored(action);
        }
        ignored.computeIfAbsent(action, name -> new LongAdder()).increment();
    }

    void evidence(Instant asOf) {
        if (whole != null) {
            whole.evidence(asOf);
        }
        oldest.accumulate(asOf.toEpochMilli());
    }

    void waited(long nanos) {
        if (whole != null) {
            whole.waited(nanos);
        }
        waited.add(nanos);
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

    /** The time that the oldest answer told of, to the millisecond; empty before the first one. */
    public Optional<Instant> oldestEvidence() {
        long time = oldest.get();
        return time == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(time));
    }

    /** Nanoseconds for which consumers of scans waited for answers. */
    public long waited() {
        return waited.sum();
    }
}
