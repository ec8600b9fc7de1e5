package dev.penstock.tables.aws.simulator;

/**
 * A token bucket, full at first. A request that finds it empty is answered with {@code Throttling}.
 *
 * @param perSecond tokens that flow in per second, above 0
 * @param burst tokens that it holds at most, at least 1
 */
public record RateLimit(double perSecond, int burst) {
    /** Refuses a bucket through which nothing could pass. */
    public RateLimit {
        if (!(perSecond > 0) || Double.isInfinite(perSecond)) {
            throw new IllegalArgumentException("a rate limit needs a rate above 0, not " + perSecond);
        }
        if (burst < 1) {
            throw new IllegalArgumentException("a rate limit needs a burst of at least 1, not " + burst);
        }
    }
}
