package dev.penstock.scan;

import dev.penstock.spi.CallFailure;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.Failure;
import dev.penstock.spi.table.AccountCall;
import dev.penstock.spi.table.Operation;
import dev.penstock.spi.table.PageRequest;
import dev.penstock.spi.table.RowCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Runs table scans for one run: its answers are shared, its calls are counted. Safe for many threads. */
public final class TableScanner implements AutoCloseable {
    /** A run sees one state of the account: what it has been told does not grow old before its end. */
    public static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

    /** Requests under way at once over all connections, unless one connection alone may have more. */
    private static final int MOST_IN_FLIGHT = 128;

    private final Connections connections;
    private final CallCounts counts = new CallCounts();
    private final CallCache cache;
    private final Duration retryDeadline;
    private final ScheduledExecutorService timer = CallGate.timer();
    private final ExecutorService workers;
    private final Lanes lanes = new Lanes(timer);
    private final ConcurrentHashMap<String, CallGate> gates = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, String> accounts = new ConcurrentHashMap<>();
    private final Set<Denial> denied = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, Expected> expected = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** A scanner for one run, whose answers are good to its end. */
    public TableScanner(Connections connections, long cacheBytes, Duration retryDeadline) {
        this(connections, cacheBytes, FOR_EVER, retryDeadline);
    }

    /**
     * A scanner over connections, which stay the caller's to close.
     *
     * @param cacheBytes what the answers of calls may hold
     * @param timeToLive how long an answer is good for; zero for no cache
     * @param retryDeadline how long a throttled call is sent again, and how long something that must be made is awaited
     */
    public TableScanner(Connections connections, long cacheBytes, Duration timeToLive, Duration retryDeadline) {
        this.connections = connections;
        this.cache = new CallCache(cacheBytes, timeToLive, System::nanoTime);
        this.retryDeadline = retryDeadline;
        this.workers = CallGate.workers(connections.configs().stream()
                .mapToInt(ConnectionConfig::inFlight)
                .reduce(MOST_IN_FLIGHT, Math::max));
    }

    /** Forgets the answers of earlier calls, and which calls were refused. */
    public void forget() {
        forgetAnswers();
        denied.clear();
    }

    /** Forgets the answers of earlier calls; scans that run make theirs anew. */
    public void forgetAnswers() {
        cache.clear();
    }

    /**
     * Tells what a connection will be asked for, so that its calls are chosen for all of that together.
     *
     * @param requests all of them; they replace what was told before
     */
    public void expect(String connection, Set<ScanRequest> requests) {
        expected.put(connection, new Expected(requests));
    }

    /**
     * Checks that a request can be answered; no call is made.
     *
     * @throws EngineException if the query does not name a key that the table needs
     */
    public void check(ScanRequest request) {
        ScanPlanner.openPlans(request, Knowledge.NONE);
    }

    /** Whether a request names every key that the table needs. */
    public boolean canAnswer(ScanRequest request) {
        return !ScanPlanner.plans(request, Knowledge.NONE).isEmpty();
    }

    /**
     * What a scan will do. Asks how much the account holds, as the scan would, where the number of calls hangs on it;
     * makes no other call.
     *
     * @param canceled as in {@link #scan}
     */
    public ScanExplanation explain(ScanRequest request, String connection, BooleanSupplier canceled) {
        check(request);
        Connections.Opened target = connections.open(connection);
        var calls = calls(target, counts, new AtomicBoolean(), canceled);
        return new ScanExplainer(
                        connection,
                        new ConnectionKnowledge(target, calls),
                        action -> lanes.of(connection, action).rate())
                .explain(request);
    }

    /**
     * Whether a join should look keys up, given those that it knows so far.
     *
     * @param keyed the request that fixes these keys
     * @param canceled as in {@link #scan}
     */
    public KeyAdvice advise(ScanRequest keyed, String connection, BooleanSupplier canceled) {
        Connections.Opened target = connections.open(connection);
        Calls calls = calls(target, counts, new AtomicBoolean(), canceled);
        ScanPlan plan = ScanPlanner.choose(keyed, new ConnectionKnowledge(target, calls))
                .option();
        if (plan.entry() instanceof ScanEntry.Listing || plan.entry() instanceof ScanEntry.Bulk) {
            return KeyAdvice.LIST;
        }
        return plan.entry() instanceof ScanEntry.LookUp && plan.list().keys().isEmpty()
                ? KeyAdvice.COLLECT
                : KeyAdvice.LOOK_UP;
    }

