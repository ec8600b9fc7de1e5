package dev.penstock.controls.model;

import java.time.Instant;
import java.util.List;

/**
 * What a run found.
 *
 * @param roots one for each name that was asked for, in that order
 * @param dryRun whether nothing was run: the report says what would be
 */
public record CheckReport(List<ReportNode> roots, Instant started, Instant ended, boolean dryRun) {

    /** Copies the roots. */
    public CheckReport {
        roots = List.copyOf(roots);
    }

    /** The report of a run that took place. */
    public CheckReport(List<ReportNode> roots, Instant started, Instant ended) {
        this(roots, started, ended, false);
    }

    /** The counts of all roots. */
    public StatusCounts counts() {
        return roots.stream().map(ReportNode::counts).reduce(StatusCounts.NONE, StatusCounts::plus);
    }
}
