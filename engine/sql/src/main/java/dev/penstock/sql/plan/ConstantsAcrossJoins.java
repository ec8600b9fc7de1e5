package dev.penstock.sql.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptPredicateList;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;

/**
 * What one side of a join fixes with constants, the other side's keys are fixed with, too: {@code a.x = b.y and a.x = 'c'}
 * looks {@code b} up by {@code y = 'c'}. Only comparisons of columns with constants, which can't fail, go across.
 */
final class ConstantsAcrossJoins {
    private ConstantsAcrossJoins() {}

    static RelNode add(RelNode node) {
        List<RelNode> inputs =
                node.getInputs().stream().map(ConstantsAcrossJoins::add).toList();
        RelNode copied = inputs.equals(node.getInputs()) ? node : node.copy(node.getTraitSet(), inputs);
        return copied instanceof Join join ? add(join) : copied;
    }

    private static RelNode add(Join join) {
        RelOptPredicateList known = join.getCluster().getMetadataQuery().getPulledUpPredicates(join);
        RelNode left = filtered(join.getLeft(), known.leftInferredPredicates);
        RelNode right = filtered(join.getRight(), known.rightInferredPredicates);
        return left == join.getLeft() && right == join.getRight()
                ? join
                : join.copy(join.getTraitSet(), List.of(left, right));
    }

    private static RelNode filtered(RelNode side, List<RexNode> inferred) {
        var sure = new ArrayList<>(
                inferred.stream().filter(ConstantsAcrossJoins::cannotFail).toList());
        return sure.isEmpty()
                ? side
                : LogicalFilter.create(
                        side, RexUtil.composeConjunction(side.getCluster().getRexBuilder(), sure));
    }

    private static boolean cannotFail(RexNode condition) {
        return condition instanceof RexCall call
                && (call.isA(SqlKind.EQUALS) || call.isA(SqlKind.SEARCH))
                && call.getOperands().stream()
                        .allMatch(operand -> operand instanceof RexInputRef || operand instanceof RexLiteral)
                && call.getOperands().stream().anyMatch(operand -> operand instanceof RexLiteral);
    }
}