    /** The actions that a scan may call, whatever the account holds and allows; no call is made. */
    public ScanPermissions permissions(ScanRequest request, String connection) {
        List<ScanPlan> plans = ScanPlanner.openPlans(request, Knowledge.NONE);
        var needed = new TreeSet<String>();
        Choice.ofPlans(plans, new Estimate(Knowledge.NONE))
                .possible()
                .forEach(plan -> needed.addAll(plan.permissions()));
        var fallback = new TreeSet<String>();
        plans.forEach(plan -> fallback.addAll(plan.allPermissions()));
        if (plans.size() > 1) {
            connections.plugin(connection).counts().ifPresent(counts -> fallback.addAll(counts.actions()));
        }
        return new ScanPermissions(needed, fallback);
    }

    /**
     * Starts a scan.
     *
     * @param connection the connection's name
     * @param canceled whether the consumer has let go; looked at while a call is waited for
     */
    public RowCursor scan(ScanRequest request, String connection, BooleanSupplier canceled) {
        return scan(request, connection, counts, canceled);
    }

    /**
     * Starts a scan whose calls are counted apart.
     *
     * @param part a part of {@link #counts}
     */
    public RowCursor scan(ScanRequest request, String connection, CallCounts part, BooleanSupplier canceled) {
        // A key that is missing is said before anything is opened.
        check(request);
        Connections.Opened target = connections.open(connection);
        var scanClosed = new AtomicBoolean();
        Calls calls = calls(target, part, scanClosed, canceled);
        return new ConnectionScan(
                calls,
                request,
                new ConnectionKnowledge(target, calls),
                operation -> denied.add(new Denial(target.name(), operation)),
                account -> learn(target, account),
                target.config().inFlight(),
                scanClosed);
    }

    private Calls calls(
            Connections.Opened target, CallCounts part, AtomicBoolean scanClosed, BooleanSupplier canceled) {
        return new Calls(target, cache, gate(target), ask -> account(target, ask), part, scanClosed, canceled);
    }

    private void learn(Connections.Opened target, String account) {
        accounts.put(target.name(), account);
        lanes.reach(target.name(), account);
    }

    /** What was called so far. */
    public CallCounts counts() {
        return counts;
    }

    private CallGate gate(Connections.Opened target) {
        return gates.computeIfAbsent(
                target.name(),
                name -> new CallGate(
                        target.config().inFlight(),
                        retryDeadline,
                        target.connection().attempts(),
                        target.connection()::renews,
                        action -> lanes.of(name, action),
                        workers,
                        timer));
    }

    /** The account of a connection; null if it is not known, and may not be asked for or can't be told. */
    private @Nullable String account(Connections.Opened target, boolean ask) {
        String known = known(target);
        if (known != null || closed.get() || !ask) {
            return known;
        }
        try {
            return told(target, target.plugin().account()).join();
        } catch (CompletionException | CancellationException e) {
            // Only the account's number is lost to the message; the failure that it is for says what matters.
            return null;
        }
    }

    private @Nullable String known(Connections.Opened target) {
        String known = accounts.get(target.name());
        if (known == null) {
            known = target.connection().account().orElse(null);
            if (known != null) {
                learn(target, known);
            }
        }
        return known;
    }

    /** What a connection says of its account; whoever asks has waited for retries already. */
    private <A> CompletableFuture<@Nullable String> told(Connections.Opened target, AccountCall<?, A> call) {
        return gate(target)
                .send(
                        call.operation().action(),
                        () -> Calls.fetch(call.operation(), target, "", PageRequest.first()),
                        thrown -> lasting(target.plugin().describe(thrown)),
                        counts,
                        closed::get)
                .thenApply(answer -> account(target, call, answer));
    }

    private <A> @Nullable String account(Connections.Opened target, AccountCall<?, A> call, Answer<A> answer) {
        String account = answer.items().isEmpty()
                ? null
                : call.account().extract(answer.items().get(0));
        if (account != null) {
            learn(target, account);
        }
        return account;
    }

