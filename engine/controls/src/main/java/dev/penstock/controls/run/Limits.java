package dev.penstock.controls.run;

import dev.penstock.controls.model.RunError;
import dev.penstock.sql.QueryResult;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** When a run and its controls must end, and why they did. */
final class Limits implements AutoCloseable {
    private final RunSettings settings;
    private final Set<QueryResult> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "penstock-timeouts");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopped;
    private volatile boolean timedOut;

    Limits(RunSettings settings) {
        this.settings = settings;
    }

    /** Begins to count the time of the run. */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the timer
    void start() {
        if (!settings.timeout().isZero()) {
            timer.schedule(this::timeOut, settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void timeOut() {
        timedOut = true;
        running.forEach(QueryResult::cancel);
    }

    /** No control begins any more; those that run go on. */
    void stop() {
        stopped = true;
    }

    /** Why no control may begin, if none may. */
    Optional<RunError> beforeStart() {
        if (timedOut) {
            return Optional.of(
                    new RunError(RunError.Kind.TIMED_OUT, "execution timed out before control started" + ofRun()));
        }
        return stopped
                ? Optional.of(new RunError(RunError.Kind.CANCELED, "execution canceled before control started"))
                : Optional.empty();
    }

    /** Watches a control's query. */
    Watch watch(QueryResult query) {
        return new Watch(query);
    }

    private String ofRun() {
        return " (--benchmark-timeout " + seconds(settings.timeout()) + ")";
    }

    private static String seconds(Duration time) {
        return String.valueOf(time.toSeconds());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** A query that is running. */
    final class Watch implements AutoCloseable {
        private final QueryResult query;
        private final @Nullable ScheduledFuture<?> end;
        private volatile boolean late;

        private Watch(QueryResult query) {
            this.query = query;
            running.add(query);
            this.end = settings.queryTimeout().isZero()
                    ? null
                    : timer.schedule(this::timeOut, settings.queryTimeout().toMillis(), TimeUnit.MILLISECONDS);
            if (timedOut) {
                query.cancel();
            }
        }

        private void timeOut() {
            late = true;
            query.cancel();
        }

        /** Which limit ended the query, if one did. */
        Optional<RunError> reached() {
            if (late) {
                String after = seconds(settings.queryTimeout());
                return Optional.of(new RunError(
                        RunError.Kind.TIMED_OUT, "execution timed out after " + after + " seconds (--query-timeout)"));
            }
            return timedOut
                    ? Optional.of(
                            new RunError(RunError.Kind.TIMED_OUT, "execution timed out with the whole run" + ofRun()))
                    : Optional.empty();
        }

        @Override
        public void close() {
            running.remove(query);
            if (end != null) {
                end.cancel(false);
            }
        }
    }
}
