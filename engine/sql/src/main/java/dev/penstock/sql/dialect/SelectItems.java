package dev.penstock.sql.dialect;

import dev.penstock.grammar.PostgresOperators;
import dev.penstock.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** The select list: stars are spelt out, every column has its name. */
final class SelectItems {
    /** The column of a query that has none: rows must have something to stand for them. */
    private static final String NOTHING = "no columns";

    private SelectItems() {}

    /**
     * Rewrites the list of a select.
     *
     * @param star what {@code *} stands for
     * @return the names of its columns; null if a star could not be spelt out
     */
    static @Nullable List<String> expand(
            SqlSelect select, Scope scope, List<FromRewriter.StarColumn> star, QueryRewriter queries) {
        var expressions = new ExpressionRewriter(queries, scope, "");
        var items = new ArrayList<SqlNode>();
        boolean known = true;
        for (SqlNode item : select.getSelectList()) {
            Objects.requireNonNull(item);
            if (item instanceof SqlBasicCall mark && mark.getOperator().equals(PostgresOperators.NO_COLUMNS)) {
                continue;
            }
            if (item instanceof SqlIdentifier identifier && identifier.isStar()) {
                if (identifier.names.size() > 1) {
                    expressions.checkTable(identifier);
                }
                List<SqlNode> columns = starred(select, identifier, scope, star);
                known &= columns != null;
                items.addAll(columns == null ? List.of(item) : columns);
                continue;
            }
            SqlNode expression = QueryRewriter.expression(item);
            String name = item.getKind() == SqlKind.AS
                    ? ((SqlIdentifier) ((SqlCall) item).operand(1)).getSimple()
                    : OutputNames.of(item);
            items.add(OutputNames.named(expressions.rewrite(expression), name));
        }
        List<String> names = items.stream()
                .map(item -> String.valueOf(QueryRewriter.nameOf(item)))
                .toList();
        SqlParserPos position = select.getSelectList().getParserPosition();
        if (items.isEmpty()) {
            items.add(OutputNames.named(QueryRewriter.number(0, select.getParserPosition()), NOTHING));
        }
        select.setSelectList(new SqlNodeList(items, position));
        return known ? names : null;
    }

    private static @Nullable List<SqlNode> starred(
            SqlSelect select, SqlIdentifier identifier, Scope scope, List<FromRewriter.StarColumn> star) {
        SqlParserPos position = identifier.getParserPosition();
        if (identifier.names.size() == 1) {
            if (select.getFrom() == null) {
                throw QueryRewriter.error(
                        ErrorCode.SYNTAX_ERROR, "SELECT * with no tables specified is not valid", identifier);
            }
            return scope.isComplete()
                    ? star.stream()
                            .map(column -> OutputNames.named(column.reference(position), column.name()))
                            .toList()
                    : null;
        }
        String alias = identifier.names.get(identifier.names.size() - 2);
        return scope.item(alias)
                .map(item -> item.columns().stream()
                        .map(column -> OutputNames.named(item.reference(column, position), column.name()))
                        .toList())
                .orElse(null);
    }
}