    /**
     * The account that a connection reaches: as it is known, or else asked for once.
     *
     * @throws EngineException if it can't be told, as a failed call of the connection
     */
    public String account(String connection, BooleanSupplier canceled) {
        Connections.Opened target = connections.open(connection);
        String known = known(target);
        return known != null ? known : asked(target, target.plugin().account(), canceled);
    }

    private <A> String asked(Connections.Opened target, AccountCall<?, A> call, BooleanSupplier canceled) {
        Calls calls = calls(target, counts, new AtomicBoolean(), canceled);
        Answer<A> answer = calls.await(
                calls.page(call.operation(), "", PageRequest.first()),
                call.operation().action(),
                "");
        String account = account(target, call, answer);
        if (account == null) {
            throw new EngineException(
                    ErrorCode.CALL_FAILED,
                    call.operation().action() + " names no account (connection " + target.name() + ")");
        }
        return account;
    }

    /** A failure after which the call is not sent again: whoever waits for the message has waited for retries already. */
    private static CallFailure lasting(CallFailure failure) {
        return new CallFailure(Failure.FATAL, failure.code(), failure.message(), failure.advice());
    }

    @Override
    public void close() {
        closed.set(true);
        timer.shutdownNow();
        workers.shutdownNow();
        gates.values().forEach(CallGate::close);
    }

    /** What is known of a connection's account. */
    private final class ConnectionKnowledge implements Knowledge {
        private final Connections.Opened target;
        private final Calls calls;
        private final boolean foresees;

        ConnectionKnowledge(Connections.Opened target, Calls calls) {
            this(target, calls, true);
        }

        private ConnectionKnowledge(Connections.Opened target, Calls calls, boolean foresees) {
            this.target = target;
            this.calls = calls;
            this.foresees = foresees;
        }

        @Override
        public Knowledge atHand() {
            return new ConnectionKnowledge(target, calls, false);
        }

        @Override
        public boolean holds(Operation<?, ?> operation, String key, PageRequest first) {
            return cache.holds(target.name(), operation, key, first)
                    || (key.isEmpty() && first.equals(PageRequest.first()) && willHold(operation));
        }

        private boolean willHold(Operation<?, ?> operation) {
            Expected run = foresees ? expected.get(target.name()) : null;
            return run != null && run.worthwhile(this).contains(operation);
        }

        @Override
        public boolean isDenied(Operation<?, ?> operation) {
            return denied.contains(new Denial(target.name(), operation));
        }

        @Override
        @SuppressWarnings("unchecked") // a call that counts gives counts
        public Optional<Map<String, Long>> counts() {
            RowCall<?, ?, ?> call = target.plugin().counts().orElse(null);
            if (call == null || isDenied(call.answer().operation())) {
                return Optional.empty();
            }
            var operation = (Operation<?, Map<String, Long>>) call.answer().operation();
            try {
                return calls
                        .await(calls.page(operation, "", PageRequest.first()), operation.action(), "")
                        .items()
                        .stream()
                        .findFirst();
            } catch (EngineException e) {
                if (e.code() == ErrorCode.CANCELED) {
                    throw e;
                }
                // Only the best choice is lost. What else is wrong shows in the calls that matter.
                denied.add(new Denial(target.name(), operation));
                return Optional.empty();
            }
        }
    }

    /** What a run will ask a connection for, and the bulk answers that this makes worth calling, once they are chosen. */
    private static final class Expected {
        private final Set<ScanRequest> requests;
        private @Nullable Set<Operation<?, ?>> worthwhile;

        Expected(Set<ScanRequest> requests) {
            this.requests = Set.copyOf(requests);
        }

        synchronized Set<Operation<?, ?>> worthwhile(Knowledge knowledge) {
            Set<Operation<?, ?>> known = worthwhile;
            if (known == null) {
                // While they are being chosen, nothing is foreseen.
                worthwhile = Set.of();
                try {
                    known = Forecast.worthwhile(requests, knowledge);
                } finally {
                    worthwhile = known;
                }
            }
            return known;
        }
    }

    /** An operation that a connection's caller was refused. */
    private record Denial(String connection, Operation<?, ?> operation) {}
}
