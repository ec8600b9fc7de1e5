package dev.penstock.sql.dialect;

import dev.penstock.grammar.PostgresOperators;
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
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;
import org.jspecify.annotations.Nullable;

/**
 * Queries that number the rows of a select and keep some of them. {@code select distinct on (k) x from t order by k, o}
 * keeps the first row of each {@code k} in the order {@code k, o}; a LIMIT or OFFSET that is no constant keeps the rows
 * between two numbers.
 */
final class NumberedRows {
    private static final Set<SqlKind> DIRECTIONS = Set.of(SqlKind.DESCENDING, SqlKind.NULLS_FIRST, SqlKind.NULLS_LAST);
    private static final String NUMBER = "number of row";

    private final SqlSelect select;
    private final List<SqlNode> keys;
    private final SqlNodeList order;
    private final SqlParserPos position;
    private final List<String> names;
    private final List<SqlNode> inner = new ArrayList<>();
    /** The function that numbers the rows. */
    private String number = "row_number";

    private NumberedRows(SqlSelect select, List<SqlNode> keys, SqlNodeList order) {
        this.select = select;
        this.keys = keys;
        this.order = order;
        this.position = select.getParserPosition();
        SqlNodeList items = select.getSelectList();
        this.names = items.stream()
                .map(item -> String.valueOf(QueryRewriter.nameOf(item)))
                .toList();
        items.forEach(item -> inner.add(QueryRewriter.expression(Objects.requireNonNull(item))));
    }

    /** The first row of each group of keys. */
    static QueryRewriter.Selected distinctOn(
            SqlSelect select, List<SqlNode> keys, SqlNodeList order, @Nullable List<String> columns) {
        var rows = new NumberedRows(select, keys, order);
        List<Integer> groups = keys.stream().map(rows::place).toList();
        List<Integer> sorted = rows.sorted();
        rows.check(groups, sorted);
        SqlNode first = SqlStdOperatorTable.EQUALS.createCall(
                rows.position, rows.number(), QueryRewriter.number(1, rows.position));
        SqlSelect kept = rows.kept(groups, sorted, first);
        return new QueryRewriter.Selected(new QueryRewriter.Query(kept, columns), rows.list(rows.directed(sorted)));
    }

    /** Whether rows that are equal to the last one wanted are wanted, too; refuses what that does not go with. */
    static boolean takesTies(SqlOrderBy ordered) {
        if (!(ordered.fetch instanceof SqlCall call) || !call.getOperator().equals(PostgresOperators.WITH_TIES)) {
            return false;
        }
        if (ordered.orderList.isEmpty()) {
            throw QueryRewriter.error(
                    ErrorCode.SYNTAX_ERROR, "WITH TIES cannot be specified without ORDER BY clause", ordered.fetch);
        }
        if (ordered.offset != null) {
            throw QueryRewriter.error(
                    ErrorCode.NOT_SUPPORTED, "WITH TIES is not supported together with OFFSET", ordered.fetch);
        }
        return true;
    }

    /** The rows after the first {@code offset}, at most {@code fetch} of them, in their order. */
    static QueryRewriter.Selected between(
            SqlSelect select,
            SqlNodeList order,
            @Nullable SqlNode offset,
            @Nullable SqlNode fetch,
            @Nullable List<String> columns,
            boolean ties) {
        var rows = new NumberedRows(select, List.of(), order);
        rows.number = ties ? "rank" : "row_number";
        List<Integer> sorted = rows.sorted();
        SqlNode wanted = RowRange.condition(rows.number(), offset, fetch, rows.position);
        SqlSelect kept = rows.kept(List.of(), sorted, wanted);
        return new QueryRewriter.Selected(new QueryRewriter.Query(kept, columns), rows.list(List.of(rows.number())));
    }

    private List<Integer> sorted() {
        return order.stream()
                .map(key -> place(undirected(Objects.requireNonNull(key))))
                .toList();
    }

    private SqlSelect kept(List<Integer> groups, List<Integer> sorted, SqlNode condition) {
        select.setSelectList(list(IntStream.range(0, inner.size())
                .mapToObj(i -> OutputNames.named(inner.get(i), column(i)))
                .toList()));
        var numbered = new ArrayList<SqlNode>();
        IntStream.range(0, inner.size()).forEach(i -> numbered.add(reference(i)));
        numbered.add(OutputNames.named(numbered(groups, sorted), NUMBER));
        return around(
                around(select, numbered, null),
                IntStream.range(0, names.size())
                        .<SqlNode>mapToObj(i -> OutputNames.named(reference(i), names.get(i)))
                        .toList(),
                condition);
    }

    private SqlIdentifier number() {
        return new SqlIdentifier(NUMBER, position);
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
                new SqlIdentifier(number, position), null, null, null, null, SqlFunctionCategory.USER_DEFINED_FUNCTION);
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
        SqlNode from = SqlStdOperatorTable.AS.createCall(position, query, new SqlIdentifier("numbered rows", position));
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
