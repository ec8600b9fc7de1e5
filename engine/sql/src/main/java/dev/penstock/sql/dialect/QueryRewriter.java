package dev.penstock.sql.dialect;

import dev.penstock.grammar.PostgresOperators;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites, before validation, what depends on the tables around it: stars, whole rows, functions in FROM, DISTINCT ON,
 * names in GROUP BY, empty select lists. Every output column gets PostgreSQL's name.
 */
final class QueryRewriter {
    private final TableColumns tables;

    QueryRewriter(TableColumns tables) {
        this.tables = tables;
    }

    /**
     * A rewritten query.
     *
     * @param columns the names of its output, empty if it has none; null if they are not known
     */
    record Query(SqlNode node, @Nullable List<String> columns) {}

    /** Whether a node is a query rather than an expression. */
    static boolean isQuery(SqlNode node) {
        return switch (node.getKind()) {
            case SELECT, UNION, EXCEPT, INTERSECT, ORDER_BY, WITH, VALUES -> true;
            default -> false;
        };
    }

    /** A query that sees the names of a scope around it. */
    Query query(SqlNode node, Scope outer) {
        if (node instanceof SqlWith with) {
            return with(with, outer);
        }
        if (node instanceof SqlOrderBy ordered) {
            return ordered(ordered, outer);
        }
        if (node instanceof SqlSelect select) {
            return select(select, SqlNodeList.EMPTY, outer).query();
        }
        if (node.getKind() == SqlKind.VALUES) {
            return values((SqlCall) node, outer);
        }
        if (SqlKind.SET_QUERY.contains(node.getKind())) {
            return combined((SqlCall) node, outer);
        }
        return new Query(node, null);
    }

    private Query combined(SqlCall call, Scope outer) {
        List<String> columns = null;
        for (int i = 0; i < call.operandCount(); i++) {
            Query branch = query(call.operand(i), outer);
            call.setOperand(i, branch.node());
            columns = i == 0 ? branch.columns() : columns;
        }
        return new Query(call, columns);
    }

    private Query values(SqlCall call, Scope outer) {
        var expressions = new ExpressionRewriter(this, outer.inner(), "VALUES");
        for (int i = 0; i < call.operandCount(); i++) {
            call.setOperand(i, expressions.rewrite(call.operand(i)));
        }
        int width = call.operand(0) instanceof SqlCall row ? row.operandCount() : 1;
        for (SqlNode row : call.getOperandList()) {
            if (row instanceof SqlCall values && values.getKind() == SqlKind.ROW && values.operandCount() != width) {
                throw error(ErrorCode.SYNTAX_ERROR, "VALUES lists must all be the same length", row);
            }
        }
        return new Query(
                call,
                IntStream.rangeClosed(1, width).mapToObj(i -> "column" + i).toList());
    }

    private Query with(SqlWith with, Scope outer) {
        Scope scope = outer.inner();
        for (SqlNode node : with.withList) {
            var item = (SqlWithItem) node;
            String name = item.name.getSimple();
            checkItem(with, item);
            List<String> given = names(item.columnList);
            if (item.recursive.booleanValue()) {
                scope.define(name, withGiven(given, outputOf(item.query)));
            }
            Query query = query(item.query, scope);
            item.query = query.node();
            List<String> columns = query.columns();
            if (columns != null) {
                if (given.size() > columns.size()) {
                    throw error(
                            ErrorCode.INVALID_STATEMENT,
                            "WITH query \"" + name + "\" has " + columns.size() + " columns available but "
                                    + given.size() + " columns specified",
                            item.name);
                }
                List<String> all = withGiven(given, columns);
                scope.define(name, all);
                List<FromItem.Column> unique = FromItem.columns(all);
                if (query.node().getKind() == SqlKind.VALUES
                        || item.columnList != null
                        || !all.equals(uniqueNames(unique))) {
                    item.columnList = nodes(uniqueNames(unique), item.getParserPosition());
                }
            }
        }
        Query body = query(with.body, scope);
        with.body = body.node();
        return new Query(with, body.columns());
    }

