package dev.penstock.controls.model;

import java.time.Instant;
import java.util.List;

/**
 * What a run found.
 *
 * @param roots one for each name that was asked for, in that order
 */
public record CheckReport(List<ReportNode> roots, Instant started, Instant ended) {

    /** Copies the roots. */
    public CheckReport {
        roots = List.copyOf(roots);
    }

    /** The counts of all roots. */
    public StatusCounts counts() {
        return roots.stream().map(ReportNode::counts).reduce(StatusCounts.NONE, StatusCounts::plus);
    }
}
