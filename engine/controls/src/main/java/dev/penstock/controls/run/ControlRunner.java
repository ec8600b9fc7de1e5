package dev.penstock.controls.run;

import dev.penstock.controls.model.Benchmark;
import dev.penstock.controls.model.CheckNode;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs controls side by side in one session, so that they share its calls. Each control runs once, wherever it stands. */
public final class ControlRunner {
    private final Session session;
    private final Clock clock;
    private final int parallel;
    private final RunListener listener;

    /**
     * A runner over a session.
     *
     * @param parallel how many controls run at once, at least 1
     */
    public ControlRunner(Session session, Clock clock, int parallel, RunListener listener) {
        this.session = session;
        this.clock = clock;
        this.parallel = parallel;
        this.listener = listener;
    }

    /**
     * Runs everything below the targets.
     *
     * @return the verdicts; a control that could not run is a check with an error, never an exception
     */
    public CheckReport run(List<? extends CheckNode> targets) {
        Instant started = clock.instant();
        var controls = new LinkedHashMap<String, Control>();
        targets.forEach(target -> collect(target, controls));
        Map<String, ReportNode.Check> checks = runAll(List.copyOf(controls.values()));
        List<ReportNode> roots =
                targets.stream().map(target -> report(target, checks)).toList();
        return new CheckReport(roots, started, clock.instant());
    }

    private static void collect(CheckNode node, Map<String, Control> controls) {
        if (node instanceof Control control) {
            controls.put(control.fullName(), control);
        } else if (node instanceof Benchmark benchmark) {
            benchmark.children().forEach(child -> collect(child, controls));
        }
    }

    private static ReportNode report(CheckNode node, Map<String, ReportNode.Check> checks) {
        if (node instanceof Benchmark benchmark) {
            return new ReportNode.Group(
                    benchmark,
                    benchmark.children().stream()
                            .map(child -> report(child, checks))
                            .toList());
        }
        ReportNode.Check check = checks.get(node.fullName());
        if (check == null) {
            throw new EngineException(ErrorCode.INTERNAL, node.fullName() + " was not run");
        }
        return check;
    }

    private Map<String, ReportNode.Check> runAll(List<Control> controls) {
        if (controls.isEmpty()) {
            return Map.of();
        }
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(parallel, controls.size()), task -> {
            var thread = new Thread(task, "penstock-control");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var running = new ArrayList<Future<ReportNode.Check>>();
            for (Control control : controls) {
                running.add(workers.submit(() -> run(control)));
            }
            var checks = new LinkedHashMap<String, ReportNode.Check>();
            for (Future<ReportNode.Check> future : running) {
                ReportNode.Check check = future.get();
                checks.put(check.node().fullName(), check);
            }
            return checks;
        } catch (InterruptedException e) {
            session.cancel();
            Thread.currentThread().interrupt();
            throw new EngineException(ErrorCode.CANCELED, "the run was canceled", e);
        } catch (ExecutionException e) {
            throw new EngineException(ErrorCode.INTERNAL, "a control ended unexpectedly: " + e.getCause(), e);
        } finally {
            workers.shutdownNow();
        }
    }

    private ReportNode.Check run(Control control) {
        listener.started(control);
        ReportNode.Check check = ControlQuery.check(control, session, clock);
        listener.finished(check);
        return check;
    }
}
