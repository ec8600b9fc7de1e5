package dev.penstock.controls.run;

import dev.penstock.controls.model.Arguments;
import dev.penstock.controls.model.BoundQuery;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.RunError;
import dev.penstock.controls.model.Status;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.FailedCall;
import dev.penstock.sql.QueryResult;
import dev.penstock.sql.ResultColumn;
import dev.penstock.sql.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Runs the query of one control and turns its rows into verdicts. */
final class ControlQuery {
    private static final Set<String> REQUIRED = new TreeSet<>(Set.of("reason", "resource", "status"));

    private final QueryResult rows;
    private final List<ResultColumn> columns;

    private ControlQuery(QueryResult rows) {
        this.rows = rows;
        this.columns = rows.columns();
    }

    /** The verdicts of a control, or why there are none. */
    static ReportNode.Check check(Control control, Session session, Clock clock) {
        Instant started = clock.instant();
        try {
            return new ReportNode.Check(control, results(control, session), Optional.empty(), started, clock.instant());
        } catch (EngineException e) {
            return new ReportNode.Check(control, List.of(), Optional.of(error(e)), started, clock.instant());
        } catch (RuntimeException | StackOverflowError e) {
            // A fault of Penstock itself must not take the other controls of the run down, and must not read as ok.
            var error = new RunError(RunError.Kind.FAILED, "internal error: " + e);
            return new ReportNode.Check(control, List.of(), Optional.of(error), started, clock.instant());
        }
    }

    private static List<ControlResult> results(Control control, Session session) {
        BoundQuery query = control.bind(Arguments.NONE);
        try (QueryResult rows = session.query(query.sql(), query.values())) {
            return new ControlQuery(rows).results();
        }
    }

    private static RunError error(EngineException e) {
        RunError.Kind kind = switch (e.code()) {
            case TIMED_OUT -> RunError.Kind.TIMED_OUT;
            case CANCELED -> RunError.Kind.CANCELED;
            default -> RunError.Kind.FAILED;
        };
        String place = e.position().map(position -> " (" + position + ")").orElse("");
        return new RunError(
                kind,
                e.getMessage() + place,
                e.call().flatMap(FailedCall::account),
                e.call().map(FailedCall::action));
    }

    private List<ControlResult> results() {
        var missing = new TreeSet<>(REQUIRED);
        columns.forEach(column -> missing.remove(column.name()));
        if (!missing.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_MOD, "control result is missing required column(s): " + missing);
        }
        var results = new ArrayList<ControlResult>();
        for (@Nullable Object[] row = rows.next(); row != null; row = rows.next()) {
            results.add(result(row));
        }
        results.sort(Comparator.comparing(ControlResult::status));
        return results;
    }

    private ControlResult result(@Nullable Object[] row) {
        String status = text(row, "status");
        String reason = text(row, "reason");
        Optional<Status> known = Status.of(status);
        // A word that is no status is no verdict either: the row counts as an error and says so, the other rows stand.
        return new ControlResult(
                known.orElse(Status.ERROR),
                known.isPresent() ? reason : "invalid control status '" + status + "': " + reason,
                text(row, "resource"),
                dimensions(row));
    }

    private List<Dimension> dimensions(@Nullable Object[] row) {
        var dimensions = new ArrayList<Dimension>();
        for (int i = 0; i < columns.size(); i++) {
            ResultColumn column = columns.get(i);
            if (!REQUIRED.contains(column.name()) && isScalar(column.type())) {
                dimensions.add(new Dimension(column.name(), textAt(row, i)));
            }
        }
        return dimensions;
    }

    private static boolean isScalar(String type) {
        return !type.equals("jsonb") && !type.equals("json") && !type.equals("record") && !type.endsWith("[]");
    }

    private String text(@Nullable Object[] row, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return textAt(row, i);
            }
        }
        return "";
    }

    private String textAt(@Nullable Object[] row, int column) {
        Object value = row[column];
        return value == null ? "" : rows.text(column, value);
    }
}
