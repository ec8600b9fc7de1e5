package dev.penstock.cli.command;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Does something when time is up, unless it is closed before. */
final class Deadline implements AutoCloseable {
    private final Timer timer = new Timer("penstock-timeout", true);
    private final Runnable late;
    private volatile boolean passed;

    private Deadline(Runnable late) {
        this.late = late;
    }

    /** A deadline after some time; none for zero. */
    static Deadline after(Duration time, Runnable late) {
        var deadline = new Deadline(late);
        if (!time.isZero()) {
            deadline.timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            deadline.pass();
                        }
                    },
                    time.toMillis());
        }
        return deadline;
    }

    private void pass() {
        passed = true;
        late.run();
    }

    /** Whether time was up. */
    boolean passed() {
        return passed;
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