    private static void checkItem(SqlWith with, SqlWithItem item) {
        String name = item.name.getSimple();
        boolean repeated = with.withList.stream()
                        .filter(other -> ((SqlWithItem) Objects.requireNonNull(other))
                                .name
                                .getSimple()
                                .equals(name))
                        .count()
                > 1;
        if (repeated) {
            throw error(
                    ErrorCode.DUPLICATE_ALIAS, "WITH query name \"" + name + "\" specified more than once", item.name);
        }
        if (item.recursive.booleanValue()) {
            Recursion.check(item);
        }
    }

    static List<String> uniqueNames(List<FromItem.Column> columns) {
        return columns.stream().map(FromItem.Column::unique).toList();
    }

    /** Names given from the left; the other columns keep theirs. */
    static List<String> withGiven(List<String> given, List<String> columns) {
        if (given.size() > columns.size()) {
            return given; // validation says so
        }
        var all = new ArrayList<>(given);
        all.addAll(columns.subList(given.size(), columns.size()));
        return all;
    }

    static List<String> names(@Nullable SqlNodeList identifiers) {
        return identifiers == null
                ? List.of()
                : identifiers.stream()
                        .map(identifier -> ((SqlIdentifier) Objects.requireNonNull(identifier)).getSimple())
                        .toList();
    }

    static SqlNodeList nodes(List<String> names, SqlParserPos position) {
        return new SqlNodeList(
                names.stream().map(name -> new SqlIdentifier(name, position)).toList(), position);
    }

    /** The output names of a recursive query, before it is rewritten: those of its first branch. */
    private static List<String> outputOf(SqlNode query) {
        SqlNode first = query;
        while (SqlKind.SET_QUERY.contains(first.getKind())) {
            first = ((SqlCall) first).operand(0);
        }
        if (first.getKind() == SqlKind.VALUES) {
            int width = ((SqlCall) ((SqlCall) first).operand(0)).operandCount();
            return IntStream.rangeClosed(1, width).mapToObj(i -> "column" + i).toList();
        }
        return first instanceof SqlSelect select
                ? select.getSelectList().stream()
                        .map(item -> OutputNames.of(Objects.requireNonNull(item)))
                        .toList()
                : List.of();
    }

    private Query ordered(SqlOrderBy ordered, Scope outer) {
        var limits = new ExpressionRewriter(this, outer.inner(), "LIMIT");
        SqlNode offset = ordered.offset == null ? null : limits.rewrite(ordered.offset);
        boolean ties = NumberedRows.takesTies(ordered);
        SqlNode given = ties ? ((SqlCall) ordered.fetch).operand(0) : ordered.fetch;
        SqlNode fetch = given == null ? null : limits.rewrite(given);
        boolean constant = isConstant(offset) && isConstant(fetch) && !ties;
        Selected selected;
        if (ordered.query instanceof SqlSelect select) {
            selected = select(select, ordered.orderList, outer);
        } else {
            Query query = query(ordered.query, outer);
            if (SqlKind.SET_QUERY.contains(ordered.query.getKind()) && query.columns() != null) {
                OrderRewriter.checkCombined(ordered.orderList, query.columns());
            }
            selected = constant || query.columns() == null
                    ? new Selected(query, ordered.orderList)
                    : around(query, ordered.orderList);
        }
        if (!constant && selected.query().node() instanceof SqlSelect select) {
            Selected between = NumberedRows.between(
                    select, selected.order(), offset, fetch, selected.query().columns(), ties);
            return sorted(ordered, between, null, null);
        }
        return sorted(ordered, selected, rounded(offset), rounded(fetch));
    }

    private static Query sorted(
            SqlOrderBy ordered, Selected selected, @Nullable SqlNode offset, @Nullable SqlNode fetch) {
        return new Query(
                new SqlOrderBy(ordered.getParserPosition(), selected.query().node(), selected.order(), offset, fetch),
                selected.query().columns());
    }

