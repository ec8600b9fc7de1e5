package dev.penstock.controls.model;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run found.
 *
 * @param roots one for each name that was asked for, in that order
 * @param dryRun whether nothing was run: the report says what would be
 * @param repairs how to repair what was found, by the full name of the control; only if that was asked for
 * @param notes one sentence each about the run as a whole, for people
 */
public record CheckReport(
        List<ReportNode> roots,
        Instant started,
        Instant ended,
        boolean dryRun,
        Map<String, Repair> repairs,
        List<String> notes) {

    /** Copies the roots, the repairs and the notes. */
    public CheckReport {
        roots = List.copyOf(roots);
        repairs = Map.copyOf(repairs);
        notes = List.copyOf(notes);
    }

    /** A report that does not say how to repair anything. */
    public CheckReport(List<ReportNode> roots, Instant started, Instant ended, boolean dryRun) {
        this(roots, started, ended, dryRun, Map.of(), List.of());
    }

    /** The report of a run that took place. */
    public CheckReport(List<ReportNode> roots, Instant started, Instant ended) {
        this(roots, started, ended, false);
    }

    /** The same with the ways to repair what was found. */
    public CheckReport withRepairs(Map<String, Repair> found) {
        return new CheckReport(roots, started, ended, dryRun, found, notes);
    }

    /** The same with further sentences about the run. */
    public CheckReport withNotes(List<String> sentences) {
        List<String> all = Stream.concat(notes.stream(), sentences.stream()).toList();
        return new CheckReport(roots, started, ended, dryRun, repairs, all);
    }

    /** Every control, once, in the order of the tree. */
    public Collection<ReportNode.Check> checks() {
        var checks = new LinkedHashMap<String, ReportNode.Check>();
        roots.forEach(root -> collect(root, checks));
        return checks.values();
    }

    private static void collect(ReportNode node, Map<String, ReportNode.Check> checks) {
        if (node instanceof ReportNode.Group group) {
            group.children().forEach(child -> collect(child, checks));
        } else if (node instanceof ReportNode.Check check) {
            checks.putIfAbsent(check.node().fullName(), check);
        }
    }

    /** The counts of all roots. */
    public StatusCounts counts() {
        return roots.stream().map(ReportNode::counts).reduce(StatusCounts.NONE, StatusCounts::plus);
    }
}
