package dev.penstock.tables.aws.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every request that a simulator received, in order. All are counted; the newest are kept in full, as many as
 * {@link SimulatorOptions#loggedRequests()} says. May be read from any thread.
 */
public final class RequestLog {
    private final int capacity;
    private final Deque<LoggedRequest> requests = new ArrayDeque<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private int inFlight;
    private int peakInFlight;

    RequestLog(int capacity) {
        this.capacity = capacity;
    }

    /** The requests kept, oldest first. */
    public synchronized List<LoggedRequest> requests() {
        return List.copyOf(requests);
    }

    /** The requests kept for one action, such as {@code iam:ListUsers}, oldest first. */
    public synchronized List<LoggedRequest> requests(String action) {
        return requests.stream()
                .filter(request -> request.action().equals(action))
                .toList();
    }

    /** How many requests were received. */
    public synchronized long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many requests were received for one action, such as {@code iam:ListUsers}. */
    public synchronized long count(String action) {
        return counts.getOrDefault(action, 0L);
    }

    /** How many requests were received, by action, in alphabetical order. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** The most requests that waited for their answers at the same time. */
    public synchronized int peakInFlight() {
        return peakInFlight;
    }

    /** Forgets what was received so far; requests under way still count for {@link #peakInFlight()}. */
    public synchronized void clear() {
        requests.clear();
        counts.clear();
        peakInFlight = inFlight;
    }

    synchronized void received(LoggedRequest request) {
        counts.merge(request.action(), 1L, Long::sum);
        if (capacity > 0) {
            if (requests.size() == capacity) {
                requests.removeFirst();
            }
            requests.addLast(request);
        }
    }

    synchronized void started() {
        peakInFlight = Math.max(peakInFlight, ++inFlight);
    }

    synchronized void ended() {
        inFlight--;
    }
}
