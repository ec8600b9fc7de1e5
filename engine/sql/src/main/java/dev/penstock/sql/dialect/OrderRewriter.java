package dev.penstock.sql.dialect;

import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.util.Litmus;
import org.jspecify.annotations.Nullable;

/** ORDER BY: a name alone is that of an output column first, inside an expression that of an input column. */
final class OrderRewriter {
    private static final Set<SqlKind> DIRECTIONS = Set.of(SqlKind.DESCENDING, SqlKind.NULLS_FIRST, SqlKind.NULLS_LAST);

    private final Scope scope;
    private final SqlNodeList items;
    private final ExpressionRewriter expressions;

    OrderRewriter(QueryRewriter queries, Scope scope, SqlNodeList items) {
        this.scope = scope;
        this.items = items;
        this.expressions = new ExpressionRewriter(queries, scope, "");
    }

    SqlNodeList rewrite(SqlNodeList keys) {
        var all = new ArrayList<SqlNode>();
        keys.forEach(key -> all.add(rewriteKey(Objects.requireNonNull(key))));
        return new SqlNodeList(all, keys.getParserPosition());
    }

    /** The keys of a SELECT DISTINCT: each must be an output column, and becomes its place. */
    SqlNodeList places(SqlNodeList keys) {
        var all = new ArrayList<SqlNode>();
        keys.forEach(key -> all.add(place(Objects.requireNonNull(key))));
        return new SqlNodeList(all, keys.getParserPosition());
    }

    private SqlNode place(SqlNode key) {
        if (DIRECTIONS.contains(key.getKind())) {
            SqlCall direction = (SqlCall) key;
            return direction.getOperator().createCall(direction.getParserPosition(), place(direction.operand(0)));
        }
        SqlNode rewritten = rewriteKey(key);
        if (rewritten instanceof SqlNumericLiteral) {
            return rewritten;
        }
        for (int i = 0; i < items.size(); i++) {
            if (QueryRewriter.expression(items.get(i)).equalsDeep(rewritten, Litmus.IGNORE)) {
                return QueryRewriter.number(i + 1, key.getParserPosition());
            }
        }
        throw QueryRewriter.error(
                ErrorCode.INVALID_STATEMENT,
                "for SELECT DISTINCT, ORDER BY expressions must appear in select list",
                key);
    }

    /** The rows of several queries can be ordered by their output alone. */
    static void checkCombined(SqlNodeList order, List<String> columns) {
        for (SqlNode node : order) {
            SqlNode key = Objects.requireNonNull(node);
            while (DIRECTIONS.contains(key.getKind())) {
                key = ((SqlCall) key).operand(0);
            }
            if (key instanceof SqlLiteral) {
                continue;
            }
            if (!(key instanceof SqlIdentifier name) || !name.isSimple()) {
                throw QueryRewriter.error(
                        ErrorCode.NOT_SUPPORTED, "invalid UNION/INTERSECT/EXCEPT ORDER BY clause", key);
            }
            if (!columns.contains(name.getSimple())) {
                throw QueryRewriter.error(
                        ErrorCode.UNDEFINED_COLUMN,
                        "column \"" + name.getSimple() + "\" does not exist"
                                + NearestName.hint(name.getSimple(), columns),
                        key);
            }
        }
    }

    SqlNode rewriteKey(SqlNode key) {
        if (DIRECTIONS.contains(key.getKind())) {
            SqlCall direction = (SqlCall) key;
            return direction.getOperator().createCall(direction.getParserPosition(), rewriteKey(direction.operand(0)));
        }
        if (key instanceof SqlNumericLiteral number && number.isInteger()) {
            int place = number.intValue(true);
            if (place < 1 || place > items.size()) {
                throw QueryRewriter.error(
                        ErrorCode.INVALID_STATEMENT, "ORDER BY position " + place + " is not in select list", key);
            }
            return key;
        }
        if (key instanceof SqlLiteral) {
            throw QueryRewriter.error(ErrorCode.SYNTAX_ERROR, "non-integer constant in ORDER BY", key);
        }
        if (key instanceof SqlIdentifier name && name.isSimple()) {
            int place = placeOf(name);
            if (place > 0) {
                return QueryRewriter.number(place, key.getParserPosition());
            }
        }
        if (!(key instanceof SqlIdentifier)) {
            key.accept(new OutputNameCheck());
        }
        return expressions.rewrite(key);
    }

    /** The place of the output column of a name, 0 if there is none; several must be the same expression. */
    private int placeOf(SqlIdentifier name) {
        int first = 0;
        for (int i = 0; i < items.size(); i++) {
            if (!name.getSimple().equals(QueryRewriter.nameOf(items.get(i)))) {
                continue;
            }
            if (first > 0
                    && !QueryRewriter.expression(items.get(first - 1))
                            .equalsDeep(QueryRewriter.expression(items.get(i)), Litmus.IGNORE)) {
                throw QueryRewriter.error(
                        ErrorCode.AMBIGUOUS_COLUMN, "ORDER BY \"" + name.getSimple() + "\" is ambiguous", name);
            }
            first = first == 0 ? i + 1 : first;
        }
        return first;
    }

    /** Calcite would take a name inside an expression for an output column, too. */
    private final class OutputNameCheck extends SqlBasicVisitor<@Nullable Void> {
        @Override
        public @Nullable Void visit(SqlIdentifier name) {
            boolean output = name.isSimple()
                    && items.stream().anyMatch(item -> name.getSimple().equals(QueryRewriter.nameOf(item)));
            if (output
                    && !scope.mayBeColumn(name.getSimple())
                    && scope.item(name.getSimple()).isEmpty()) {
                throw QueryRewriter.error(
                        ErrorCode.UNDEFINED_COLUMN, "column \"" + name.getSimple() + "\" does not exist", name);
            }
            return null;
        }

        @Override
        public @Nullable Void visit(SqlCall call) {
            return QueryRewriter.isQuery(call) ? null : super.visit(call);
        }
    }
}
