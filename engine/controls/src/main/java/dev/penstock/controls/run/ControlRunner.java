package dev.penstock.controls.run;

import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.Query;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.RunError;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.PreparedQuery;
import dev.penstock.sql.QueryResult;
import dev.penstock.sql.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Runs controls side by side in one session, so that they share its calls. First all queries are planned, so that the
 * session knows what the run will ask; then each control runs once, wherever it stands in the tree. Closing it lets go
 * of the report's results.
 */
public final class ControlRunner implements AutoCloseable {
    private final Session session;
    private final Clock clock;
    private final RunSettings settings;
    private final RunListener listener;
    private final Limits limits;
    private final ResultStore store;

    /** A runner for one run over a session. */
    public ControlRunner(Session session, Clock clock, RunSettings settings, RunListener listener) {
        this.session = session;
        this.clock = clock;
        this.settings = settings;
        this.listener = listener;
        this.limits = new Limits(settings);
        this.store = new ResultStore(settings.resultBytes());
    }

    /**
     * Runs every control of a tree.
     *
     * @return the verdicts; a control that could not run is a check with an error, never an exception
     */
    public CheckReport run(CheckTree tree) {
        Instant started = clock.instant();
        limits.start();
        Map<String, ReportNode> checks = runAll(tree.controls());
        List<ReportNode> roots = tree.report(control -> Objects.requireNonNull(checks.get(control.fullName())));
        return new CheckReport(roots, started, clock.instant());
    }

    /**
     * Asks how to repair what a run found, in the same session, so that most of what that takes is there already.
     *
     * @param companions the query that tells how to repair what another one finds, if there is one
     */
    public CheckReport withRepairs(CheckReport report, Function<Query, Optional<Query>> companions) {
        return new RepairQueries(session, limits, settings.arguments(), companions).addedTo(report);
    }

    /** What a run would be about: every control is there, and none was run. */
    public static CheckReport dryRun(CheckTree tree, Clock clock) {
        Instant now = clock.instant();
        List<ReportNode> roots =
                tree.report(control -> new ReportNode.Check(control, List.of(), Optional.empty(), now, now));
        return new CheckReport(roots, now, now, true);
    }

    /** Lets what runs end and begins nothing more: the rest is canceled. From any thread. */
    public void stop() {
        limits.stop();
    }

    private Map<String, ReportNode> runAll(List<Control> controls) {
        if (controls.isEmpty()) {
            return Map.of();
        }
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(settings.parallel(), controls.size()), task -> {
            var thread = new Thread(task, "penstock-control");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<PreparedControl> prepared = prepare(controls, workers);
            session.expect(prepared.stream()
                    .filter(PreparedControl.Ready.class::isInstance)
                    .map(control -> ((PreparedControl.Ready) control).query())
                    .toList());
            Map<String, ReportNode> checks = new HashMap<>();
            all(prepared, this::check, workers)
                    .forEach(check -> checks.put(check.node().fullName(), check));
            return checks;
        } finally {
            workers.shutdownNow();
        }
    }

    /** Plans what controls ask; a text that several have is planned once. */
    private List<PreparedControl> prepare(List<Control> controls, ExecutorService workers) {
        Map<String, PreparedQuery> plans = new ConcurrentHashMap<>();
        return all(controls, control -> prepare(control, plans), workers);
    }

    private PreparedControl prepare(Control control, Map<String, PreparedQuery> plans) {
        Optional<RunError> tooLate = limits.beforeStart();
        if (tooLate.isPresent()) {
            return new PreparedControl.Broken(control, tooLate.get());
        }
        return PreparedControl.of(control, settings.arguments(), sql -> plans.computeIfAbsent(sql, session::prepare));
    }

    /** Does something with each of many, side by side; the answers in the same order. */
    private <T, R> List<R> all(List<T> inputs, Function<T, R> work, ExecutorService workers) {
        List<Future<R>> running = new ArrayList<>();
        inputs.forEach(input -> running.add(workers.submit(() -> work.apply(input))));
        List<R> answers = new ArrayList<>();
        try {
            for (Future<R> future : running) {
                answers.add(future.get());
            }
            return answers;
        } catch (InterruptedException e) {
            session.cancel();
            Thread.currentThread().interrupt();
            throw new EngineException(ErrorCode.CANCELED, "the run was canceled", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EngineException known
                    ? known
                    : new EngineException(ErrorCode.INTERNAL, "a control ended unexpectedly: " + e.getCause(), e);
        }
    }

    private ReportNode.Check check(PreparedControl prepared) {
        listener.started(prepared.control());
        Instant started = clock.instant();
        ReportNode.Check check;
        if (prepared instanceof PreparedControl.Ready ready) {
            Optional<RunError> tooLate = limits.beforeStart();
            check = tooLate.isPresent() ? failed(ready, tooLate.get(), started, started) : run(ready, started);
        } else {
            check = failed(prepared, ((PreparedControl.Broken) prepared).error(), started, started);
        }
        listener.finished(check);
        return check;
    }

    private static ReportNode.Check failed(PreparedControl prepared, RunError error, Instant started, Instant ended) {
        return new ReportNode.Check(prepared.control(), List.of(), Optional.of(error), started, ended);
    }

    private ReportNode.Check run(PreparedControl.Ready ready, Instant started) {
        try (QueryResult rows = session.query(ready.query(), ready.values());
                Limits.Watch watch = limits.watch(rows)) {
            try {
                var results = new StoredResults.Builder(store);
                new Verdicts(rows).each(result -> results.add(settings.review().reviewed(ready.control(), result)));
                return new ReportNode.Check(
                        ready.control(), results.build(), Optional.empty(), started, clock.instant());
            } catch (EngineException e) {
                boolean canceled = e.code() == ErrorCode.CANCELED;
                Optional<RunError> limit = canceled ? watch.reached() : Optional.empty();
                return failed(ready, limit.orElseGet(() -> PreparedControl.error(e)), started, clock.instant());
            }
        } catch (EngineException e) {
            return failed(ready, PreparedControl.error(e), started, clock.instant());
        } catch (RuntimeException | StackOverflowError e) {
            return failed(ready, PreparedControl.internal(e), started, clock.instant());
        }
    }

    @Override
    public void close() {
        limits.close();
        store.close();
    }
}
