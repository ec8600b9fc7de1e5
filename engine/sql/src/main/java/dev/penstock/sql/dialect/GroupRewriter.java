package dev.penstock.sql.dialect;

import dev.penstock.spi.error.ErrorCode;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.util.Litmus;

/** GROUP BY: a name alone is that of an input column first, then that of an output column; a number is a place. */
final class GroupRewriter {
    private final Scope scope;
    private final SqlNodeList items;
    private final ExpressionRewriter expressions;

    GroupRewriter(QueryRewriter queries, Scope scope, SqlNodeList items) {
        this.scope = scope;
        this.items = items;
        this.expressions = new ExpressionRewriter(queries, scope, "");
    }

    SqlNodeList rewrite(SqlNodeList groups) {
        return new SqlNodeList(
                groups.stream().map(group -> key(Objects.requireNonNull(group))).toList(), groups.getParserPosition());
    }

    private SqlNode key(SqlNode key) {
        switch (key.getKind()) {
            case ROLLUP, CUBE, GROUPING_SETS, ROW -> {
                SqlCall sets = (SqlCall) key;
                for (int i = 0; i < sets.operandCount(); i++) {
                    sets.setOperand(i, key(sets.operand(i)));
                }
                return sets;
            }
            default -> {
                // a single key
            }
        }
        if (key instanceof SqlNodeList list) {
            return rewrite(list);
        }
        if (key instanceof SqlNumericLiteral number && number.isInteger()) {
            int place = number.intValue(true);
            if (place < 1 || place > items.size()) {
                throw QueryRewriter.error(
                        ErrorCode.INVALID_STATEMENT, "GROUP BY position " + place + " is not in select list", key);
            }
            return QueryRewriter.expression(items.get(place - 1));
        }
        if (key instanceof SqlLiteral) {
            throw QueryRewriter.error(ErrorCode.SYNTAX_ERROR, "non-integer constant in GROUP BY", key);
        }
        return key instanceof SqlIdentifier name && name.isSimple() ? named(name) : expressions.rewrite(key);
    }

    private SqlNode named(SqlIdentifier name) {
        String simple = name.getSimple();
        if (scope.mayBeColumnHere(simple)) {
            return expressions.rewrite(name);
        }
        List<SqlNode> outputs = items.stream()
                .filter(item -> simple.equals(QueryRewriter.nameOf(item)))
                .map(QueryRewriter::expression)
                .toList();
        if (outputs.isEmpty()) {
            return expressions.rewrite(name);
        }
        if (outputs.stream().anyMatch(output -> !output.equalsDeep(outputs.get(0), Litmus.IGNORE))) {
            throw QueryRewriter.error(ErrorCode.AMBIGUOUS_COLUMN, "GROUP BY \"" + simple + "\" is ambiguous", name);
        }
        return outputs.get(0);
    }
}
