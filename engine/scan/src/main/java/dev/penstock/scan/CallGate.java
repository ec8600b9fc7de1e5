package dev.penstock.scan;

import dev.penstock.spi.CallFailure;
import dev.penstock.spi.error.Failure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of one connection: so many at once, at the pace that each action is seen to take, again when the
 * service stumbles. The only place that retries. Requests block a daemon thread each; waiting for a slot blocks none.
 */
final class CallGate implements AutoCloseable {
    private static final int TRANSIENT_ATTEMPTS = 7;
    private static final long FIRST_BACKOFF = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONGEST_BACKOFF = TimeUnit.SECONDS.toNanos(10);

    /** A request gives up by itself first, and says why; a busy machine may be late, too. */
    private static final long STALLED_BEYOND = TimeUnit.SECONDS.toNanos(4);

    private static final long FIRST_QUESTION = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LONGEST_QUESTION = TimeUnit.SECONDS.toNanos(3);

    private final Executor workers;
    private final int inFlight;
    private final ArrayDeque<Attempt<?>> queued = new ArrayDeque<>();
    private int running;
    private final ScheduledExecutorService timer;
    private final Function<String, Lane> lanes;
    private final Set<Attempt<?>> pending = ConcurrentHashMap.newKeySet();
    private final long deadline;
    private final int attempts;
    private final Predicate<CallFailure> renews;
    private volatile long answered = System.nanoTime();
    private volatile boolean closed;

    /**
     * A gate that lets so many requests at once to the workers, which it shares with others.
     *
     * @param lanes where the requests of an action wait for their turn
     * @param workers send the requests; stay the caller's
     * @param timer wakes those who wait; stays the caller's
     * @param inFlight requests at once
     * @param deadline how long a request is sent again when it is throttled or the service stumbles
     * @param attempts how often a request is sent at most, where that is configured
     * @param renews whether credentials were had anew after such a failure
     */
    CallGate(
            int inFlight,
            Duration deadline,
            OptionalInt attempts,
            Predicate<CallFailure> renews,
            Function<String, Lane> lanes,
            Executor workers,
            ScheduledExecutorService timer) {
        this.lanes = lanes;
        this.timer = timer;
        this.deadline = deadline.toNanos();
        this.attempts = attempts.orElse(Integer.MAX_VALUE);
        this.renews = renews;
        this.workers = workers;
        this.inFlight = inFlight;
    }

    /** The threads that send the requests of all gates of a run, started when needed. */
    static ExecutorService workers(int most) {
        var workers = new ThreadPoolExecutor(
                most, most, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemon("penstock-call"));
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }

    /** What waits for an answer since the account has been silent for too long; to throttle is not to be silent. */
    Optional<String> stalled() {
        if (System.nanoTime() - answered < deadline + STALLED_BEYOND) {
            return Optional.empty();
        }
        return pending.stream().map(attempt -> attempt.action).findFirst();
    }

    private synchronized boolean admits(Attempt<?> attempt) {
        if (running < inFlight) {
            running++;
            return true;
        }
        queued.addLast(attempt);
        return false;
    }

    private synchronized @Nullable Attempt<?> next() {
        Attempt<?> next = queued.pollFirst();
        if (next == null) {
            running--;
        }
        return next;
    }

    /** The thread that wakes those who wait for their turn. */
    static ScheduledExecutorService timer() {
        return new ScheduledThreadPoolExecutor(1, daemon("penstock-pace"));
    }

    /**
     * Sends a request until it is answered, refused for good, or out of time.
     *
     * @param counts hears of every attempt
     * @param abandoned asked before each attempt; a request that nobody waits for is not sent
     * @return the answer; fails with {@link CallFailedException}
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the answer itself tells how it went
    <A> CompletableFuture<A> send(
            String action,
            Supplier<A> request,
            Function<RuntimeException, CallFailure> describe,
            CallCounts counts,
            BooleanSupplier abandoned) {
        var attempt = new Attempt<>(action, request, describe, counts, abandoned);
        if (pending.isEmpty()) {
            answered = System.nanoTime();
        }
        pending.add(attempt);
        attempt.answer.whenComplete((answer, thrown) -> pending.remove(attempt));
        if (closed) {
            attempt.answer.cancel(false);
        } else {
            attempt.enter();
        }
        return attempt.answer;
    }

    /** Whether nothing is sent any more. */
    boolean isClosed() {
        return closed;
    }

