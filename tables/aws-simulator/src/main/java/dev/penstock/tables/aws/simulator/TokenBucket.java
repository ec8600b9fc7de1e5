package dev.penstock.tables.aws.simulator;

/** The running state of a {@link RateLimit}; used by one thread. */
final class TokenBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private final RateLimit limit;
    private double tokens;
    private long filledAtNanos;

    TokenBucket(RateLimit limit, long nowNanos) {
        this.limit = limit;
        this.tokens = limit.burst();
        this.filledAtNanos = nowNanos;
    }

    boolean take(long nowNanos) {
        double flown = (nowNanos - filledAtNanos) / NANOS_PER_SECOND * limit.perSecond();
        tokens = Math.min(limit.burst(), tokens + flown);
        filledAtNanos = nowNanos;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
