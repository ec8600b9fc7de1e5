package dev.penstock.controls.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A benchmark or control after its run. */
public sealed interface ReportNode {

    /** What was run. */
    CheckNode node();

    /** The counts of the node and everything below it. */
    StatusCounts counts();

    /**
     * A benchmark and what its children found.
     *
     * @param children in the order of the benchmark
     */
    record Group(Benchmark node, List<ReportNode> children) implements ReportNode {

        /** Copies the children. */
        public Group {
            children = List.copyOf(children);
        }

        @Override
        public StatusCounts counts() {
            return children.stream().map(ReportNode::counts).reduce(StatusCounts.NONE, StatusCounts::plus);
        }
    }

    /**
     * A control and what it found.
     *
     * @param results ordered error, alarm, exempt, info, ok, skip; in the query's order within each; none if there is an error
     * @param error why the control has no verdicts; then it counts as one error
     * @param started when it began; if it never did, when that was decided
     * @param ended when it was through; the same moment as {@code started} if it never began
     */
    record Check(Control node, List<ControlResult> results, Optional<RunError> error, Instant started, Instant ended)
            implements ReportNode {

        /** Copies the results, if they are not counted yet. */
        public Check {
            // Counted ones don't change, and may be more than memory should hold.
            results = results instanceof CountedResults ? results : List.copyOf(results);
            if (error.isPresent() && !results.isEmpty()) {
                throw new IllegalArgumentException("a control with an error has no results");
            }
        }

        /** The verdicts, where an error is one without a resource: what every format shows and every count counts. */
        public List<ControlResult> rows() {
            return error.map(Check::row).map(List::of).orElse(results);
        }

        private static ControlResult row(RunError error) {
            return new ControlResult(Status.ERROR, error.message(), "", List.of());
        }

        @Override
        public StatusCounts counts() {
            List<ControlResult> rows = rows();
            return rows instanceof CountedResults counted ? counted.counts() : StatusCounts.of(rows);
        }
    }
}
