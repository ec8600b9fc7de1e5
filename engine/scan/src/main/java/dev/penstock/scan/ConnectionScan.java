package dev.penstock.scan;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.table.Operation;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A scan of one connection. Nothing is called before the first row is asked for. */
final class ConnectionScan implements RowCursor {
    private final Calls calls;
    private final ScanRequest request;
    private final Knowledge knowledge;
    private final Consumer<Operation<?, ?>> refused;
    private final Consumer<String> reached;
    private final int inFlight;
    private final AtomicBoolean closed;
    private int accountAt;
    private long left;
    private @Nullable Source<@Nullable Object[]> rows;

    /**
     * A scan.
     *
     * @param refused told of a bulk call that the caller may not make
     * @param reached told of the account, by the first row that says which it is
     * @param inFlight calls under way at once
     */
    ConnectionScan(
            Calls calls,
            ScanRequest request,
            Knowledge knowledge,
            Consumer<Operation<?, ?>> refused,
            Consumer<String> reached,
            int inFlight,
            AtomicBoolean closed) {
        this.calls = calls;
        this.request = request;
        this.knowledge = knowledge;
        this.refused = refused;
        this.reached = reached;
        this.accountAt = accountAt(request);
        this.inFlight = inFlight;
        this.closed = closed;
        this.left = request.limit().orElse(Long.MAX_VALUE);
    }

    @Override
    public @Nullable Object @Nullable [] next() {
        while (left > 0 && !closed.get()) {
            try {
                Source<@Nullable Object[]> running = rows == null ? start() : rows;
                rows = running;
                @Nullable Object[] row = running.next();
                if (row == null) {
                    left = 0;
                    return null;
                }
                left--;
                learn(row);
                return row;
            } catch (EngineException e) {
                closed.set(true);
                throw e;
            }
        }
        return null;
    }

    /** Where rows say which account they are of; negative if they don't. */
    private static int accountAt(ScanRequest request) {
        String account = request.table().accountColumn().orElse(null);
        for (int i = 0; i < request.columns().size(); i++) {
            if (request.table().columns().get(request.columns().get(i)).name().equals(account)) {
                return i;
            }
        }
        return -1;
    }

    private void learn(@Nullable Object[] row) {
        if (accountAt >= 0 && row[accountAt] instanceof String account) {
            reached.accept(account);
            accountAt = -1;
        }
    }

    /** Plans, and plans again without a bulk call that is refused. No row is out before the bulk answers are there. */
    private Source<@Nullable Object[]> start() {
        while (true) {
            ScanPlan plan = ScanPlanner.choose(request, knowledge).option();
            try {
                return start(plan);
            } catch (BulkDeniedException e) {
                refused.accept(e.operation());
                if (!ScanPlanner.canPlan(request, knowledge)) {
                    throw e.error();
                }
            }
        }
    }

    private Source<@Nullable Object[]> start(ScanPlan plan) {
        var bulks = new Bulks(calls, plan);
        var assembly = new RowAssembly(calls, plan, bulks);
        Source<Item> items = new Items(calls, inFlight, plan.limit(), bulks).of(plan.entry());
        if (assembly.needsNothing()) {
            return () -> {
                Item item = items.next();
                return item == null ? null : assembly.row(item);
            };
        }
        // Also without row calls in the plan: what a bulk answer does not tell of a row is asked for.
        var started = new Window<>(items, () -> Math.min(inFlight, left), assembly::start);
        GoneCheck gone = RowAssembly.goneCheck(calls, plan);
        return () -> {
            for (var pending = started.next(); pending != null; pending = started.next()) {
                @Nullable Object[] row = assembly.finish(pending, gone);
                if (row != null) {
                    return row;
                }
            }
            return null;
        };
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
