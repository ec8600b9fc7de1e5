package dev.penstock.grammar;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;

/** Prints which joins are inside which. */
final class JoinShape {
    private JoinShape() {}

    static String of(String sql) {
        SqlJoin join = (SqlJoin) ((SqlSelect) Tree.ofOne(sql)).getFrom();
        return sides(join);
    }

    private static String sides(SqlJoin join) {
        return side(join.getLeft()) + " " + join.getJoinType() + " " + side(join.getRight());
    }

    private static String side(SqlNode node) {
        if (node instanceof SqlJoin join) {
            return "(" + sides(join) + ")";
        }
        return node.getKind() == SqlKind.AS ? ((SqlCall) node).operand(1).toString() : node.toString();
    }
}