    /** {@code select * from (query) order by ...}. */
    private Selected around(Query query, SqlNodeList order) {
        SqlParserPos position = query.node().getParserPosition();
        SqlNode from =
                SqlStdOperatorTable.AS.createCall(position, query.node(), new SqlIdentifier("combined rows", position));
        SqlSelect select = PostgresOperators.select(position, SqlNodeList.of(SqlIdentifier.star(position)), from);
        return select(select, order, Scope.outermost());
    }

    private static boolean isConstant(@Nullable SqlNode count) {
        return count == null
                || (count instanceof SqlNumericLiteral number
                        && number.bigDecimalValue().signum() >= 0);
    }

    /** LIMIT takes whole numbers; others are rounded. */
    private static @Nullable SqlNode rounded(@Nullable SqlNode count) {
        return count instanceof SqlNumericLiteral number && !number.isInteger()
                ? SqlLiteral.createExactNumeric(
                        number.bigDecimalValue()
                                .setScale(0, RoundingMode.HALF_UP)
                                .toString(),
                        number.getParserPosition())
                : count;
    }

    /** A rewritten select and its order. */
    record Selected(Query query, SqlNodeList order) {}

    private Selected select(SqlSelect select, SqlNodeList order, Scope outer) {
        Scope scope = outer.inner();
        var from = new FromRewriter(this, tables, scope, outer);
        List<FromRewriter.StarColumn> star = new ArrayList<>();
        if (select.getFrom() != null) {
            star = from.rewrite(select);
        }
        List<SqlNode> distinctOn = takeDistinctOn(select);
        List<String> columns = SelectItems.expand(select, scope, star, this);
        var items = select.getSelectList();
        rewriteClauses(select, scope);
        boolean distinct = select.isDistinct() && !order.isEmpty() && columns != null;
        var orders = new OrderRewriter(this, scope, items);
        SqlNodeList keys = distinct ? orders.places(order) : orders.rewrite(order);
        Query query = new Query(select, columns);
        if (distinct) {
            return around(query, keys);
        }
        if (distinctOn.isEmpty()) {
            return new Selected(query, keys);
        }
        List<SqlNode> on = distinctOn.stream()
                .map(key -> new OrderRewriter(this, scope, items).rewriteKey(key))
                .toList();
        return NumberedRows.distinctOn(select, on, keys, columns);
    }

    private void rewriteClauses(SqlSelect select, Scope scope) {
        SqlNode where = select.getWhere();
        if (where != null) {
            select.setWhere(new ExpressionRewriter(this, scope, "WHERE").rewrite(where));
        }
        SqlNodeList groups = select.getGroup();
        if (groups != null) {
            select.setGroupBy(new GroupRewriter(this, scope, select.getSelectList()).rewrite(groups));
        }
        SqlNode having = select.getHaving();
        if (having != null) {
            select.setHaving(new ExpressionRewriter(this, scope, "HAVING").rewrite(having));
        }
        var windows = new ExpressionRewriter(this, scope, "WINDOW");
        SqlNodeList declared = select.getWindowList();
        for (int i = 0; i < declared.size(); i++) {
            declared.set(i, windows.rewrite(Objects.requireNonNull(declared.get(i))));
        }
    }

    /** Takes the mark of DISTINCT ON away. */
    private static List<SqlNode> takeDistinctOn(SqlSelect select) {
        SqlNodeList items = select.getSelectList();
        if (items.get(0) instanceof SqlBasicCall mark && mark.getOperator().equals(PostgresOperators.DISTINCT_ON)) {
            select.setSelectList(new SqlNodeList(items.subList(1, items.size()), items.getParserPosition()));
            return mark.getOperandList();
        }
        return List.of();
    }

    static EngineException error(ErrorCode code, String message, SqlNode at) {
        return new EngineException(code, message, Rewriter.place(at), null);
    }

    /** An item's expression, without its name. */
    static SqlNode expression(SqlNode item) {
        return item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(0) : item;
    }

    static @Nullable String nameOf(@Nullable SqlNode item) {
        return item == null ? null : SqlValidatorUtil.alias(item);
    }

    static SqlNode number(int value, SqlParserPos position) {
        return SqlLiteral.createExactNumeric(String.valueOf(value), position);
    }
}
