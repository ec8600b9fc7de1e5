package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.Locale;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/** What a recursive query may look like (PostgreSQL chapter 7.8.2.1). */
final class Recursion {
    private Recursion() {}

    /** Refuses what PostgreSQL refuses, or what would never end. */
    static void check(SqlWithItem item) {
        String name = item.name.getSimple();
        if (count(item.query, name) == 0) {
            return;
        }
        SqlNode query = item.query;
        if (query instanceof SqlOrderBy ordered && ordered.query.getKind() == SqlKind.UNION) {
            String clause = ordered.fetch != null ? "LIMIT" : ordered.offset != null ? "OFFSET" : "ORDER BY";
            throw QueryRewriter.error(
                    ErrorCode.NOT_SUPPORTED, clause + " in a recursive query is not implemented", ordered);
        }
        if (query.getKind() != SqlKind.UNION || count(((SqlCall) query).operand(0), name) > 0) {
            throw invalid(
                    item,
                    "recursive query \"" + name
                            + "\" does not have the form non-recursive-term UNION [ALL] recursive-term");
        }
        SqlNode step = ((SqlCall) query).operand(1);
        if (step instanceof SqlSelect select) {
            checkStep(item, select, name);
        }
    }

    private static void checkStep(SqlWithItem item, SqlSelect step, String name) {
        SqlNode from = step.getFrom();
        int own = from == null ? 0 : inFrom(from, name);
        int all = count(step, name);
        if (own > 1) {
            throw invalid(item, "recursive reference to query \"" + name + "\" must not appear more than once");
        }
        if (own == 1 && all > own) {
            throw invalid(item, "recursive reference to query \"" + name + "\" must not appear within a subquery");
        }
        for (SqlNode output : step.getSelectList()) {
            if (output != null && holdsAggregate(output)) {
                throw invalid(item, "aggregate functions are not allowed in a recursive query's recursive term");
            }
        }
    }

    private static boolean holdsAggregate(SqlNode node) {
        if (!(node instanceof SqlCall call) || QueryRewriter.isQuery(node) || node.getKind() == SqlKind.OVER) {
            return false;
        }
        boolean aggregate = call instanceof SqlBasicCall
                && PostgresOperatorTable.isAggregate(
                        call.getOperator().getName().toLowerCase(Locale.ROOT));
        return aggregate
                || call.getOperandList().stream().anyMatch(operand -> operand != null && holdsAggregate(operand));
    }

    private static EngineException invalid(SqlWithItem item, String message) {
        return QueryRewriter.error(ErrorCode.INVALID_RECURSION, message, item.name);
    }

    /** How often a query reads a table of this name, anywhere. */
    private static int count(SqlNode query, String name) {
        int[] count = new int[1];
        query.accept(new SqlBasicVisitor<@Nullable Void>() {
            @Override
            public @Nullable Void visit(SqlCall call) {
                if (call instanceof SqlSelect select && select.getFrom() != null) {
                    count[0] += inFrom(select.getFrom(), name);
                }
                return super.visit(call);
            }
        });
        return count[0];
    }

    private static int inFrom(SqlNode from, String name) {
        if (from instanceof SqlJoin join) {
            return inFrom(join.getLeft(), name) + inFrom(join.getRight(), name);
        }
        SqlNode table = from.getKind() == SqlKind.AS ? ((SqlCall) from).operand(0) : from;
        boolean reads = table instanceof SqlIdentifier identifier
                && identifier.isSimple()
                && identifier.getSimple().equals(name);
        return reads ? 1 : 0;
    }
}
