package dev.penstock.grammar;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.dialect.AnsiSqlDialect;

/** Prints syntax trees with every operator in brackets, so that precedence shows. */
final class Tree {
    private Tree() {}

    /** The first item of the select list of {@code select <text> from t}. */
    static String ofExpression(String text) {
        SqlSelect select = (SqlSelect) ofOne("select " + text + " from t");
        return print(select.getSelectList().get(0));
    }

    /** The FROM clause of {@code select * from <text>}. */
    static String ofFrom(String text) {
        return print(Objects.requireNonNull(((SqlSelect) ofOne("select * from " + text)).getFrom()));
    }

    /** A whole query in SQL, on one line, without quotes around names. */
    static String ofQuery(String sql) {
        return sql(ofOne(sql));
    }

    static SqlNode ofOne(String sql) {
        List<SqlNode> statements = PostgresParser.statements(sql);
        if (statements.size() != 1) {
            throw new AssertionError(statements.size() + " statements in " + sql);
        }
        return statements.get(0);
    }

    private static String print(SqlNode node) {
        if (node instanceof SqlIdentifier name) {
            return name.toString();
        }
        if (node instanceof SqlDynamicParam parameter) {
            return "$" + (parameter.getIndex() + 1);
        }
        if (node instanceof SqlNodeList list) {
            return list.getList().stream().map(Tree::print).collect(Collectors.joining(" ", "[", "]"));
        }
        if (node instanceof SqlCall call && !(node instanceof SqlSelect)) {
            return call.getOperandList().stream()
                    .filter(Objects::nonNull)
                    .map(Tree::print)
                    .collect(Collectors.joining(" ", "(" + call.getOperator().getName() + " ", ")"));
        }
        return sql(node);
    }

    private static String sql(SqlNode node) {
        return node.toSqlString(AnsiSqlDialect.DEFAULT)
                .getSql()
                .replaceAll("\\s+", " ")
                .replace("`", "");
    }
}
