package dev.penstock.sql.dialect;

import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import dev.penstock.sql.function.SetFunctions;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/** Expressions of one clause: whole rows become values, queries inside are rewritten, functions that give rows are placed. */
final class ExpressionRewriter extends SqlShuttle {
    /** Words that are calls without parentheses. */
    private static final Set<String> WORDS = Set.of(
            "current_catalog",
            "current_date",
            "current_role",
            "current_schema",
            "current_time",
            "current_timestamp",
            "current_user",
            "localtime",
            "localtimestamp",
            "session_user",
            "user");

    private final QueryRewriter queries;
    private final Scope scope;
    private String noSetsIn;
    /** The call that is known to stand before OVER or WITHIN GROUP. */
    private @Nullable SqlNode beforeClause;

    /**
     * The rewriter of a clause.
     *
     * @param noSetsIn what PostgreSQL calls the clause where it takes no functions that give rows; empty where it does
     */
    ExpressionRewriter(QueryRewriter queries, Scope scope, String noSetsIn) {
        this.queries = queries;
        this.scope = scope;
        this.noSetsIn = noSetsIn;
    }

    SqlNode rewrite(SqlNode expression) {
        return Objects.requireNonNull(expression.accept(this));
    }

    @Override
    public @Nullable SqlNode visit(SqlIdentifier identifier) {
        return wholeRow(identifier)
                .map(item -> item.wholeRow(identifier.getParserPosition()))
                .orElseGet(() -> resolved(identifier));
    }

    /** A column with the name of its table: so that no output column is taken for it, and messages name it. */
    private SqlNode resolved(SqlIdentifier identifier) {
        if (identifier.isStar() && identifier.names.size() == 1) {
            return identifier;
        }
        if (!identifier.isSimple()) {
            checkTable(identifier);
            return identifier;
        }
        String name = identifier.getSimple();
        boolean repeated = scope.isComplete() && scope.items().stream().anyMatch(item -> item.count(name) > 1);
        if (repeated) {
            throw QueryRewriter.error(
                    ErrorCode.AMBIGUOUS_COLUMN, "column reference \"" + name + "\" is ambiguous", identifier);
        }
        boolean isWord = WORDS.contains(name) && !identifier.isComponentQuoted(0);
        if (!isWord && scope.isCompleteThroughout() && !scope.mayBeColumn(name)) {
            throw QueryRewriter.error(
                    ErrorCode.UNDEFINED_COLUMN,
                    "column \"" + name + "\" does not exist" + NearestName.hint(name, scope.columnNames()),
                    identifier);
        }
        return scope.resolve(name)
                .<SqlNode>map(item -> item.reference(name, identifier.getParserPosition()))
                .orElse(identifier);
    }

    /** The table of a qualified name must be there. */
    void checkTable(SqlIdentifier identifier) {
        String table = identifier.names.get(identifier.names.size() - 2);
        if (identifier.names.size() > 2
                || !scope.isCompleteThroughout()
                || scope.item(table).isPresent()) {
            return;
        }
        boolean renamed = scope.items().stream().anyMatch(item -> item.table().equals(table));
        throw QueryRewriter.error(
                ErrorCode.UNDEFINED_TABLE,
                (renamed ? "invalid reference to" : "missing") + " FROM-clause entry for table \"" + table + "\"",
                identifier);
    }

    /** The item whose row is meant: its name, where no column has it, or its name and a star. */
    private Optional<FromItem> wholeRow(SqlIdentifier identifier) {
        int size = identifier.names.size();
        if (identifier.isStar()) {
            return size == 1 ? Optional.empty() : scope.item(identifier.names.get(size - 2));
        }
        boolean alone = size == 1 && !scope.mayBeColumn(identifier.getSimple());
        return alone ? scope.item(identifier.getSimple()) : Optional.empty();
    }

    @Override
    public @Nullable SqlNode visit(SqlCall call) {
        if (QueryRewriter.isQuery(call)) {
            return queries.query(call, scope).node();
        }
        if (call instanceof SqlWindow window) {
            return window(window);
        }
        if (call instanceof SqlCase cases) {
            return within("CASE", () -> Objects.requireNonNull(super.visit(apart(cases))));
        }
        return switch (call.getKind()) {
            case OVER -> over(call);
            case WITHIN_GROUP -> {
                beforeClause = call.operand(0);
                yield Objects.requireNonNull(super.visit(call));
            }
            case EXTRACT -> {
                call.setOperand(1, rewrite(call.operand(1)));
                yield call;
            }
            case DOT -> field(call);
            case EXISTS -> {
                if (!QueryRewriter.isQuery(call.operand(0))) {
                    throw QueryRewriter.error(
                            ErrorCode.SYNTAX_ERROR,
                            "syntax error at or near \"" + call.operand(0) + "\"",
                            call.operand(0));
                }
                yield Objects.requireNonNull(super.visit(call));
            }
            case ARRAY_QUERY_CONSTRUCTOR -> array(call);
            case COALESCE -> within("COALESCE", () -> Objects.requireNonNull(super.visit(call)));
            default -> function(call);
        };
    }

