package dev.penstock.scan;

import dev.penstock.spi.CallFailure;
import dev.penstock.spi.PluginConnection;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.Failure;
import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.Operation;
import dev.penstock.spi.table.Page;
import dev.penstock.spi.table.PageRequest;
import dev.penstock.spi.table.Preparation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls of one scan over one connection, through the run's cache and the connection's gate. */
final class Calls {
    private static final String CANCELED = "canceling statement due to user request";
    private static final long LOOKS_EVERY_MILLIS = 50;

    private final Connections.Opened target;
    private final CallCache cache;
    private final CallGate gate;
    private final Account account;
    private final CallCounts counts;
    private final AtomicBoolean closed;
    private final BooleanSupplier canceled;

    Calls(
            Connections.Opened target,
            CallCache cache,
            CallGate gate,
            Account account,
            CallCounts counts,
            AtomicBoolean closed,
            BooleanSupplier canceled) {
        this.target = target;
        this.cache = cache;
        this.gate = gate;
        this.account = account;
        this.counts = counts;
        this.closed = closed;
        this.canceled = canceled;
    }

    /** The account that the calls go to, for messages. */
    @FunctionalInterface
    interface Account {

        /**
         * Its number, null if it is not known.
         *
         * @param ask whether it may be asked for
         */
        @Nullable
        String of(boolean ask);
    }

    /** One page, from the cache where it is there. */
    <A> CompletableFuture<Answer<A>> page(Operation<?, A> operation, String key, PageRequest page) {
        var identity = new CallKey.Identity(operation);
        var whole = new CallKey(target.name(), identity, key, page.whole());
        // A full page that is here serves a smaller question; a small one never serves a larger.
        PageRequest asked = cache.holds(whole) ? page.whole() : page;
        return shared(new CallKey(target.name(), identity, key, asked), () -> send(operation, key, asked));
    }

    /** One page, asked for anew. */
    <A> CompletableFuture<Answer<A>> freshPage(Operation<?, A> operation, String key, PageRequest page) {
        return send(operation, key, page);
    }

    /** Every page of an answer, one after the other. */
    <A> CompletableFuture<List<A>> pages(Operation<?, A> operation, String key) {
        return pages(operation, key, PageRequest.first(), new ArrayList<>(), new Markers(operation));
    }

    private <A> CompletableFuture<List<A>> pages(
            Operation<?, A> operation, String key, PageRequest request, List<A> before, Markers markers) {
        return page(operation, key, request).thenCompose(page -> {
            before.addAll(page.items());
            String next = page.next();
            return next == null
                    ? CompletableFuture.completedFuture(before)
                    : pages(operation, key, markers.following(request, next), before, markers);
        });
    }

    /** What an extractor takes out of an entry for a call to ask with; an entry without it is no whole answer. */
    static String key(Extractor<Object, String> key, Object item, Operation<?, ?> operation) {
        String value = key.extract(item);
        if (value == null) {
            throw new EngineException(
                    ErrorCode.CALL_FAILED,
                    operation.action() + " can't be asked: an entry that it is for was answered without its name");
        }
        return value;
    }

    /** One answer that belongs to an element of a list; empty where the element is gone. */
    <B> CompletableFuture<Answer<B>> element(Object identity, String action, String key, Function<Object, B> fetch) {
        var call = new CallKey(target.name(), new CallKey.Identity(identity), key, PageRequest.first());
        return shared(
                call,
                () -> absentOr(
                        gate.send(
                                action,
                                () -> Answer.of(
                                        Page.only(List.of(fetch.apply(target.connection()))), target.plugin()::bytes),
                                target.plugin()::describe,
                                counts,
                                closed::get),
                        failure -> failure.kind() == Failure.NOT_FOUND));
    }

    /** A flight that another scan abandoned is flown again by whoever still waits for it. */
    private <A> CompletableFuture<Answer<A>> shared(CallKey call, Supplier<CompletableFuture<Answer<A>>> request) {
        return cache.get(call, counts, request).exceptionallyCompose(thrown -> {
            Throwable cause = unwrap(thrown);
            return cause instanceof CancellationException && !closed.get() && !gate.isClosed()
                    ? shared(call, request)
                    : CompletableFuture.failedFuture(cause);
        });
    }

    private <A> CompletableFuture<Answer<A>> send(Operation<?, A> operation, String key, PageRequest page) {
        return absentOr(
                prepared(operation, key, page), failure -> operation.absentOn().contains(failure.kind()));
    }

    private <A> CompletableFuture<Answer<A>> prepared(Operation<?, A> operation, String key, PageRequest page) {
        Preparation<?> preparation = operation.preparation();
        if (preparation == null) {
            return request(operation, key, page);
        }
        Operation<?, String> first = preparation.operation();
        String firstKey = String.valueOf(preparation.key().extract(key));
        if (preparation.always()) {
            return page(first, firstKey, PageRequest.first())
                    .thenCompose(given ->
                            request(operation, key, page.with(given.items().get(0))));
        }
        return request(operation, key, page).exceptionallyCompose(thrown -> {
            Throwable cause = unwrap(thrown);
            return isOf(cause, Failure.NOT_MADE)
                    ? freshPage(first, firstKey, PageRequest.first()).thenCompose(made -> request(operation, key, page))
                    : CompletableFuture.failedFuture(cause);
        });
    }

