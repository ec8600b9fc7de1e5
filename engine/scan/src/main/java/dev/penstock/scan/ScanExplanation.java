package dev.penstock.scan;

import java.util.List;

/**
 * What a scan of one connection will do, as it will choose it: nothing is assumed that the scan would ask.
 *
 * @param connection the connection's name
 * @param plan the plan that the scan will run
 * @param reason why this one, as a clause
 * @param expected what it will call
 * @param rejected the other ways, those with fewer calls first
 */
public record ScanExplanation(
        String connection, ScanPlan plan, String reason, ExpectedCalls expected, List<Alternative> rejected) {

    /** Copies the alternatives. */
    public ScanExplanation {
        rejected = List.copyOf(rejected);
    }

    /** A plan that was not chosen. */
    public record Alternative(ScanPlan plan, ExpectedCalls expected) {}
}
