package dev.penstock.sql.dialect;

import dev.penstock.grammar.PostgresOperators;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import dev.penstock.sql.function.SetFunctionDefinition;
import dev.penstock.sql.function.SetFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** A FROM clause: its items become known to the scope; functions in it become queries that call them. */
final class FromRewriter {
    private final QueryRewriter queries;
    private final TableColumns tables;
    private final Scope scope;
    private final Scope outer;

    /**
     * A column of {@code *}.
     *
     * @param item null for a column that USING or NATURAL made of two
     */
    record StarColumn(String name, @Nullable FromItem item, FromItem.Column column) {
        SqlIdentifier reference(SqlParserPos position) {
            return item == null ? new SqlIdentifier(name, position) : item.reference(column, position);
        }
    }

    FromRewriter(QueryRewriter queries, TableColumns tables, Scope scope, Scope outer) {
        this.queries = queries;
        this.tables = tables;
        this.scope = scope;
        this.outer = outer;
    }

    /** Rewrites the clause of a select; gives what {@code *} stands for in it. */
    List<StarColumn> rewrite(SqlSelect select) {
        var star = new ArrayList<StarColumn>();
        select.setFrom(item(Objects.requireNonNull(select.getFrom()), star));
        return star;
    }

    private SqlNode item(SqlNode node, List<StarColumn> star) {
        if (node instanceof SqlJoin join) {
            return join(join, star);
        }
        if (node.getKind() == SqlKind.AS) {
            return named((SqlCall) node, star);
        }
        if (node instanceof SqlIdentifier table) {
            String alias = table.names.get(table.names.size() - 1);
            add(alias, columnsOf(table), kindOf(table), star, node);
            return node;
        }
        if (isFunction(node)) {
            return function((SqlCall) ((SqlCall) node).operand(0), null, List.of(), RecordColumns.none(), star);
        }
        SqlNode inner = node.getKind() == SqlKind.LATERAL ? ((SqlCall) node).operand(0) : node;
        throw QueryRewriter.error(
                ErrorCode.SYNTAX_ERROR,
                inner.getKind() == SqlKind.VALUES
                        ? "VALUES in FROM must have an alias"
                        : "subquery in FROM must have an alias",
                inner);
    }

    private SqlNode join(SqlJoin join, List<StarColumn> star) {
        var left = new ArrayList<StarColumn>();
        var right = new ArrayList<StarColumn>();
        int before = scope.items().size();
        join.setLeft(item(join.getLeft(), left));
        int between = scope.items().size();
        join.setRight(item(join.getRight(), right));
        switch (join.getJoinType()) {
            case LEFT -> makeNullable(between, scope.items().size());
            case RIGHT -> makeNullable(before, between);
            case FULL -> makeNullable(before, scope.items().size());
            default -> {
                // no side is left out
            }
        }
        List<String> shared = List.of();
        SqlNode condition = join.getCondition();
        if (join.isNatural()) {
            shared = left.stream()
                    .map(StarColumn::name)
                    .filter(name ->
                            right.stream().anyMatch(column -> column.name().equals(name)))
                    .toList();
        } else if (join.getConditionType() == JoinConditionType.USING) {
            shared = QueryRewriter.names((SqlNodeList) condition);
            if (scope.isComplete()) {
                checkUsing((SqlNodeList) condition, left, "left");
                checkUsing((SqlNodeList) condition, right, "right");
            }
        } else if (condition != null) {
            join.setOperand(5, new ExpressionRewriter(queries, scope, "JOIN conditions").rewrite(condition));
        }
        for (String name : shared) {
            star.add(new StarColumn(name, null, new FromItem.Column(name, name)));
        }
        List<String> merged = shared;
        left.stream().filter(column -> !merged.contains(column.name())).forEach(star::add);
        right.stream().filter(column -> !merged.contains(column.name())).forEach(star::add);
        return join;
    }

    private static void checkUsing(@Nullable SqlNodeList names, List<StarColumn> columns, String side) {
        for (SqlNode node : Objects.requireNonNull(names)) {
            String name = ((SqlIdentifier) Objects.requireNonNull(node)).getSimple();
            long count = columns.stream()
                    .filter(column -> column.name().equals(name))
                    .count();
            if (count != 1) {
                throw count == 0
                        ? QueryRewriter.error(
                                ErrorCode.UNDEFINED_COLUMN,
                                "column \"" + name + "\" specified in USING clause does not exist in " + side
                                        + " table",
                                node)
                        : QueryRewriter.error(
                                ErrorCode.AMBIGUOUS_COLUMN,
                                "common column name \"" + name + "\" appears more than once in " + side + " table",
                                node);
            }
        }
    }

