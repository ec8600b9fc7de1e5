package dev.penstock.scan;

import java.util.concurrent.TimeUnit;

/**
 * Learns how many requests per second a service takes. Without limit until the service throttles; then a little below
 * what it has just been seen to take, and from there slowly up again. Requests that a service refuses cost it nothing,
 * so it pays to stay close to the ceiling and touch it now and then.
 *
 * <p>Times are nanoseconds of one monotonic clock, given by the caller.
 */
final class Pace {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double STEP_BACK = 0.97;
    private static final double GROWTH_PER_SECOND = 0.08;
    private static final double SLOWEST = 1;
    /** Throttles that arrive this soon after a step back belong to requests sent before it. */
    private static final long SETTLING = TimeUnit.MILLISECONDS.toNanos(400);

    private static final long MEASURED_OVER = TimeUnit.SECONDS.toNanos(1);

    private double rate = Double.POSITIVE_INFINITY;
    private long nextSlot = Long.MIN_VALUE;
    private long lastStepBack = Long.MIN_VALUE;
    private long lastGrowth;
    private final java.util.ArrayDeque<Long> successes = new java.util.ArrayDeque<>();

    /** Takes the next slot; the nanoseconds until it comes. */
    synchronized long reserve(long now) {
        if (rate == Double.POSITIVE_INFINITY) {
            return 0;
        }
        long slot = Math.max(now, nextSlot);
        nextSlot = slot + (long) (NANOS / rate);
        return slot - now;
    }

    /** A request was answered. */
    synchronized void succeeded(long now) {
        successes.addLast(now);
        forget(now);
        if (rate != Double.POSITIVE_INFINITY) {
            rate *= 1 + GROWTH_PER_SECOND * (now - lastGrowth) / NANOS;
            lastGrowth = now;
        }
    }

    /** A request was told to slow down. */
    synchronized void throttled(long now) {
        forget(now);
        if (lastStepBack != Long.MIN_VALUE && now - lastStepBack < SETTLING) {
            return;
        }
        double seen = successes.size() * NANOS / MEASURED_OVER;
        rate = Math.max(SLOWEST, Math.min(rate, seen) * STEP_BACK);
        lastStepBack = now;
        lastGrowth = now;
    }

    /** Requests per second that are let through; infinite while nothing is known of a limit. */
    synchronized double rate() {
        return rate;
    }

    private void forget(long now) {
        while (!successes.isEmpty() && now - successes.getFirst() > MEASURED_OVER) {
            successes.removeFirst();
        }
    }
}
