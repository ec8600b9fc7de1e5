package dev.penstock.sql;

import dev.penstock.spi.value.Json;
import dev.penstock.sql.execute.Cursor;
import dev.penstock.sql.execute.Execution;
import dev.penstock.sql.plan.Planned;
import dev.penstock.sql.plan.Planner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Answers EXPLAIN. */
final class Explainer {
    private final Planner planner;
    private final Consumer<Planned> tell;

    /**
     * An explainer.
     *
     * @param tell told of a statement before its scans choose their calls
     */
    Explainer(Planner planner, Consumer<Planned> tell) {
        this.planner = planner;
        this.tell = tell;
    }

    /** The plan of a statement, and, if it is to be analyzed, what happened when it ran. */
    Explanation explain(ExplainStatement statement, Execution execution) {
        long started = System.nanoTime();
        Planned planned =
                statement.analyze() ? planner.measured(statement.statement()) : planner.plan(statement.statement());
        long planning = System.nanoTime() - started;
        tell.accept(planned);
        // Before anything runs: afterwards all answers are at hand.
        Planned.Explained explained = planned.explain(execution.canceled()::get);
        return statement.analyze()
                ? ran(explained, planning, run(planned, execution))
                : told(explained, explained.lines(), explained.json());
    }

    private static long run(Planned planned, Execution execution) {
        long started = System.nanoTime();
        try (Cursor rows = planned.operator().open(execution)) {
            while (rows.next() != null) {
                execution.checkCanceled();
            }
        }
        return System.nanoTime() - started;
    }

    private static Explanation ran(Planned.Explained explained, long planning, long running) {
        long waited = Math.min(running, explained.waited());
        List<String> lines = new ArrayList<>(explained.lines());
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Time: %.1f ms, waiting for calls %.1f ms, operators %.1f ms; planning %.1f ms",
                running / 1e6,
                waited / 1e6,
                (running - waited) / 1e6,
                planning / 1e6));
        var json = new LinkedHashMap<>(((Json.JsonObject) explained.json()).members());
        json.put("Execution Time", milliseconds(running));
        json.put("Waiting Time", milliseconds(waited));
        json.put("Planning Time", milliseconds(planning));
        return told(explained, lines, Json.object(json));
    }

    private static Explanation told(Planned.Explained explained, List<String> planLines, Json json) {
        List<String> permissions = List.copyOf(explained.permissions());
        List<String> lines = new ArrayList<>(planLines);
        lines.add("");
        lines.add(String.format(
                Locale.ROOT, "Expected in all: %,d calls, fewer where scans share them", explained.calls()));
        lines.add("Permissions: " + (permissions.isEmpty() ? "none" : String.join(", ", permissions)));
        var members = new LinkedHashMap<>(((Json.JsonObject) json).members());
        members.put(
                "Permissions", Json.array(permissions.stream().map(Json::text).toList()));
        return new Explanation(lines, Json.array(List.of(Json.object(members))), permissions);
    }

    private static Json milliseconds(long nanos) {
        return Json.number(BigDecimal.valueOf(nanos / 1000, 3));
    }
}
