package dev.penstock.tables.aws.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a simulator answers.
 *
 * @param port TCP port on the loopback address; 0 takes a free one
 * @param latency how long each answer is held back; holds no thread
 * @param rateLimits token buckets by action, such as {@code iam:ListUsers}; {@link #EVERY_ACTION} for the one that all
 *     requests share
 * @param pageSizeCap the most items on a page, 1 to 1,000, whatever the request asks for
 * @param faults asked in turn for each request; the first that decides wins
 * @param loggedRequests how many requests the log keeps in full; older ones are only counted
 */
public record SimulatorOptions(
        int port,
        Duration latency,
        Map<String, RateLimit> rateLimits,
        int pageSizeCap,
        List<Fault> faults,
        int loggedRequests) {

    /** The action name that stands for all of them. */
    public static final String EVERY_ACTION = "*";

    static final int LARGEST_PAGE = 1000;
    private static final int LARGEST_PORT = 65_535;
    private static final int DEFAULT_LOGGED = 200_000;

    /** Checks the ranges and copies the collections. */
    public SimulatorOptions {
        require(port >= 0 && port <= LARGEST_PORT, "a port is 0 to " + LARGEST_PORT + ", not " + port);
        require(!latency.isNegative(), "a latency cannot be negative: " + latency);
        require(
                pageSizeCap >= 1 && pageSizeCap <= LARGEST_PAGE,
                "a page holds 1 to " + LARGEST_PAGE + " items, not " + pageSizeCap);
        require(loggedRequests >= 0, "a log cannot keep " + loggedRequests + " requests");
        rateLimits.keySet().stream()
                .filter(action -> !action.equals(EVERY_ACTION))
                .forEach(ActionName::require);
        rateLimits = Map.copyOf(rateLimits);
        faults = List.copyOf(faults);
    }

    /** A free port, no latency, no limit, no fault. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(0, Duration.ZERO, Map.of(), LARGEST_PAGE, List.of(), DEFAULT_LOGGED);
    }

    /** The same on another port; 0 takes a free one. */
    public SimulatorOptions withPort(int newPort) {
        return new SimulatorOptions(newPort, latency, rateLimits, pageSizeCap, faults, loggedRequests);
    }

    /** The same with each answer held back. */
    public SimulatorOptions withLatency(Duration newLatency) {
        return new SimulatorOptions(port, newLatency, rateLimits, pageSizeCap, faults, loggedRequests);
    }

    /** The same with a token bucket that all requests share. */
    public SimulatorOptions withRateLimit(double perSecond, int burst) {
        return withRateLimit(EVERY_ACTION, perSecond, burst);
    }

    /** The same with a token bucket for one action, such as {@code iam:ListUsers}. */
    public SimulatorOptions withRateLimit(String action, double perSecond, int burst) {
        var limits = new LinkedHashMap<>(rateLimits);
        limits.put(action, new RateLimit(perSecond, burst));
        return new SimulatorOptions(port, latency, limits, pageSizeCap, faults, loggedRequests);
    }

    /** The same with smaller pages. */
    public SimulatorOptions withPageSizeCap(int newCap) {
        return new SimulatorOptions(port, latency, rateLimits, newCap, faults, loggedRequests);
    }

    /** The same with one more fault, asked after those already there. */
    public SimulatorOptions withFault(Fault fault) {
        var more = new ArrayList<>(faults);
        more.add(fault);
        return new SimulatorOptions(port, latency, rateLimits, pageSizeCap, more, loggedRequests);
    }

    /** The same with a log that keeps so many requests in full. */
    public SimulatorOptions withLoggedRequests(int newCount) {
        return new SimulatorOptions(port, latency, rateLimits, pageSizeCap, faults, newCount);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
