package dev.penstock.sql.dialect;

import dev.penstock.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;
import org.jspecify.annotations.Nullable;

/**
 * {@code select distinct on (k) x from t order by k, o} becomes a query that numbers the rows of each {@code k} in the
 * order {@code k, o}, around the select itself, and keeps the first of each.
 */
final class DistinctOn {
    private static final Set<SqlKind> DIRECTIONS = Set.of(SqlKind.DESCENDING, SqlKind.NULLS_FIRST, SqlKind.NULLS_LAST);
    private static final String NUMBER = "number in group";

    private final SqlSelect select;
    private final List<SqlNode> keys;
    private final SqlNodeList order;
    private final SqlParserPos position;
    private final List<SqlNode> inner = new ArrayList<>();

    DistinctOn(SqlSelect select, List<SqlNode> keys, SqlNodeList order) {
        this.select = select;
        this.keys = keys;
        this.order = order;
        this.position = select.getParserPosition();
    }

    QueryRewriter.Selected rewritten(@Nullable List<String> columns) {
        SqlNodeList items = select.getSelectList();
        List<String> names = items.stream()
                .map(item -> String.valueOf(QueryRewriter.nameOf(item)))
                .toList();
        items.forEach(item -> inner.add(QueryRewriter.expression(Objects.requireNonNull(item))));
        List<Integer> groups = keys.stream().map(this::place).toList();
        List<Integer> sorted = order.stream()
                .map(key -> place(undirected(Objects.requireNonNull(key))))
                .toList();
        check(groups, sorted);
        select.setSelectList(list(IntStream.range(0, inner.size())
                .mapToObj(i -> OutputNames.named(inner.get(i), column(i)))
                .toList()));
        SqlNode number = OutputNames.named(numbered(groups, sorted), NUMBER);
        var numberedItems = new ArrayList<SqlNode>();
        IntStream.range(0, inner.size()).forEach(i -> numberedItems.add(reference(i)));
        numberedItems.add(number);
        SqlSelect numbered = around(select, numberedItems, null);
        SqlSelect outermost = around(
                numbered,
                IntStream.range(0, names.size())
                        .<SqlNode>mapToObj(i -> OutputNames.named(reference(i), names.get(i)))
                        .toList(),
                SqlStdOperatorTable.EQUALS.createCall(
                        position, new SqlIdentifier(NUMBER, position), QueryRewriter.number(1, position)));
        return new QueryRewriter.Selected(new QueryRewriter.Query(outermost, columns), list(directed(sorted)));
    }

    private List<SqlNode> directed(List<Integer> sorted) {
        return IntStream.range(0, sorted.size())
                .mapToObj(i -> directed(Objects.requireNonNull(order.get(i)), reference(sorted.get(i))))
                .toList();
    }

    /** The first keys of the order must be the ones that make the groups. */
    private void check(List<Integer> groups, List<Integer> sorted) {
        boolean other = false;
        for (int place : sorted) {
            if (groups.contains(place) && other) {
                throw mismatch();
            }
            other |= !groups.contains(place);
        }
        if (other && !sorted.containsAll(groups)) {
            throw mismatch();
        }
    }

    private RuntimeException mismatch() {
        return QueryRewriter.error(
                ErrorCode.INVALID_STATEMENT,
                "SELECT DISTINCT ON expressions must match initial ORDER BY expressions",
                keys.get(0));
    }

    /** The place of an expression in the inner select, where it is added if it is not there. */
    private int place(SqlNode expression) {
        if (expression instanceof SqlNumericLiteral number && number.isInteger()) {
            return number.intValue(true) - 1;
        }
        for (int i = 0; i < inner.size(); i++) {
            if (inner.get(i).equalsDeep(expression, Litmus.IGNORE)) {
                return i;
            }
        }
        inner.add(expression);
        return inner.size() - 1;
    }

    private static SqlNode undirected(SqlNode key) {
        return DIRECTIONS.contains(key.getKind()) ? undirected(((SqlCall) key).operand(0)) : key;
    }

    private static SqlNode directed(SqlNode key, SqlNode column) {
        return DIRECTIONS.contains(key.getKind())
                ? ((SqlCall) key)
                        .getOperator()
                        .createCall(key.getParserPosition(), directed(((SqlCall) key).operand(0), column))
                : column;
    }

    private SqlNode numbered(List<Integer> groups, List<Integer> sorted) {
        var function = new SqlUnresolvedFunction(
                new SqlIdentifier("row_number", position),
                null,
                null,
                null,
                null,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        SqlNode window = SqlWindow.create(
                null,
                null,
                list(groups.stream().<SqlNode>map(this::reference).toList()),
                list(directed(sorted)),
                SqlLiteral.createBoolean(false, position),
                null,
                null,
                null,
                SqlWindow.createExcludeNoOthers(position),
                position);
        return SqlStdOperatorTable.OVER.createCall(position, new SqlBasicCall(function, List.of(), position), window);
    }

    private SqlSelect around(SqlSelect query, List<SqlNode> items, @Nullable SqlNode where) {
        SqlNode from = SqlStdOperatorTable.AS.createCall(position, query, new SqlIdentifier("distinct on", position));
        return new SqlSelect(position, null, list(items), from, where, null, null, null, null, null, null, null, null);
    }

    private SqlNodeList list(List<SqlNode> nodes) {
        return new SqlNodeList(nodes, position);
    }

    private SqlIdentifier reference(int place) {
        return new SqlIdentifier(column(place), position);
    }

    private static String column(int place) {
        return "item " + place;
    }
}