    /** Sends nothing more; what nobody answered yet is canceled. */
    @Override
    public void close() {
        closed = true;
        pending.forEach(attempt -> attempt.answer.cancel(false));
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private final class Attempt<A> implements Runnable {
        private final String action;
        private final Supplier<A> request;
        private final Function<RuntimeException, CallFailure> describe;
        private final CallCounts counts;
        private final BooleanSupplier abandoned;
        private final Lane lane;
        private final long started = System.nanoTime();
        private final CompletableFuture<A> answer = new CompletableFuture<>();
        private int sent;
        private int stumbles;
        private boolean renewed;
        private long questionAfter = FIRST_QUESTION;

        Attempt(
                String action,
                Supplier<A> request,
                Function<RuntimeException, CallFailure> describe,
                CallCounts counts,
                BooleanSupplier abandoned) {
            this.action = action;
            this.request = request;
            this.describe = describe;
            this.counts = counts;
            this.abandoned = abandoned;
            this.lane = lanes.apply(action);
        }

        /** Waits for its turn, then for a worker. */
        void enter() {
            lane.enter(this::leave);
        }

        private void leave() {
            if (admits(this)) {
                work();
            }
        }

        private void work() {
            try {
                workers.execute(this);
            } catch (RejectedExecutionException e) {
                answer.cancel(false);
            }
        }

        /** Waits so long, then for its turn. */
        @SuppressWarnings("FutureReturnValueIgnored") // the answer's future tells how it went
        private void enterAfter(long backoff) {
            try {
                timer.schedule(this::enter, backoff, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                answer.cancel(false);
            }
        }

        @Override
        public void run() {
            try {
                send();
            } finally {
                lane.ended();
                Attempt<?> next = next();
                if (next != null) {
                    next.work();
                }
            }
        }

        private void send() {
            if (abandoned.getAsBoolean()) {
                answer.cancel(false);
                return;
            }
            counts.sent(action);
            A given;
            try {
                given = request.get();
            } catch (RuntimeException e) {
                failed(e);
                return;
            } catch (Error e) {
                answer.completeExceptionally(e);
                throw e;
            }
            lane.answered();
            answered = System.nanoTime();
            answer.complete(given);
        }

        private void failed(RuntimeException thrown) {
            CallFailure failure;
            try {
                failure = describe.apply(thrown);
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
                return;
            }
            boolean again = System.nanoTime() - started < deadline && ++sent < attempts;
            if (failure.kind() != Failure.TRANSIENT) {
                answered = System.nanoTime();
            }
            if (failure.kind() == Failure.THROTTLED) {
                counts.throttled();
                lane.throttled();
                if (again) {
                    lane.enterAgain(this::leave);
                    return;
                }
            } else if (failure.kind() == Failure.NOT_READY) {
                lane.answered();
                if (System.nanoTime() - started < deadline) {
                    enterAfter(nextQuestion());
                    return;
                }
            } else if (failure.kind() == Failure.TRANSIENT && again && isStumbleLeft()) {
                enterAfter(jitter(stumbles));
                return;
            } else if (failure.kind() == Failure.EXPIRED && !renewed && renews.test(failure)) {
                renewed = true;
                enter();
                return;
            }
            answer.completeExceptionally(new CallFailedException(action, failure, thrown));
        }

        /** Seven attempts are enough where nothing else is configured. */
        private boolean isStumbleLeft() {
            return ++stumbles < TRANSIENT_ATTEMPTS || attempts < Integer.MAX_VALUE;
        }

        /** The time until it is asked again whether something is ready: longer each time. */
        private long nextQuestion() {
            long wait = questionAfter;
            questionAfter = Math.min(LONGEST_QUESTION, questionAfter * 3 / 2);
            return wait;
        }

        /** Full jitter: anything up to a ceiling that doubles with each attempt. */
        private static long jitter(int attempt) {
            long ceiling = Math.min(LONGEST_BACKOFF, FIRST_BACKOFF << attempt);
            return ThreadLocalRandom.current().nextLong(ceiling);
        }
    }
}
