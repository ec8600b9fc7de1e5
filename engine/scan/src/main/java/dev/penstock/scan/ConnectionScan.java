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
    private @Nullable Running running;

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
                Running now = running == null ? start() : running;
                running = now;
                RowAssembly.Pending pending = now.rows().next();
                if (pending == null) {
                    left = 0;
                    return null;
                }
                @Nullable Object[] row = now.assembly().finish(pending, now.gone());
                if (row != null) {
                    left--;
                    learn(row);
                    return row;
                }
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
    private Running start() {
        while (true) {
            ScanPlan plan = ScanPlanner.plan(request, knowledge);
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

    private Running start(ScanPlan plan) {
        var bulks = new Bulks(calls, plan);
        var assembly = new RowAssembly(calls, plan, bulks);
        int width = plan.rowCalls().isEmpty() ? 1 : inFlight;
        var items = new Items(calls, inFlight, plan.limit(), bulks).of(plan.entry());
        return new Running(
                new Window<>(items, () -> Math.min(width, left), assembly::start),
                assembly,
                RowAssembly.goneCheck(calls, plan));
    }

    @Override
    public void close() {
        closed.set(true);
    }

    private record Running(Window<Item, RowAssembly.Pending> rows, RowAssembly assembly, GoneCheck gone) {}
}
