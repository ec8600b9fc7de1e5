package dev.penstock.scan;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The calls that a plan is expected to make, beside those whose answers are at hand.
 *
 * @param byAction how many, by action
 * @param counted whether how much the account holds is known, where that matters; otherwise it is assumed
 * @param seconds how long they take at the pace of the slowest action
 * @param perSecond that pace
 * @param learned whether the service has shown that pace; otherwise it is assumed
 */
public record ExpectedCalls(
        SortedMap<String, Long> byAction, boolean counted, double seconds, double perSecond, boolean learned) {

    /** Copies the map. */
    public ExpectedCalls {
        byAction = new TreeMap<>(byAction);
    }

    /** All calls. */
    public long total() {
        return byAction.values().stream().mapToLong(Long::longValue).sum();
    }
}
