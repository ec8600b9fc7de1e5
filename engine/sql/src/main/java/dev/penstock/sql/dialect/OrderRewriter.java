package dev.penstock.sql.dialect;

import dev.penstock.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.util.SqlShuttle;
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
        if (key instanceof SqlLiteral literal && literal.getValue() != null) {
            throw QueryRewriter.error(ErrorCode.SYNTAX_ERROR, "non-integer constant in ORDER BY", key);
        }
        if (key instanceof SqlIdentifier name && name.isSimple()) {
            int place = placeOf(name);
            if (place > 0) {
                return QueryRewriter.number(place, key.getParserPosition());
            }
        }
        SqlNode inputs = key instanceof SqlIdentifier ? key : Objects.requireNonNull(key.accept(new InputNames()));
        return expressions.rewrite(inputs);
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

    /** Calcite takes names inside an expression for output columns, too: here they get the name of their table. */
    private final class InputNames extends SqlShuttle {
        @Override
        public @Nullable SqlNode visit(SqlIdentifier name) {
            if (!name.isSimple() || !scope.isComplete() || placeOfAny(name.getSimple()) == 0) {
                return name;
            }
            var owner = scope.owner(name.getSimple());
            if (owner.isEmpty() && !scope.mayBeColumn(name.getSimple())) {
                throw QueryRewriter.error(
                        ErrorCode.UNDEFINED_COLUMN, "column \"" + name.getSimple() + "\" does not exist", name);
            }
            return owner.<SqlNode>map(item -> item.reference(
                            new FromItem.Column(name.getSimple(), name.getSimple()), name.getParserPosition()))
                    .orElse(name);
        }

        @Override
        public @Nullable SqlNode visit(SqlCall call) {
            return QueryRewriter.isQuery(call) ? call : super.visit(call);
        }

        private int placeOfAny(String name) {
            return (int) items.stream()
                    .filter(item -> name.equals(QueryRewriter.nameOf(item)))
                    .count();
        }
    }
}
