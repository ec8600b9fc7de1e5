package dev.penstock.scan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import dev.penstock.spi.table.Operation;
import dev.penstock.spi.table.PageRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers of calls: one request for each distinct call until its time is over, also when two ask at once. Answers
 * beyond the byte budget are let go of, the least used first; failures are not kept.
 */
final class CallCache {
    private final Cache<CallKey, Answer<?>> answers;
    private final ConcurrentHashMap<CallKey, CompletableFuture<Answer<?>>> flights = new ConcurrentHashMap<>();

    /**
     * A cache.
     *
     * @param bytes what the answers may hold; no more than about that
     * @param timeToLive how long an answer is good for; zero for not at all, so that only calls at the same time are one
     * @param clock nanoseconds of a monotonic clock
     */
    CallCache(long bytes, Duration timeToLive, LongSupplier clock) {
        Weigher<CallKey, Answer<?>> weigher = (key, answer) -> (int) Math.min(Integer.MAX_VALUE, answer.bytes());
        this.answers = Caffeine.newBuilder()
                .executor(Runnable::run)
                .ticker(clock::getAsLong)
                .maximumWeight(bytes)
                .weigher(weigher)
                .expireAfterWrite(timeToLive)
                .build();
    }

    /** Forgets every answer; what is under way stays under way. */
    void clear() {
        answers.invalidateAll();
    }

    /** Whether an answer is here. */
    boolean holds(CallKey key) {
        return answers.getIfPresent(key) != null;
    }

    /**
     * The answer to a call: the one that is here or under way, or else that of a request made now.
     *
     * @param counts hears of an answer that costs no request, and of what time an answer tells
     */
    @SuppressWarnings("unchecked") // equal keys hold equal operations: equal item types
    <A> CompletableFuture<Answer<A>> get(
            CallKey key, CallCounts counts, Supplier<CompletableFuture<Answer<A>>> request) {
        var mine = new CompletableFuture<Answer<?>>();
        CompletableFuture<Answer<?>> other = flights.putIfAbsent(key, mine);
        CompletableFuture<Answer<?>> flight = other == null ? mine : other;
        Answer<?> known = other == null ? answers.getIfPresent(key) : null;
        if (other != null || known != null) {
            counts.cacheHit();
        }
        if (known != null) {
            counts.evidence(known.asOf());
            land(key, mine, known, null);
        } else if (other == null) {
            fly(key, mine, counts, request);
        }
        return (CompletableFuture<Answer<A>>) (CompletableFuture<?>) flight;
    }

    /** Whether every page of an answer from {@code first} on is here. */
    boolean holds(String connection, Operation<?, ?> operation, String key, PageRequest first) {
        PageRequest page = first;
        while (true) {
            Answer<?> answer =
                    answers.getIfPresent(new CallKey(connection, new CallKey.Identity(operation), key, page));
            if (answer == null) {
                return false;
            }
            String next = answer.next();
            if (next == null) {
                return true;
            }
            page = page.after(next);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the flight tells how it went
    private <A> void fly(
            CallKey key,
            CompletableFuture<Answer<?>> flight,
            CallCounts counts,
            Supplier<CompletableFuture<Answer<A>>> request) {
        CompletableFuture<Answer<A>> under;
        try {
            under = request.get();
        } catch (RuntimeException | Error e) {
            // Whoever waits for the flight must hear of it, and the next one must be able to fly.
            land(key, flight, null, e);
            return;
        }
        under.whenComplete((answer, thrown) -> {
            if (answer != null) {
                counts.evidence(answer.asOf());
                answers.put(key, answer);
            }
            land(key, flight, answer, thrown);
        });
    }

    private void land(
            CallKey key, CompletableFuture<Answer<?>> flight, @Nullable Answer<?> answer, @Nullable Throwable thrown) {
        flights.remove(key, flight);
        if (thrown != null) {
            flight.completeExceptionally(thrown);
        } else if (answer != null) {
            flight.complete(answer);
        }
    }
}
