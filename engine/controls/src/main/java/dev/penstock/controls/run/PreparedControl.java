package dev.penstock.controls.run;

import dev.penstock.controls.model.Arguments;
import dev.penstock.controls.model.BoundQuery;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.RunError;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.FailedCall;
import dev.penstock.sql.PreparedQuery;
import dev.penstock.sql.ResultColumn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A control that can run, or why it can't: what is wrong with its query is found before any call is made. */
sealed interface PreparedControl {

    /** What it is about. */
    Control control();

    /** One whose query is planned. */
    record Ready(Control control, PreparedQuery query, List<@Nullable Object> values) implements PreparedControl {}

    /** One that can't run. */
    record Broken(Control control, RunError error) implements PreparedControl {}

    /** Binds and plans a control's query, and checks what it will give. */
    static PreparedControl of(Control control, Arguments arguments, Function<String, PreparedQuery> plan) {
        try {
            BoundQuery bound = control.bind(arguments);
            PreparedQuery query = plan.apply(bound.sql());
            check(query.columns());
            return new Ready(control, query, bound.values());
        } catch (EngineException e) {
            return new Broken(control, error(e));
        } catch (RuntimeException | StackOverflowError e) {
            // A fault of Penstock itself must not take the other controls of the run down, and must not read as ok.
            return new Broken(control, internal(e));
        }
    }

    private static void check(List<ResultColumn> columns) {
        var missing = new TreeSet<>(Verdicts.REQUIRED);
        Set<String> seen = new HashSet<>();
        var twice = new TreeSet<String>();
        for (ResultColumn column : columns) {
            missing.remove(column.name());
            if (!seen.add(column.name())) {
                twice.add(column.name());
            }
        }
        if (!missing.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_MOD, "control result is missing required column(s): " + missing);
        }
        if (!twice.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_MOD,
                    "control result has column(s) more than once: " + twice + "; name them apart");
        }
    }

    /** What a report says of an error. */
    static RunError error(EngineException e) {
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

    /** What a report says of a fault of Penstock. */
    static RunError internal(Throwable thrown) {
        return new RunError(RunError.Kind.FAILED, "internal error: " + thrown);
    }
}
