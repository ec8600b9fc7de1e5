package dev.penstock.sql.plan;

import java.util.List;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** {@code (a, b) < (c, d)}: rows are compared field by field, from the left (PostgreSQL chapter 9.24.5). */
final class RowComparison {
    private RowComparison() {}

    static boolean applies(RexCall call) {
        return SqlKind.COMPARISON.contains(call.getKind())
                && call.getOperands().size() == 2
                && call.getOperands().stream().allMatch(operand -> operand.isA(SqlKind.ROW));
    }

    /** The same over the fields. */
    static RexNode expand(RexBuilder rexBuilder, RexCall call) {
        List<RexNode> left = ((RexCall) call.getOperands().get(0)).getOperands();
        List<RexNode> right = ((RexCall) call.getOperands().get(1)).getOperands();
        return switch (call.getKind()) {
            case EQUALS -> all(rexBuilder, SqlStdOperatorTable.EQUALS, left, right);
            case NOT_EQUALS ->
                rexBuilder.makeCall(SqlStdOperatorTable.NOT, all(rexBuilder, SqlStdOperatorTable.EQUALS, left, right));
            case IS_NOT_DISTINCT_FROM -> all(rexBuilder, SqlStdOperatorTable.IS_NOT_DISTINCT_FROM, left, right);
            case IS_DISTINCT_FROM ->
                rexBuilder.makeCall(
                        SqlStdOperatorTable.NOT,
                        all(rexBuilder, SqlStdOperatorTable.IS_NOT_DISTINCT_FROM, left, right));
            default -> ordered(rexBuilder, call.getOperator(), left, right);
        };
    }

    private static RexNode all(RexBuilder rexBuilder, SqlOperator operator, List<RexNode> left, List<RexNode> right) {
        var fields = new java.util.ArrayList<RexNode>();
        for (int i = 0; i < left.size(); i++) {
            fields.add(rexBuilder.makeCall(operator, left.get(i), right.get(i)));
        }
        return RexUtil.composeConjunction(rexBuilder, fields);
    }

    /** The first fields that differ decide; where it is not known whether they do, nothing is known. */
    private static RexNode ordered(
            RexBuilder rexBuilder, SqlOperator operator, List<RexNode> left, List<RexNode> right) {
        RexNode last = rexBuilder.makeCall(operator, left.get(left.size() - 1), right.get(left.size() - 1));
        RexNode decided = last;
        for (int i = left.size() - 2; i >= 0; i--) {
            RexNode differ = rexBuilder.makeCall(SqlStdOperatorTable.NOT_EQUALS, left.get(i), right.get(i));
            RexNode equal = rexBuilder.makeCall(SqlStdOperatorTable.EQUALS, left.get(i), right.get(i));
            RexNode first = rexBuilder.makeCall(operator, left.get(i), right.get(i));
            decided = rexBuilder.makeCall(
                    SqlStdOperatorTable.CASE,
                    differ,
                    first,
                    equal,
                    decided,
                    rexBuilder.makeNullLiteral(first.getType()));
        }
        return decided;
    }
}