    private void makeNullable(int from, int to) {
        scope.items().subList(from, to).forEach(FromItem::makeNullable);
    }

    private SqlNode named(SqlCall as, List<StarColumn> star) {
        SqlNode inner = as.operand(0);
        String alias = ((SqlIdentifier) as.operand(1)).getSimple();
        RecordColumns defined = RecordColumns.of(as);
        List<String> given = as.getOperandList().subList(2, as.operandCount()).stream()
                .filter(name -> name instanceof SqlIdentifier)
                .map(name -> ((SqlIdentifier) name).getSimple())
                .toList();
        if (!defined.columns().isEmpty() && !isFunction(inner)) {
            throw QueryRewriter.error(
                    ErrorCode.SYNTAX_ERROR,
                    "a column definition list is only allowed for functions returning \"record\"",
                    as);
        }
        if (inner instanceof SqlIdentifier table) {
            Optional<List<String>> columns = columnsOf(table);
            List<FromItem.Column> all =
                    add(alias, columns.map(known -> withGiven(alias, given, known, as)), kindOf(table), star, as);
            return given.isEmpty() ? as : as(as, inner, alias, all);
        }
        if (isFunction(inner)) {
            SqlCall called = ((SqlCall) inner).operand(0);
            return function(called, (SqlIdentifier) as.operand(1), given, defined, star);
        }
        boolean lateral = inner.getKind() == SqlKind.LATERAL;
        QueryRewriter.Query query =
                queries.query(lateral ? ((SqlCall) inner).operand(0) : inner, lateral ? scope : outer);
        SqlNode rewritten = lateral
                ? SqlStdOperatorTable.LATERAL.createCall(inner.getParserPosition(), query.node())
                : query.node();
        List<String> columns = query.columns();
        if (columns == null) {
            scope.addUnknown();
            as.setOperand(0, rewritten);
            return as;
        }
        List<FromItem.Column> all =
                add(alias, Optional.of(withGiven(alias, given, columns, as)), FromItem.Kind.QUERY, star, as);
        return as(as, rewritten, alias, all);
    }

    /** An item under its name, with the names of its columns. */
    private static SqlNode as(SqlCall as, SqlNode inner, String alias, List<FromItem.Column> columns) {
        SqlParserPos position = as.getParserPosition();
        var operands = new ArrayList<SqlNode>();
        operands.add(inner);
        operands.add(new SqlIdentifier(alias, position));
        columns.forEach(column -> operands.add(new SqlIdentifier(column.unique(), position)));
        return SqlStdOperatorTable.AS.createCall(position, operands);
    }

    private static List<String> withGiven(String alias, List<String> given, List<String> columns, SqlNode at) {
        if (given.size() > columns.size()) {
            throw QueryRewriter.error(
                    ErrorCode.INVALID_STATEMENT,
                    "table \"" + alias + "\" has " + columns.size() + " columns available but " + given.size()
                            + " columns specified",
                    at);
        }
        return QueryRewriter.withGiven(given, columns);
    }

    private List<FromItem.Column> add(
            String alias, Optional<List<String>> names, FromItem.Kind kind, List<StarColumn> star, SqlNode at) {
        if (names.isEmpty()) {
            scope.addUnknown();
            return List.of();
        }
        if (scope.items().stream().anyMatch(item -> item.alias().equals(alias))) {
            throw QueryRewriter.error(
                    ErrorCode.DUPLICATE_ALIAS, "table name \"" + alias + "\" specified more than once", at);
        }
        var item = new FromItem(alias, tableOf(at), FromItem.columns(names.get()), kind);
        scope.add(item);
        item.columns().forEach(column -> star.add(new StarColumn(column.name(), item, column)));
        return item.columns();
    }

    private static String tableOf(SqlNode item) {
        SqlNode table = item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(0) : item;
        return table instanceof SqlIdentifier identifier ? identifier.names.get(identifier.names.size() - 1) : "";
    }