    /** In {@code case x when a then b when c then d} the parser compares one and the same x: each gets one of its own. */
    private static SqlCase apart(SqlCase cases) {
        for (SqlNode when : cases.getWhenOperands()) {
            if (when instanceof SqlCall comparison && comparison.getKind() == SqlKind.EQUALS) {
                comparison.setOperand(
                        0, Objects.requireNonNull(comparison.operand(0).accept(new DeepCopy())));
            }
        }
        return cases;
    }

    private static final class DeepCopy extends SqlShuttle {
        @Override
        public @Nullable SqlNode visit(SqlCall call) {
            var copied = new CallCopyingArgHandler(call, true);
            call.getOperator().acceptCall(this, call, false, copied);
            return copied.result();
        }
    }

    /** {@code (t).x}: a column of the row t. */
    private SqlNode field(SqlCall call) {
        if (call.operand(0) instanceof SqlIdentifier row && call.operand(1) instanceof SqlIdentifier field) {
            Optional<FromItem> item = wholeRow(row);
            if (item.isPresent() && item.get().count(field.getSimple()) == 1) {
                return item.get().reference(field.getSimple(), call.getParserPosition());
            }
        }
        return Objects.requireNonNull(super.visit(call));
    }

    private SqlNode array(SqlCall call) {
        QueryRewriter.Query query = queries.query(call.operand(0), scope);
        if (query.columns() != null && query.columns().size() != 1) {
            throw QueryRewriter.error(ErrorCode.SYNTAX_ERROR, "subquery must return only one column", call);
        }
        return call.getOperator().createCall(call.getParserPosition(), query.node());
    }

    private SqlNode function(SqlCall given) {
        SqlCall call = NamedArguments.areIn(given) ? NamedArguments.placed(given) : given;
        String name = call.getOperator().getName().toLowerCase(Locale.ROOT);
        if (call.getOperator() instanceof SqlFunction) {
            if (given != beforeClause) {
                FunctionSyntax.check(call, name);
            }
            if (SetFunctions.BY_NAME.containsKey(name) && !noSetsIn.isEmpty()) {
                throw QueryRewriter.error(
                        ErrorCode.NOT_SUPPORTED, "set-returning functions are not allowed in " + noSetsIn, call);
            }
            if (PostgresOperatorTable.isAggregate(name)) {
                return withinAggregate(call, name);
            }
            if (name.equals("coalesce")) {
                return within("COALESCE", () -> Objects.requireNonNull(super.visit(call)));
            }
        }
        return Objects.requireNonNull(super.visit(call));
    }

    private SqlNode withinAggregate(SqlCall call, String name) {
        if (name.equals("count") && call.operandCount() == 1 && !isDistinct(call)) {
            Optional<SqlNode> counted = countedRows(call);
            if (counted.isPresent()) {
                return counted.get();
            }
        }
        for (SqlNode argument : call.getOperandList()) {
            if (argument instanceof SqlCall inner
                    && SetFunctions.BY_NAME.containsKey(
                            inner.getOperator().getName().toLowerCase(Locale.ROOT))) {
                throw QueryRewriter.error(
                        ErrorCode.NOT_SUPPORTED,
                        "aggregate function calls cannot contain set-returning function calls",
                        inner);
            }
        }
        return Objects.requireNonNull(super.visit(call));
    }

    private static boolean isDistinct(SqlCall call) {
        SqlLiteral quantifier = call.getFunctionQuantifier();
        return quantifier != null && quantifier.getValue() == SqlSelectKeyword.DISTINCT;
    }

    /** {@code count(t.*)} asks whether there is a row; its columns need not be read. */
    private Optional<SqlNode> countedRows(SqlCall call) {
        if (!(call.operand(0) instanceof SqlIdentifier identifier)) {
            return Optional.empty();
        }
        SqlParserPos position = call.getParserPosition();
        return wholeRow(identifier).map(item -> {
            SqlNode counted = item.presence(position)
                    .<SqlNode>map(present -> new SqlCase(
                            position,
                            null,
                            SqlNodeList.of(present),
                            SqlNodeList.of(QueryRewriter.number(1, position)),
                            SqlLiteral.createNull(position)))
                    .orElseGet(() -> SqlIdentifier.star(position));
            return new SqlBasicCall(call.getOperator(), java.util.List.of(counted), position);
        });
    }

    private SqlNode over(SqlCall call) {
        beforeClause = FunctionSyntax.beforeOver(call.operand(0));
        SqlNode function = rewrite(call.operand(0));
        SqlNode window = call.operand(1) instanceof SqlWindow own ? window(own) : call.operand(1);
        return call.getOperator().createCall(call.getParserPosition(), function, window);
    }

    /** The names of windows are no columns. */
    private SqlNode window(SqlWindow window) {
        window.setPartitionList((SqlNodeList) Objects.requireNonNull(super.visit(window.getPartitionList())));
        window.setOrderList((SqlNodeList) Objects.requireNonNull(super.visit(window.getOrderList())));
        return window;
    }

    private SqlNode within(String clause, java.util.function.Supplier<SqlNode> work) {
        String around = noSetsIn;
        noSetsIn = around.isEmpty() ? clause : around;
        try {
            return work.get();
        } finally {
            noSetsIn = around;
        }
    }
}
