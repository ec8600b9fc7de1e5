package dev.penstock.cli.output;

import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.run.RunListener;
import dev.penstock.sql.CallSummary;
import java.time.Duration;
import java.util.Locale;
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
    private final long began = System.nanoTime();
    private final Thread ticker = new Thread(this::tick, "penstock-progress");

    private Progress(Terminal terminal, int controls, Supplier<CallSummary> calls) {
        this.terminal = terminal;
        this.controls = controls;
        this.calls = calls;
    }

    /**
     * Starts to show a run of so many controls, where that is wanted and a terminal is there.
     *
     * @param calls what was called so far
     */
    public static Progress of(Terminal terminal, boolean wanted, int controls, Supplier<CallSummary> calls) {
        var progress = new Progress(terminal, controls, calls);
        if (wanted && terminal.errIsTerminal()) {
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
                terminal.status(
                        SPINNER.charAt(i % SPINNER.length()) + " " + line(Duration.ofNanos(System.nanoTime() - began)));
            }
        } catch (InterruptedException e) {
            terminal.status("");
        }
    }

    /** How far the run is after some time. */
    String line(Duration sinceStart) {
        CallSummary made = calls.get();
        int done = complete.get();
        var line = new StringBuilder();
        line.append(done).append(" of ").append(controls).append(" controls done, ");
        line.append(running).append(" running, ").append(errors).append(" in error; ");
        line.append(made.total()).append(" calls");
        if (made.throttles() > 0) {
            line.append(", ").append(made.throttles()).append(" throttled");
        }
        if (done > 0 && done < controls) {
            long seconds =
                    sinceStart.multipliedBy(controls - done).dividedBy(done).toSeconds();
            line.append(String.format(Locale.ROOT, "; about %d:%02d left", seconds / 60, seconds % 60));
        }
        return line.toString();
    }

    /** Takes the line away. */
    public void end() {
        ticker.interrupt();
        try {
            ticker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end();
    }
}
