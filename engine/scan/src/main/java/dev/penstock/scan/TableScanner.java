package dev.penstock.scan;

import dev.penstock.spi.CallFailure;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.Failure;
import dev.penstock.spi.table.PageRequest;
import dev.penstock.spi.table.RowCall;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Runs table scans for one run: its answers are shared, its calls are counted. Safe for many threads. */
public final class TableScanner implements AutoCloseable {
    private final Connections connections;
    private final CallCounts counts = new CallCounts();
    private final CallCache cache;
    private final Duration retryDeadline;
    private final ConcurrentHashMap<String, CallGate> gates = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, String> accounts = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * A scanner over connections, which stay the caller's to close.
     *
     * @param cacheBytes what the answers of calls may hold
     * @param retryDeadline how long a throttled call is sent again
     */
    public TableScanner(Connections connections, long cacheBytes, Duration retryDeadline) {
        this.connections = connections;
        this.cache = new CallCache(cacheBytes, counts);
        this.retryDeadline = retryDeadline;
    }

    /** Which calls would answer a request; none is made. */
    public ScanPlan plan(ScanRequest request) {
        return ScanPlanner.plan(request);
    }

    /**
     * Starts a scan.
     *
     * @param connection the connection's name
     * @param canceled whether the consumer has let go; looked at while a call is waited for
     */
    public RowCursor scan(ScanRequest request, String connection, BooleanSupplier canceled) {
        ScanPlan plan = plan(request);
        Connections.Opened target = connections.open(connection);
        var scanClosed = new AtomicBoolean();
        var calls = new Calls(target, cache, gate(target), () -> account(target), scanClosed, canceled);
        return new ConnectionScan(calls, plan, target.config().inFlight(), scanClosed);
    }

    /** What was called so far. */
    public CallCounts counts() {
        return counts;
    }

    private CallGate gate(Connections.Opened target) {
        return gates.computeIfAbsent(
                target.name(), name -> new CallGate(target.config().inFlight(), retryDeadline, counts));
    }

    /** The account of a connection, asked for once so that an error can name it; null if that fails too. */
    private @Nullable String account(Connections.Opened target) {
        String known = accounts.get(target.name());
        if (known != null
                || closed.get()
                || !(target.plugin().account().answer() instanceof RowCall.Single<?, String> single)) {
            return known;
        }
        try {
            Answer<String> answer = gate(target)
                    .send(
                            single.operation().action(),
                            () -> Calls.fetch(single.operation(), target, "", PageRequest.first()),
                            thrown -> lasting(target.plugin().describe(thrown)),
                            closed::get)
                    .join();
            answer.items().stream().findFirst().ifPresent(account -> accounts.put(target.name(), account));
            return accounts.get(target.name());
        } catch (CompletionException | CancellationException e) {
            // Only the account's number is lost to the message; the failure that it is for says what matters.
            return null;
        }
    }

    /** A failure after which the call is not sent again: whoever waits for the message has waited for retries already. */
    private static CallFailure lasting(CallFailure failure) {
        return new CallFailure(Failure.FATAL, failure.code(), failure.message(), failure.advice());
    }

    @Override
    public void close() {
        closed.set(true);
        gates.values().forEach(CallGate::close);
    }

    /** A scan of one connection. */
    private static final class ConnectionScan implements RowCursor {
        private final Window<Item, RowAssembly.Pending> rows;
        private final RowAssembly assembly;
        private final @Nullable GoneCheck gone;
        private final AtomicBoolean closed;
        private long left;

        ConnectionScan(Calls calls, ScanPlan plan, int inFlight, AtomicBoolean closed) {
            this.closed = closed;
            this.left = plan.limit().orElse(Long.MAX_VALUE);
            this.assembly = new RowAssembly(calls, plan);
            this.gone = RowAssembly.goneCheck(calls, plan);
            int width = plan.rowCalls().isEmpty() ? 1 : (int) Math.min(inFlight, left);
            this.rows = new Window<>(
                    new Items(calls, inFlight, plan.limit()).of(plan.entry()), Math.max(1, width), assembly::start);
        }

        @Override
        public @Nullable Object @Nullable [] next() {
            while (left > 0 && !closed.get()) {
                try {
                    RowAssembly.Pending pending = rows.next();
                    if (pending == null) {
                        left = 0;
                        return null;
                    }
                    @Nullable Object[] row = assembly.finish(pending, gone);
                    if (row != null) {
                        left--;
                        return row;
                    }
                } catch (EngineException e) {
                    closed.set(true);
                    throw e;
                }
            }
            return null;
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }
}
