package dev.penstock.cli.command;

import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.output.Terminal;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/** Ctrl-C during a run: the first one lets what runs end, the second one ends the process. */
final class Interrupts implements AutoCloseable {
    private static final String CTRL_C = "INT";

    private final Terminal terminal;
    private final Runnable stop;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Object before;

    private Interrupts(Terminal terminal, Runnable stop) {
        this.terminal = terminal;
        this.stop = stop;
        this.before = Signals.register(CTRL_C, this::interrupted);
    }

    /** From now on Ctrl-C stops a run. */
    static Interrupts stopping(Terminal terminal, Runnable stop) {
        return new Interrupts(terminal, stop);
    }

    private void interrupted() {
        if (stopping.getAndSet(true)) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
        terminal.warning("stopping: what is under way ends, the rest is canceled; Ctrl-C again stops at once");
        stop.run();
    }

    /** Ctrl-C is again what it was. */
    @Override
    public void close() {
        Signals.unregister(CTRL_C, before);
    }
}
