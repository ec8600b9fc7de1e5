package dev.penstock.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spi.table.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallCacheTest {
    private static final Object OPERATION = new Object();
    private final AtomicLong now = new AtomicLong();
    private final CallCounts counts = new CallCounts();
    private int sent;

    @Test
    void anAnswerIsGoodUntilItsTimeIsOver() {
        var cache = new CallCache(10_000, Duration.ofMinutes(5), now::get);
        ask(cache, "a", 100);
        ask(cache, "a", 100);
        assertThat(sent).isOne();
        assertThat(counts.cacheHits()).isOne();
        now.addAndGet(TimeUnit.MINUTES.toNanos(5));
        ask(cache, "a", 100);
        assertThat(sent).isEqualTo(2);
    }

    @Test
    void withoutTimeNothingIsKept() {
        var cache = new CallCache(10_000, Duration.ZERO, now::get);
        ask(cache, "a", 100);
        ask(cache, "a", 100);
        assertThat(sent).isEqualTo(2);
    }

    @Test
    void forgettingAsksAnew() {
        var cache = new CallCache(10_000, Duration.ofMinutes(5), now::get);
        ask(cache, "a", 100);
        cache.clear();
        ask(cache, "a", 100);
        assertThat(sent).isEqualTo(2);
    }

    @Test
    void answersStayWithinTheirBytes() {
        var cache = new CallCache(10_000, Duration.ofMinutes(5), now::get);
        for (int i = 0; i < 100; i++) {
            ask(cache, "key " + i, 1_000);
        }
        long kept = java.util.stream.IntStream.range(0, 100)
                .filter(i -> cache.holds(key("key " + i)))
                .count();
        assertThat(kept).isBetween(5L, 10L);
    }

    @Test
    void aKeptAnswerTellsItsTimeToEveryoneWhomItServes() {
        var cache = new CallCache(10_000, Duration.ofMinutes(5), now::get);
        assertThat(counts.oldestEvidence()).isEmpty();
        ask(cache, "a", 100);
        assertThat(counts.oldestEvidence()).contains(Instant.EPOCH);
        CallCounts later = counts.part();
        CompletableFuture<Answer<String>> kept = cache.get(
                key("a"), later, () -> CompletableFuture.failedFuture(new IllegalStateException("asked twice")));
        assertThat(kept).isCompleted();
        assertThat(later.oldestEvidence()).contains(Instant.EPOCH);
    }

    @Test
    void aFailureIsNotKept() {
        var cache = new CallCache(10_000, Duration.ofMinutes(5), now::get);
        CompletableFuture<Answer<String>> failed =
                cache.get(key("a"), counts, () -> CompletableFuture.failedFuture(new IllegalStateException("refused")));
        assertThat(failed).isCompletedExceptionally();
        ask(cache, "a", 100);
        assertThat(sent).isOne();
    }

    private void ask(CallCache cache, String key, long bytes) {
        CompletableFuture<Answer<String>> answer = cache.get(key(key), counts, () -> {
            sent++;
            return CompletableFuture.completedFuture(new Answer<>(List.of("x"), null, false, bytes, Instant.EPOCH));
        });
        assertThat(answer.join().items()).containsExactly("x");
    }

    private static CallKey key(String key) {
        return new CallKey("connection", new CallKey.Identity(OPERATION), key, PageRequest.first());
    }
}
