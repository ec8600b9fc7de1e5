package dev.penstock.scan;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The answers of a run's calls: one request for each distinct call, also when two ask at once. Answers beyond the byte
 * budget are let go of, the least used first; failures are not kept.
 */
final class CallCache {
    /** Bytes that an answer's item is taken to hold: SDK objects of IAM measure 200 to 800. */
    private static final int BYTES_PER_ITEM = 600;

    private static final int BYTES_PER_CALL = 300;
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

    private final AsyncCache<CallKey, Answer<?>> answers;
    private final CallCounts counts;

    CallCache(long bytes, CallCounts counts) {
        this.counts = counts;
        Weigher<CallKey, Answer<?>> weigher = (key, answer) ->
                BYTES_PER_CALL + BYTES_PER_ITEM * answer.items().size();
        this.answers = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(bytes)
                .weigher(weigher)
                .expireAfterWrite(TIME_TO_LIVE)
                .buildAsync();
    }

    /** The answer to a call: the one that is here or under way, or else that of a request made now. */
    @SuppressWarnings({"unchecked", "FutureReturnValueIgnored"}) // equal keys hold equal operations: equal item types
    <A> CompletableFuture<Answer<A>> get(CallKey key, Supplier<CompletableFuture<Answer<A>>> request) {
        var mine = new AtomicBoolean();
        CompletableFuture<? extends Answer<?>> answer = answers.get(key, (same, executor) -> {
            mine.set(true);
            return (CompletableFuture<Answer<?>>) (CompletableFuture<?>) request.get();
        });
        if (!mine.get()) {
            counts.cacheHit();
        }
        return (CompletableFuture<Answer<A>>) (CompletableFuture<?>) answer;
    }
}
