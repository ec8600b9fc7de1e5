package dev.penstock.tables.aws.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final long SECOND = 1_000_000_000L;

    /** So slow that no token flows in during a test. */
    private static final double TRICKLE = 0.0001;

    @Test
    void bucketIsFullAtFirstAndFillsAtItsRate() {
        var bucket = new TokenBucket(new RateLimit(10, 2), 0);
        assertThat(bucket.take(0)).isTrue();
        assertThat(bucket.take(0)).isTrue();
        assertThat(bucket.take(0)).isFalse();
        assertThat(bucket.take(SECOND / 10)).isTrue();
        assertThat(bucket.take(SECOND / 10)).isFalse();
    }

    @Test
    void bucketNeverHoldsMoreThanItsBurst() {
        var bucket = new TokenBucket(new RateLimit(10, 2), 0);
        assertThat(bucket.take(100 * SECOND)).isTrue();
        assertThat(bucket.take(100 * SECOND)).isTrue();
        assertThat(bucket.take(100 * SECOND)).isFalse();
    }

    @Test
    void emptyBucketThrottlesEveryAction() {
        var options = SimulatorOptions.defaults().withRateLimit(TRICKLE, 2);
        try (var simulator = AwsSimulator.start(Estates.users(1), options)) {
            var client = new QueryClient(simulator);
            assertThat(client.iam("ListUsers").status()).isEqualTo(200);
            assertThat(client.sts("GetCallerIdentity").status()).isEqualTo(200);
            assertThat(client.iam("ListUsers").error()).isEqualTo("400 Throttling: Rate exceeded");
        }
    }

    @Test
    void bucketOfOneActionLeavesOthersAlone() {
        var options = SimulatorOptions.defaults().withRateLimit("iam:ListUsers", TRICKLE, 1);
        try (var simulator = AwsSimulator.start(Estates.users(1), options)) {
            var client = new QueryClient(simulator);
            assertThat(client.iam("ListUsers").status()).isEqualTo(200);
            assertThat(client.iam("ListUsers").status()).isEqualTo(400);
            assertThat(client.iam("ListGroups").status()).isEqualTo(200);
        }
    }

    @Test
    void refusesBucketsThatLetNothingThrough() {
        assertThatThrownBy(() -> new RateLimit(0, 1)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new RateLimit(Double.NaN, 1)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new RateLimit(1, 0)).hasMessageContaining("at least 1");
    }
}
