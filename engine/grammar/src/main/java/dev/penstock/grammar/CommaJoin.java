package dev.penstock.grammar;

import java.util.HashSet;
import java.util.Set;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.util.Util;

/**
 * The tree of {@code a, b JOIN c ON ...}. The comma binds more weakly than JOIN, so the join stays together on the
 * right. One case is turned to the left: where a function in that join reads a table before the comma. Calcite lets a
 * lateral item see only the joins around it on its left, and with inner and left joins both trees mean the same.
 */
final class CommaJoin {
    private CommaJoin() {}

    static SqlNode of(SqlNode left, SqlNode right, SqlLiteral comma) {
        return right instanceof SqlJoin join && canTurn(join) && reachesOut(join)
                ? turned(left, join, comma)
                : comma(left, right, comma);
    }

    private static SqlNode turned(SqlNode left, SqlNode right, SqlLiteral comma) {
        if (!(right instanceof SqlJoin join)) {
            return comma(left, right, comma);
        }
        return new SqlJoin(
                join.getParserPosition(),
                turned(left, join.getLeft(), comma),
                SqlLiteral.createBoolean(join.isNatural(), join.getParserPosition()),
                join.getJoinTypeNode(),
                join.getRight(),
                join.getConditionTypeNode(),
                join.getCondition());
    }

    private static SqlJoin comma(SqlNode left, SqlNode right, SqlLiteral comma) {
        return new SqlJoin(
                comma.getParserPosition(),
                left,
                SqlLiteral.createBoolean(false, comma.getParserPosition()),
                comma,
                right,
                JoinConditionType.NONE.symbol(SqlParserPos.ZERO),
                null);
    }

    private static boolean canTurn(SqlNode node) {
        if (!(node instanceof SqlJoin join)) {
            return true;
        }
        JoinType type = join.getJoinType();
        return (type == JoinType.INNER || type == JoinType.LEFT || type == JoinType.CROSS)
                && !join.isNatural()
                && join.getConditionType() != JoinConditionType.USING
                && canTurn(join.getLeft());
    }

    /** True if a lateral item names a table that is not part of the join, or may do so. */
    private static boolean reachesOut(SqlJoin join) {
        Set<String> inside = new HashSet<>();
        collectNames(join, inside);
        try {
            join.accept(new LateralNames(inside));
            return false;
        } catch (Util.FoundOne found) {
            return true;
        }
    }

    private static void collectNames(SqlNode node, Set<String> names) {
        if (node instanceof SqlJoin join) {
            collectNames(join.getLeft(), names);
            collectNames(join.getRight(), names);
        } else if (node.getKind() == SqlKind.AS && node instanceof SqlCall call) {
            names.add(((SqlIdentifier) call.operand(1)).getSimple());
        } else if (node instanceof SqlIdentifier table) {
            names.add(Util.last(table.names));
        }
    }

    /** Stops at the first column in a lateral item whose table is not inside. */
    private static final class LateralNames extends SqlBasicVisitor<Void> {
        private final Set<String> inside;
        private int depth;

        LateralNames(Set<String> inside) {
            this.inside = inside;
        }

        @Override
        public Void visit(SqlCall call) {
            boolean lateral = call.getKind() == SqlKind.LATERAL || call.getKind() == SqlKind.UNNEST;
            if (call instanceof SqlJoin join && depth == 0) {
                join.getLeft().accept(this);
                join.getRight().accept(this);
                return null;
            }
            depth += lateral ? 1 : 0;
            super.visit(call);
            depth -= lateral ? 1 : 0;
            return null;
        }

        @Override
        public Void visit(SqlIdentifier name) {
            if (depth > 0 && (name.isSimple() || !inside.contains(name.names.get(name.names.size() - 2)))) {
                throw Util.FoundOne.NULL;
            }
            return null;
        }
    }
}
