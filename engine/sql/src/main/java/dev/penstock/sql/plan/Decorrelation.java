package dev.penstock.sql.plan;

import java.util.HashSet;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.sql2rel.RelDecorrelator;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.Litmus;

/**
 * Makes joins of what is opened anew for each row before it. Calcite's decorrelation does not know every form of that, and
 * says so by leaving a correlation, by losing its place, or by failing in ways of many kinds; where a row is read at
 * several depths, it loses which of its rows. Such a statement keeps its correlations.
 */
final class Decorrelation {
    private Decorrelation() {}

    /** The same tree without correlations, or as it was. */
    static RelNode of(RelNode joined, RelBuilder builder) {
        if (readsAtSeveralDepths(joined)) {
            return joined;
        }
        try {
            RelNode flat =
                    OrderedAggregate.show(RelDecorrelator.decorrelateQuery(OrderedAggregate.hide(joined), builder));
            return RelOptUtil.getVariablesUsed(flat).isEmpty() && isValid(flat) ? flat : joined;
        } catch (RuntimeException | AssertionError e) {
            return joined;
        }
    }

    private static boolean isValid(RelNode node) {
        return node.isValid(Litmus.IGNORE, null) && node.getInputs().stream().allMatch(Decorrelation::isValid);
    }

    private static boolean readsAtSeveralDepths(RelNode node) {
        if (node instanceof Correlate correlate) {
            Set<CorrelationId> read = new HashSet<>(RelOptUtil.getVariablesUsed(correlate.getRight()));
            read.remove(correlate.getCorrelationId());
            if (!read.isEmpty()
                    || (readers(correlate.getRight(), correlate.getCorrelationId()) > 1
                            && isReadByJoin(correlate.getRight(), correlate.getCorrelationId()))) {
                return true;
            }
        }
        return node.getInputs().stream().anyMatch(Decorrelation::readsAtSeveralDepths);
    }

    /** How many nodes read a row. */
    private static int readers(RelNode node, CorrelationId row) {
        var own = new RelOptUtil.VariableUsedVisitor(null);
        node.collectVariablesUsed(own.variables);
        node.accept(own);
        int below =
                node.getInputs().stream().mapToInt(input -> readers(input, row)).sum();
        return below + (own.variables.contains(row) ? 1 : 0);
    }

    private static boolean isReadByJoin(RelNode node, CorrelationId row) {
        boolean joins = node instanceof Join || node instanceof Correlate;
        return joins ? readers(node, row) > 0 : node.getInputs().stream().anyMatch(input -> isReadByJoin(input, row));
    }
}
