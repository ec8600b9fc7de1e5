package dev.penstock.scan;

import java.util.ArrayDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Where the requests of one action wait for their turn: only the first few wait for each other while no limit is known;
 * then they leave at the pace that the service takes, those that were throttled first. How fast they leave is decided when they leave.
 */
final class Lane {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    /** What a busy machine is late by is caught up with: the bucket has filled meanwhile. */
    private static final long CATCHING_UP = TimeUnit.MILLISECONDS.toNanos(100);

    private final ScheduledExecutorService timer;
    private final Pace pace = new Pace();
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private long nextSlot;
    private int underWay;
    private boolean ticking;

    Lane(ScheduledExecutorService timer) {
        this.timer = timer;
        this.nextSlot = System.nanoTime();
    }

    /** Takes a request; {@code leave} hands it to a worker, at once or when its turn comes. */
    synchronized void enter(Runnable leave) {
        waiting.addLast(leave);
        let();
    }

    /** Takes a request that was throttled. */
    synchronized void enterAgain(Runnable leave) {
        waiting.addFirst(leave);
        let();
    }

    synchronized void answered() {
        pace.answered(System.nanoTime());
    }

    synchronized void throttled() {
        pace.throttled(System.nanoTime());
    }

    /** A request that left has come to its end, whatever that was; it may have entered again. */
    synchronized void ended() {
        underWay--;
        let();
    }

    /** Requests per second that leave; infinite while nothing is known of a limit. */
    synchronized double rate() {
        return pace.rate();
    }

    private synchronized void tick() {
        ticking = false;
        let();
    }

    private void let() {
        while (!waiting.isEmpty() && underWay < pace.mostUnderWay()) {
            double rate = pace.rate();
            long now = System.nanoTime();
            if (rate != Double.POSITIVE_INFINITY) {
                if (nextSlot > now) {
                    tickAt(nextSlot - now);
                    return;
                }
                nextSlot = Math.max(nextSlot, now - CATCHING_UP) + (long) (NANOS / rate);
            }
            underWay++;
            waiting.removeFirst().run();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a tick has no outcome
    private void tickAt(long delay) {
        if (!ticking) {
            try {
                ticking = true;
                timer.schedule(this::tick, delay, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                // The gate was closed, which cancels whatever waits here.
                waiting.clear();
            }
        }
    }
}
