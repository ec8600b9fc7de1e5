package dev.penstock.sql;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a session has called so far.
 *
 * @param byAction requests sent and answered, retries included, by action such as {@code iam:ListUsers}
 * @param throttles how many of them were told to slow down
 * @param cacheHits calls that an earlier answer served
 * @param ignoredByAction failed calls that the configuration takes as answers with nothing in them
 */
public record CallSummary(
        SortedMap<String, Long> byAction, long throttles, long cacheHits, SortedMap<String, Long> ignoredByAction) {

    /** Copies the maps. */
    public CallSummary {
        byAction = new TreeMap<>(byAction);
        ignoredByAction = new TreeMap<>(ignoredByAction);
    }

    /** All requests. */
    public long total() {
        return byAction.values().stream().mapToLong(Long::longValue).sum();
    }
}
