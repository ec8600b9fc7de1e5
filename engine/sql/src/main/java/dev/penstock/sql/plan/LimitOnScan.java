package dev.penstock.sql.plan;

import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Tells a scan how many of its rows a limit above it can use. Only where nothing stands between that drops or orders
 * rows. The limit stays.
 */
final class LimitOnScan {
    private LimitOnScan() {}

    /** The limit over a scan that knows of it, or the limit as it is. */
    static RelNode push(Sort sort) {
        Long fetch = constant(sort.fetch);
        Long offset = sort.offset == null ? Long.valueOf(0) : constant(sort.offset);
        if (!sort.getCollation().getFieldCollations().isEmpty() || fetch == null || offset == null) {
            return sort;
        }
        long wanted = fetch > Long.MAX_VALUE - offset ? Long.MAX_VALUE : Math.max(1, fetch + offset);
        return sort.copy(sort.getTraitSet(), List.of(limited(sort.getInput(), wanted)));
    }

    private static RelNode limited(RelNode input, long wanted) {
        if (input instanceof ApiTableScan scan) {
            return scan.withLimit(wanted);
        }
        // A window looks at all rows, also at those that the limit then drops.
        return input instanceof Project project && !project.containsOver()
                ? project.copy(project.getTraitSet(), List.of(limited(project.getInput(), wanted)))
                : input;
    }

    private static @Nullable Long constant(@Nullable RexNode expression) {
        return expression instanceof RexLiteral literal ? literal.getValueAs(Long.class) : null;
    }
}