    private <A> CompletableFuture<Answer<A>> request(Operation<?, A> operation, String key, PageRequest page) {
        return gate.send(
                operation.action(),
                () -> fetch(operation, target, key, page),
                target.plugin()::describe,
                counts,
                closed::get);
    }

    /** Sends one request and waits for its answer. */
    @SuppressWarnings("unchecked") // a plugin's operations take the connection that it makes
    static <A> Answer<A> fetch(Operation<?, A> operation, Connections.Opened target, String key, PageRequest page) {
        var fetch = (Operation.Fetch<PluginConnection, A>) operation.fetch();
        return Answer.of(fetch.fetch(target.connection(), key, page), target.plugin()::bytes);
    }

    private <A> CompletableFuture<Answer<A>> absentOr(
            CompletableFuture<Answer<A>> answer, java.util.function.Predicate<CallFailure> absent) {
        return answer.exceptionallyCompose(thrown -> {
            Throwable cause = unwrap(thrown);
            return cause instanceof CallFailedException failed && (absent.test(failed.failure()) || ignores(failed))
                    ? CompletableFuture.completedFuture(Answer.nothing())
                    : CompletableFuture.failedFuture(cause);
        });
    }

    private boolean ignores(CallFailedException failed) {
        boolean ignored = target.connection().ignores(failed.failure());
        if (ignored) {
            counts.ignored(failed.action());
        }
        return ignored;
    }

    /** The keys that the connection's configuration gives. */
    @SuppressWarnings("unchecked") // a plugin's tables take the connection that it makes
    List<String> configured(KeySource.Configured<?, ?> keys) {
        List<String> values =
                ((KeySource.Configured<PluginConnection, ?>) keys).values().extract(target.connection());
        return values == null ? List.of() : values;
    }

    /** Waits for all pages of a bulk answer; that the caller may not ask for it is another matter than a failure. */
    List<?> awaitBulk(CompletableFuture<? extends List<?>> answer, Operation<?, ?> operation) {
        try {
            return get(answer);
        } catch (CancellationException e) {
            throw new EngineException(ErrorCode.CANCELED, CANCELED, e);
        } catch (ExecutionException e) {
            Throwable cause = unwrap(e);
            RuntimeException error = error(cause, operation.action(), "");
            if (isOf(cause, Failure.DENIED) && error instanceof EngineException denied) {
                throw new BulkDeniedException(operation, denied);
            }
            throw error;
        }
    }

    /** Waits for a call made for {@code subject}; its failure becomes an error for people. */
    <A> A await(CompletableFuture<A> call, String action, String subject) {
        try {
            return get(call);
        } catch (CancellationException e) {
            throw new EngineException(ErrorCode.CANCELED, CANCELED, e);
        } catch (ExecutionException e) {
            throw error(unwrap(e), action, subject);
        }
    }

    /** Waits as long as the consumer does: it may let go while the call is under way. */
    private <A> A get(CompletableFuture<A> call) throws ExecutionException {
        if (call.isDone()) {
            return result(call);
        }
        long started = System.nanoTime();
        try {
            return result(call);
        } finally {
            counts.waited(System.nanoTime() - started);
        }
    }

    private <A> A result(CompletableFuture<A> call) throws ExecutionException {
        while (true) {
            try {
                return call.get(LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (canceled.getAsBoolean()) {
                    closed.set(true);
                    throw new EngineException(ErrorCode.CANCELED, CANCELED, e);
                }
                String silent = gate.stalled().orElse(null);
                if (silent != null) {
                    closed.set(true);
                    throw new ExecutionException(new CallFailedException(silent, CallErrors.UNANSWERED, e));
                }
            } catch (InterruptedException e) {
                closed.set(true);
                Thread.currentThread().interrupt();
                throw new EngineException(ErrorCode.CANCELED, CANCELED, e);
            }
        }
    }

    private RuntimeException error(Throwable thrown, String action, String subject) {
        if (thrown instanceof CallFailedException failed) {
            boolean signed = failed.failure().kind() != Failure.EXPIRED
                    && !failed.failure().equals(CallErrors.UNANSWERED);
            return CallErrors.of(failed, subject, target.name(), account.of(signed));
        }
        if (thrown instanceof CancellationException) {
            return new EngineException(ErrorCode.CANCELED, CANCELED, thrown);
        }
        if (thrown instanceof EngineException known) {
            return known;
        }
        return new EngineException(ErrorCode.INTERNAL, action + " ended unexpectedly: " + thrown, thrown);
    }

    /** Whether the service does not know what a call was for; waits for the call. */
    boolean isMissing(CompletableFuture<?> call) {
        try {
            get(call);
            return false;
        } catch (ExecutionException e) {
            return isOf(unwrap(e), Failure.NOT_FOUND);
        } catch (CancellationException e) {
            return false;
        }
    }

    private static boolean isOf(Throwable thrown, Failure kind) {
        return thrown instanceof CallFailedException failed && failed.failure().kind() == kind;
    }

    static Throwable unwrap(Throwable thrown) {
        Throwable inner = thrown;
        Throwable cause = inner.getCause();
        while ((inner instanceof CompletionException || inner instanceof ExecutionException) && cause != null) {
            inner = cause;
            cause = inner.getCause();
        }
        return inner;
    }
}
