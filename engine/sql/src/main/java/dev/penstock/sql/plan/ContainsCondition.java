package dev.penstock.sql.plan;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;
import org.apache.calcite.util.NlsString;

/**
 * A condition {@code text like '%' || part || '%'} of a join, whose text comes from one side and whose part from the
 * other.
 *
 * @param left the text or part of the left side, over its rows
 * @param right that of the right side, over its rows
 * @param textIsLeft whether the text is on the left side
 */
record ContainsCondition(RexNode left, RexNode right, boolean textIsLeft) {

    /** What a condition of a join asks, if it is of this kind. */
    static Optional<ContainsCondition> of(Join join, RexNode condition) {
        if (!(condition instanceof RexCall like)
                || !like.isA(SqlKind.LIKE)
                || !like.getOperator().getName().equals("LIKE")
                || like.getOperands().size() != 2) {
            return Optional.empty();
        }
        RexNode text = like.getOperands().get(0);
        return part(like.getOperands().get(1)).flatMap(part -> sides(join, text, part));
    }

    private static Optional<ContainsCondition> sides(Join join, RexNode text, RexNode part) {
        int leftWidth = join.getLeft().getRowType().getFieldCount();
        int width = leftWidth + join.getRight().getRowType().getFieldCount();
        ImmutableBitSet leftFields = ImmutableBitSet.range(leftWidth);
        ImmutableBitSet rightFields = ImmutableBitSet.range(leftWidth, width);
        ImmutableBitSet ofText = RelOptUtil.InputFinder.bits(text);
        ImmutableBitSet ofPart = RelOptUtil.InputFinder.bits(part);
        if (ofText.isEmpty() || ofPart.isEmpty()) {
            return Optional.empty();
        }
        if (leftFields.contains(ofText) && rightFields.contains(ofPart)) {
            return Optional.of(new ContainsCondition(text, RexUtil.shift(part, -leftWidth), true));
        }
        return rightFields.contains(ofText) && leftFields.contains(ofPart)
                ? Optional.of(new ContainsCondition(part, RexUtil.shift(text, -leftWidth), false))
                : Optional.empty();
    }

    /** The x of {@code '%' || x || '%'}. */
    private static Optional<RexNode> part(RexNode pattern) {
        List<RexNode> parts = concatenated(pattern);
        boolean fits = parts.size() == 3 && isPercent(parts.get(0)) && isPercent(parts.get(2));
        return fits ? Optional.of(parts.get(1)) : Optional.empty();
    }

    private static List<RexNode> concatenated(RexNode node) {
        if (node instanceof RexCall call && call.getOperator().getName().equals("||")) {
            var parts = new java.util.ArrayList<RexNode>();
            call.getOperands().forEach(operand -> parts.addAll(concatenated(operand)));
            return parts;
        }
        return List.of(node);
    }

    private static boolean isPercent(RexNode node) {
        return node instanceof RexLiteral literal
                && literal.getValue() instanceof NlsString text
                && text.getValue().equals("%");
    }
}
