package dev.penstock.scan;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/**
 * Learns how many requests per second a service takes. Without limit until the service throttles for the first time.
 *
 * <p>Services meter with token buckets. Where a request is throttled the bucket is empty; so what was answered between
 * two throttles is what flowed in meanwhile, and never more than that. Each throttle therefore tells the ceiling, or
 * something below it where the bucket overflowed. The rate goes there, and from there up: fast while little is known,
 * slower after each throttle, and faster again the longer none comes, because ceilings rise too.
 *
 * <p>Times are nanoseconds of one monotonic clock, given by the caller, which holds the lock.
 */
final class Pace {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double SLOWEST = 1;

    /** Of what was answered in the second before the first throttle: it may have been the bucket's stock. */
    private static final double FIRST_GUESS = 0.25;

    private static final double BELOW_CEILING = 0.98;
    private static final double FASTEST_GROWTH = 1;
    private static final double SLOWEST_GROWTH = 0.003;
    private static final double DAMPING = 0.35;
    private static final double CALM_SECONDS = 8;

    /** Throttles that arrive this soon after a step back belong to requests sent before it. */
    private static final long SETTLING = TimeUnit.MILLISECONDS.toNanos(300);

    private static final int FEWEST_MEASURED = 2;

    /** Where a bucket runs dry, whatever is under way is throttled: few are at first, and a share of what was answered. */
    private static final int CAREFUL = 12;

    private static final int ANSWERED_FOR_EACH_UNDER_WAY = 5;

    private final ArrayDeque<Long> lastSecond = new ArrayDeque<>();
    private double rate = Double.POSITIVE_INFINITY;
    private double growth = FASTEST_GROWTH;
    private long steppedBackAt;
    private long answeredSince;
    private int answeredFreely;
    private long grownAt;

    /** A request was answered. */
    void answered(long now) {
        answeredSince++;
        if (rate == Double.POSITIVE_INFINITY) {
            answeredFreely++;
            lastSecond.addLast(now);
            forget(now);
            return;
        }
        double calm = (now - steppedBackAt) / NANOS - CALM_SECONDS;
        double perSecond = growth + SLOWEST_GROWTH * Math.max(0, calm);
        rate *= 1 + perSecond * Math.max(0, now - grownAt) / NANOS;
        grownAt = now;
    }

    /** A request was told to slow down. */
    void throttled(long now) {
        if (rate == Double.POSITIVE_INFINITY) {
            forget(now);
            rate = Math.max(SLOWEST, lastSecond.size() * FIRST_GUESS);
            lastSecond.clear();
        } else if (now - steppedBackAt < SETTLING) {
            return;
        } else {
            stepBack(now);
        }
        steppedBackAt = now;
        grownAt = now;
        answeredSince = 0;
    }

    private void stepBack(long now) {
        double measured = (now - steppedBackAt) / NANOS;
        double seen = answeredSince >= FEWEST_MEASURED ? answeredSince / measured * BELOW_CEILING : rate / 2;
        rate = Math.max(SLOWEST, seen);
        growth = Math.max(SLOWEST_GROWTH, growth * DAMPING);
    }

    /** How many requests may be under way while nothing is known of a limit: few at first, more with each answer. */
    int mostUnderWay() {
        return rate == Double.POSITIVE_INFINITY
                ? Math.max(CAREFUL, answeredFreely / ANSWERED_FOR_EACH_UNDER_WAY)
                : Integer.MAX_VALUE;
    }

    /** Requests per second that are let through; infinite while nothing is known of a limit. */
    double rate() {
        return rate;
    }

    private void forget(long now) {
        while (!lastSecond.isEmpty() && now - lastSecond.getFirst() > NANOS) {
            lastSecond.removeFirst();
        }
    }
}
