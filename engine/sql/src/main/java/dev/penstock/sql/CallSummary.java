package dev.penstock.sql;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a session has called so far.
 *
 * @param byAction requests sent and answered, retries included, by action such as {@code iam:ListUsers}
 * @param throttles how many of them were told to slow down
 * @param cacheHits calls that an earlier answer served
 * @param ignoredByAction failed calls that the configuration takes as answers with nothing in them
 * @param oldestEvidence the time that the oldest answer tells of, be it kept from earlier or made earlier by the
 *     service, as a credential report is; empty before the first answer
 */
public record CallSummary(
        SortedMap<String, Long> byAction,
        long throttles,
        long cacheHits,
        SortedMap<String, Long> ignoredByAction,
        Optional<Instant> oldestEvidence) {

    /** Copies the maps. */
    public CallSummary {
        byAction = new TreeMap<>(byAction);
        ignoredByAction = new TreeMap<>(ignoredByAction);
    }

    /** What was called since an earlier summary of the same session; what that rests on, a sum does not tell. */
    public CallSummary since(CallSummary earlier) {
        return new CallSummary(
                difference(byAction, earlier.byAction),
                throttles - earlier.throttles,
                cacheHits - earlier.cacheHits,
                difference(ignoredByAction, earlier.ignoredByAction),
                Optional.empty());
    }

    /** The same calls, whose answers tell of no time before this one. */
    public CallSummary restingOn(Optional<Instant> oldest) {
        return new CallSummary(byAction, throttles, cacheHits, ignoredByAction, oldest);
    }

    private static SortedMap<String, Long> difference(SortedMap<String, Long> now, SortedMap<String, Long> earlier) {
        var difference = new TreeMap<String, Long>();
        now.forEach((action, count) -> {
            long more = count - earlier.getOrDefault(action, 0L);
            if (more > 0) {
                difference.put(action, more);
            }
        });
        return difference;
    }

    /** All requests. */
    public long total() {
        return byAction.values().stream().mapToLong(Long::longValue).sum();
    }
}
