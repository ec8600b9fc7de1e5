package dev.penstock.controls.comparison;

import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.Status;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What one run found, by subject.
 *
 * @param verdicts the statuses of each subject, with the reason of the first row that has it
 * @param alarms how many rows about a subject are alarms; none for those without
 * @param known the controls of which everything could be read: what they don't name is not there
 */
public record Outcome(Map<Subject, Map<Status, String>> verdicts, Map<Subject, Integer> alarms, Set<String> known) {

    /** The outcome of a report of this run. */
    public static Outcome of(CheckReport report, Function<ReportNode.Check, String> nameOf) {
        var outcome = new Builder();
        for (ReportNode.Check check : report.checks()) {
            outcome.control(nameOf.apply(check));
            check.rows().forEach(row -> outcome.add(nameOf.apply(check), row));
        }
        return outcome.build();
    }

    /** Whether anything could not be found out. */
    public boolean hasErrors() {
        return verdicts.values().stream().anyMatch(statuses -> statuses.containsKey(Status.ERROR));
    }

    /** Takes what a run found. */
    public static final class Builder {
        private final Map<Subject, Map<Status, String>> verdicts = new TreeMap<>();
        private final Map<Subject, Integer> alarms = new HashMap<>();
        private final Set<String> controls = new HashSet<>();
        private final Set<String> unclear = new HashSet<>();

        /** A control of the run, also one without a result. */
        public void control(String name) {
            controls.add(name);
        }

        /** A result of a control. */
        public void add(String control, ControlResult result) {
            if (result.status() == Status.ERROR) {
                unclear.add(control);
            }
            Subject about = Subject.of(control, result);
            verdicts.computeIfAbsent(about, subject -> new EnumMap<>(Status.class))
                    .putIfAbsent(result.status(), result.explanation());
            if (result.status() == Status.ALARM) {
                alarms.merge(about, 1, Integer::sum);
            }
        }

        /** All of it. */
        public Outcome build() {
            var known = new HashSet<>(controls);
            known.removeAll(unclear);
            return new Outcome(Collections.unmodifiableMap(verdicts), Collections.unmodifiableMap(alarms), known);
        }
    }
}
