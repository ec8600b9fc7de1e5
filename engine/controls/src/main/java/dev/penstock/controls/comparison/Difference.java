package dev.penstock.controls.comparison;

import dev.penstock.controls.model.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a run differs from an earlier one, ordered by control and resource.
 *
 * @param fresh alarms that were none before, also further ones about a subject that had one
 * @param resolved alarms that are none any more: the subject is judged otherwise, or known to be gone
 * @param changed everything else that is judged otherwise, also alarms that are exempt or unknown now
 */
public record Difference(List<Change> fresh, List<Change> resolved, List<Change> changed) {

    /** Copies the lists. */
    public Difference {
        fresh = List.copyOf(fresh);
        resolved = List.copyOf(resolved);
        changed = List.copyOf(changed);
    }

    /**
     * One subject that is judged otherwise.
     *
     * @param before its statuses, such as {@code alarm}; {@code none} if it was not there, {@code not known} if its
     *     control did not run or not without an error
     * @param after the same in the later run
     * @param reason that of the later run, or that of the earlier one if the later one has none
     */
    public record Change(Subject subject, String before, String after, String reason) {}

    /** What is different in the later run. */
    public static Difference between(Outcome before, Outcome after) {
        var fresh = new ArrayList<Change>();
        var resolved = new ArrayList<Change>();
        var changed = new ArrayList<Change>();
        Set<Subject> subjects = new TreeSet<>(before.verdicts().keySet());
        subjects.addAll(after.verdicts().keySet());
        for (Subject subject : subjects) {
            Map<Status, String> old = before.verdicts().getOrDefault(subject, Map.of());
            Map<Status, String> now = after.verdicts().getOrDefault(subject, Map.of());
            int alarmsBefore = before.alarms().getOrDefault(subject, 0);
            int alarms = after.alarms().getOrDefault(subject, 0);
            if (old.keySet().equals(now.keySet()) && alarms == alarmsBefore) {
                continue;
            }
            Change change = new Change(
                    subject,
                    words(subject, old, before),
                    words(subject, now, after),
                    reason(now.isEmpty() ? old : now));
            if (alarms > alarmsBefore) {
                fresh.add(change);
            } else if (alarmsBefore > 0 && isResolved(subject, now, after)) {
                resolved.add(change);
            } else if (matters(old, now)) {
                changed.add(change);
            }
        }
        return new Difference(fresh, resolved, changed);
    }

    /** An alarm that is exempt or unknown now is still one. */
    private static boolean isResolved(Subject subject, Map<Status, String> now, Outcome after) {
        boolean remains =
                now.containsKey(Status.ALARM) || now.containsKey(Status.EXEMPT) || now.containsKey(Status.ERROR);
        return !remains && (!now.isEmpty() || after.known().contains(subject.control()));
    }

    /** That a resource which is fine came or went is no news. */
    private static boolean matters(Map<Status, String> old, Map<Status, String> now) {
        return (!old.isEmpty() && !now.isEmpty()) || isBad(old) || isBad(now);
    }

    private static boolean isBad(Map<Status, String> statuses) {
        return statuses.containsKey(Status.ALARM)
                || statuses.containsKey(Status.EXEMPT)
                || statuses.containsKey(Status.ERROR);
    }

    private static String words(Subject subject, Map<Status, String> statuses, Outcome outcome) {
        return statuses.isEmpty()
                ? outcome.known().contains(subject.control()) ? "none" : "not known"
                : statuses.keySet().stream()
                        .sorted()
                        .map(status -> word(status, outcome.alarms().getOrDefault(subject, 0)))
                        .collect(Collectors.joining(", "));
    }

    private static String word(Status status, int alarms) {
        return status == Status.ALARM && alarms > 1 ? alarms + " x " + status.text() : status.text();
    }

    /** The reason of the worst of them. */
    private static String reason(Map<Status, String> statuses) {
        return statuses.keySet().stream()
                .sorted()
                .findFirst()
                .map(statuses::get)
                .orElse("");
    }
}
