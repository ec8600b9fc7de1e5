package dev.penstock.cli.output;

import dev.penstock.sql.CallSummary;
import dev.penstock.sql.ResultColumn;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One line on {@code err} that tells what a statement does which takes longer than a second. It is gone before a row is
 * shown, and comes back where the next one takes long.
 */
public final class QueryProgress implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long TICK_MILLIS = 200;

    private final Terminal terminal;
    private final Supplier<CallSummary> calls;
    private final CallSummary before;
    private final Thread ticker = new Thread(this::tick, "penstock-progress");
    private final long began = System.nanoTime();
    private long waitingSince = began;
    private boolean waiting = true;
    private boolean shown;

    private QueryProgress(Terminal terminal, Supplier<CallSummary> calls) {
        this.terminal = terminal;
        this.calls = calls;
        this.before = calls.get();
    }

    /**
     * Begins to watch a statement, where a terminal shows it.
     *
     * @param calls what was called so far
     */
    public static QueryProgress of(Terminal terminal, Supplier<CallSummary> calls) {
        var progress = new QueryProgress(terminal, calls);
        if (terminal.errIsTerminal()) {
            progress.ticker.setDaemon(true);
            progress.ticker.start();
        }
        return progress;
    }

    /** The rows of the statement, of which this hears. */
    public ResultRows watched(ResultRows rows) {
        return new ResultRows() {
            @Override
            public List<ResultColumn> columns() {
                return rows.columns();
            }

            @Override
            public @Nullable Object @Nullable [] next() {
                await();
                try {
                    return rows.next();
                } finally {
                    arrived();
                }
            }

            @Override
            public String text(int column, Object value) {
                return rows.text(column, value);
            }
        };
    }

    private synchronized void await() {
        waiting = true;
        waitingSince = System.nanoTime();
    }

    private synchronized void arrived() {
        waiting = false;
        hide();
    }

    private synchronized void hide() {
        if (shown) {
            terminal.status("");
            shown = false;
        }
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(TICK_MILLIS);
                show();
            }
        } catch (InterruptedException e) {
            // The statement is over.
        }
    }

    private synchronized void show() {
        if (waiting && System.nanoTime() - waitingSince > PATIENCE.toNanos()) {
            shown = true;
            String line = line(calls.get().since(before), Duration.ofNanos(System.nanoTime() - began));
            terminal.status(DisplayWidth.cut(line, terminal.columns().orElse(80) - 1));
        }
    }

    /** What was done after some time. */
    static String line(CallSummary made, Duration sinceStart) {
        var line = new StringBuilder().append(sinceStart.toSeconds()).append(" s, ");
        line.append(CallLines.number(made.total())).append(made.total() == 1 ? " call" : " calls");
        made.byAction().entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .ifPresent(most -> line.append(", most of them ").append(most.getKey()));
        if (made.throttles() > 0) {
            line.append(", ").append(CallLines.number(made.throttles())).append(" throttled");
        }
        return line.append("; Ctrl-C cancels").toString();
    }

    @Override
    public void close() {
        ticker.interrupt();
        try {
            ticker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hide();
    }
}
