package dev.penstock.controls.model;

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
     * @param results ordered error, alarm, info, ok, skip; in the query's order within each
     * @param error why the control could not run, on one line; then it counts as one error and has no results
     */
    record Check(Control node, List<ControlResult> results, Optional<String> error) implements ReportNode {

        /** Copies the results. */
        public Check {
            results = List.copyOf(results);
        }

        @Override
        public StatusCounts counts() {
            return error.isPresent() ? new StatusCounts(0, 0, 0, 0, 1) : StatusCounts.of(results);
        }
    }
}
