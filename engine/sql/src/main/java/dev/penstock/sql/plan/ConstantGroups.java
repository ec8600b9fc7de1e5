package dev.penstock.sql.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Groups by constants alone, of which there are none where there are no rows. Calcite's decorrelation leaves the constants
 * out, so that there is always one: an EXISTS over no rows would be true. What is here instead says so without groups.
 */
final class ConstantGroups extends RelHomogeneousShuttle {
    private ConstantGroups() {}

    /** The same tree without groups by constants alone, save those of each outer row, which decorrelation gives a key. */
    static RelNode remove(RelNode root) {
        return root.accept(new ConstantGroups());
    }

    @Override
    public RelNode visit(RelNode node) {
        RelNode visited = super.visit(node);
        return visited instanceof Aggregate aggregate
                        && aggregate.getGroupType() == Aggregate.Group.SIMPLE
                        && !aggregate.getGroupSet().isEmpty()
                        && RelOptUtil.getVariablesUsed(aggregate).isEmpty()
                ? constants(aggregate)
                        .map(constants -> replaced(aggregate, constants))
                        .orElse(aggregate)
                : visited;
    }

    private static RelNode replaced(Aggregate aggregate, List<RexNode> constants) {
        RexBuilder rexBuilder = aggregate.getCluster().getRexBuilder();
        RelNode row = aggregate.getAggCallList().isEmpty()
                ? LogicalSort.create(
                        aggregate.getInput(), RelCollations.EMPTY, null, rexBuilder.makeExactLiteral(BigDecimal.ONE))
                : counted(aggregate);
        List<RexNode> fields = new ArrayList<>(constants);
        for (int i = 0; i < aggregate.getAggCallList().size(); i++) {
            fields.add(rexBuilder.makeInputRef(row, i));
        }
        return LogicalProject.create(
                row, List.of(), fields, aggregate.getRowType().getFieldNames(), Set.of());
    }

    /** The aggregates of all rows, where there are any. */
    private static RelNode counted(Aggregate aggregate) {
        RexBuilder rexBuilder = aggregate.getCluster().getRexBuilder();
        var calls = new ArrayList<>(aggregate.getAggCallList());
        calls.add(AggregateCall.create(
                SqlStdOperatorTable.COUNT,
                false,
                false,
                false,
                List.of(),
                List.of(),
                -1,
                null,
                RelCollations.EMPTY,
                true,
                aggregate.getInput(),
                null,
                null));
        RelNode all =
                LogicalAggregate.create(aggregate.getInput(), aggregate.getHints(), ImmutableBitSet.of(), null, calls);
        RexNode count = rexBuilder.makeInputRef(all, calls.size() - 1);
        return LogicalFilter.create(
                all,
                rexBuilder.makeCall(
                        SqlStdOperatorTable.GREATER_THAN, count, rexBuilder.makeZeroLiteral(count.getType())));
    }

    /** What the keys of the groups are; empty if one is no constant. */
    private static Optional<List<RexNode>> constants(Aggregate aggregate) {
        var constants = new ArrayList<RexNode>();
        for (int key : aggregate.getGroupSet()) {
            Optional<RexNode> constant = constant(aggregate.getInput(), key);
            constant.ifPresent(constants::add);
            if (constant.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(constants);
    }

    private static Optional<RexNode> constant(RelNode node, int field) {
        if (node instanceof Filter filter) {
            return constant(filter.getInput(), field);
        }
        if (!(node instanceof Project project)) {
            return Optional.empty();
        }
        RexNode expression = project.getProjects().get(field);
        if (expression instanceof RexInputRef reference) {
            return constant(project.getInput(), reference.getIndex());
        }
        return expression instanceof RexLiteral ? Optional.of(expression) : Optional.empty();
    }
}
