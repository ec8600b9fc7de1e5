package dev.penstock.cli.output;

import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.run.RunListener;
import dev.penstock.sql.CallSummary;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One line on {@code err} that tells how far a run is, while it runs and where a terminal shows it. */
public final class Progress implements RunListener, AutoCloseable {
    private static final String SPINNER = "|/-\\";
    private static final long TICK_MILLIS = 100;

    private final Terminal terminal;
    private final int controls;
    private final Supplier<CallSummary> calls;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger complete = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private final Thread ticker = new Thread(this::tick, "penstock-progress");

    private Progress(Terminal terminal, int controls, Supplier<CallSummary> calls) {
        this.terminal = terminal;
        this.controls = controls;
        this.calls = calls;
    }

    /**
     * Starts to show a run of so many controls.
     *
     * @param calls what was called so far
     */
    public static Progress show(Terminal terminal, int controls, Supplier<CallSummary> calls) {
        var progress = new Progress(terminal, controls, calls);
        if (terminal.errIsTerminal()) {
            progress.ticker.setDaemon(true);
            progress.ticker.start();
        }
        return progress;
    }

    @Override
    public void started(Control control) {
        running.incrementAndGet();
    }

    @Override
    public void finished(ReportNode.Check check) {
        running.decrementAndGet();
        complete.incrementAndGet();
        errors.addAndGet(check.error().isPresent() ? 1 : 0);
    }

    private void tick() {
        try {
            for (int i = 0; true; i++) {
                Thread.sleep(TICK_MILLIS);
                CallSummary made = calls.get();
                terminal.status(SPINNER.charAt(i % SPINNER.length()) + " " + complete + " of " + controls
                        + " controls done, " + running + " running, " + errors + " in error; " + made.total()
                        + " calls" + (made.throttles() > 0 ? ", " + made.throttles() + " throttled" : ""));
            }
        } catch (InterruptedException e) {
            terminal.status("");
        }
    }

    /** Takes the line away. */
    @Override
    public void close() {
        ticker.interrupt();
        try {
            ticker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