    private Optional<List<String>> columnsOf(SqlIdentifier table) {
        Optional<List<String>> columns = isDefined(table) ? outer.query(table.getSimple()) : tables.of(table.names);
        if (columns.isEmpty()) {
            String last = table.names.get(table.names.size() - 1);
            throw QueryRewriter.error(
                    ErrorCode.UNDEFINED_TABLE,
                    "relation \"" + String.join(".", table.names) + "\" does not exist"
                            + NearestName.hint(last, tables.names()),
                    table);
        }
        return columns;
    }

    private boolean isDefined(SqlIdentifier table) {
        return table.isSimple() && outer.query(table.getSimple()).isPresent();
    }

    private FromItem.Kind kindOf(SqlIdentifier table) {
        return isDefined(table) ? FromItem.Kind.QUERY : FromItem.Kind.TABLE;
    }

    private static boolean isFunction(SqlNode node) {
        return node.getKind() == SqlKind.LATERAL && !QueryRewriter.isQuery(((SqlCall) node).operand(0));
    }

    /** {@code f(x) as e} becomes {@code lateral (select f(x) as e) as e}. */
    private SqlNode function(
            SqlCall marked,
            @Nullable SqlIdentifier alias,
            List<String> given,
            RecordColumns defined,
            List<StarColumn> star) {
        boolean numbered = marked.getOperator().equals(PostgresOperators.WITH_ORDINALITY);
        SqlCall called = numbered ? marked.operand(0) : marked;
        List<SqlCall> calls = calls(called);
        SqlParserPos position = marked.getParserPosition();
        String first = OutputNames.of(calls.get(0));
        String name = alias == null ? first : alias.getSimple();
        var items = new ArrayList<SqlNode>();
        var columns = new ArrayList<String>();
        var expressions = new ExpressionRewriter(queries, scope, "");
        for (SqlCall call : calls) {
            String single = calls.size() == 1 ? name : OutputNames.of(call);
            defined.check(call);
            SqlNode value = expressions.rewrite(RecordColumns.objects(call));
            items.addAll(defined.of(value, position));
            columns.addAll(defined.names());
            List<String> own = columnNames(call);
            for (int i = 0; i < own.size(); i++) {
                items.add(new ColumnOfFunction(i).createCall(position, value));
                columns.add(own.get(i));
            }
            if (own.isEmpty() && defined.columns().isEmpty()) {
                items.add(value);
                columns.add(single);
            }
        }
        boolean scalar = columns.size() == 1;
        if (numbered) {
            items.add(new OrdinalityFunction().createCall(position));
            columns.add("ordinality");
        }
        List<FromItem.Column> all = add(
                name,
                Optional.of(withGiven(name, given, columns, marked)),
                scalar && !numbered ? FromItem.Kind.SCALAR : FromItem.Kind.QUERY,
                star,
                alias == null ? marked : alias);
        var named = new ArrayList<SqlNode>();
        for (int i = 0; i < items.size(); i++) {
            named.add(OutputNames.named(items.get(i), all.get(i).unique()));
        }
        SqlNode query = SqlStdOperatorTable.LATERAL.createCall(position, selectOf(named, position));
        return SqlStdOperatorTable.AS.createCall(position, query, new SqlIdentifier(name, position));
    }

    private static SqlSelect selectOf(List<SqlNode> items, SqlParserPos position) {
        return PostgresOperators.select(position, new SqlNodeList(items, position), null);
    }

    private static List<SqlCall> calls(SqlCall called) {
        if (called.getOperator().equals(PostgresOperators.ROWS_FROM)) {
            return called.getOperandList().stream()
                    .flatMap(call -> calls((SqlCall) call).stream())
                    .toList();
        }
        SqlCall call = called.getKind() == SqlKind.COLLECTION_TABLE ? called.operand(0) : called;
        boolean several = isCalled(call, "unnest") && call.operandCount() > 1;
        return several
                ? call.getOperandList().stream()
                        .<SqlCall>map(array ->
                                new SqlBasicCall(call.getOperator(), List.of(array), array.getParserPosition()))
                        .toList()
                : List.of(call);
    }

    private static boolean isCalled(SqlCall call, String name) {
        return call.getOperator().getName().equalsIgnoreCase(name);
    }

    /** The names that a function gives its columns; empty for a single one, which is called as the function or its alias. */
    private static List<String> columnNames(SqlCall call) {
        List<SetFunctionDefinition> overloads =
                SetFunctions.BY_NAME.getOrDefault(call.getOperator().getName().toLowerCase(Locale.ROOT), List.of());
        return overloads.isEmpty() ? List.of() : overloads.get(0).columnNames();
    }
}
