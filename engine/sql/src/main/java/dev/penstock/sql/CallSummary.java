package dev.penstock.sql;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a session has called so far.
 *
 * @param byAction requests sent and answered, retries included, by action such as {@code iam:ListUsers}
 * @param throttles how many of them were told to slow down
 * @param cacheHits calls that an earlier answer served
 */
public record CallSummary(SortedMap<String, Long> byAction, long throttles, long cacheHits) {

    /** Copies the map. */
    public CallSummary {
        byAction = new TreeMap<>(byAction);
    }

    /** All requests. */
    public long total() {
        return byAction.values().stream().mapToLong(Long::longValue).sum();
    }
}
