package dev.penstock.sql.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/** One item of a FROM clause, under the name by which the query calls it. */
final class FromItem {
    /** What the item is, as far as its whole row is concerned. */
    enum Kind {
        /** A table: a row of it always names its connection. */
        TABLE,
        QUERY,
        /** A function with a single column: its whole row is the value itself. */
        SCALAR
    }

    private final String alias;
    private final List<Column> columns;
    private final Kind kind;
    private final String table;
    private boolean nullable;

    /**
     * A column.
     *
     * @param name as PostgreSQL has it
     * @param unique the same, unless several columns of the item have that name
     */
    record Column(String name, String unique) {}

    FromItem(String alias, String table, List<Column> columns, Kind kind) {
        this.alias = alias;
        this.table = table;
        this.columns = List.copyOf(columns);
        this.kind = kind;
    }

    /** Columns of these names, each of which may come several times. */
    static List<Column> columns(List<String> names) {
        var seen = new HashSet<>(names);
        var taken = new HashSet<String>();
        var columns = new ArrayList<Column>();
        for (String name : names) {
            String unique = name;
            for (int i = 1; !taken.add(unique); i++) {
                unique = seen.contains(name + " " + i) ? unique : name + " " + i;
            }
            columns.add(new Column(name, unique));
        }
        return columns;
    }

    /** The name of the table behind the alias; empty if it is none. */
    String table() {
        return table;
    }

    String alias() {
        return alias;
    }

    List<Column> columns() {
        return columns;
    }

    /** The rows of an outer join's other side come without this item: all its columns are NULL then. */
    void makeNullable() {
        nullable = true;
    }

    /** The item's only column of a name. */
    SqlIdentifier reference(String name, SqlParserPos position) {
        Column found = columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
        return reference(found, position);
    }

    long count(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).count();
    }

    SqlIdentifier reference(Column column, SqlParserPos position) {
        return new SqlIdentifier(List.of(alias, column.unique()), position);
    }

    /** The row as one value. */
    SqlNode wholeRow(SqlParserPos position) {
        if (kind == Kind.SCALAR) {
            return reference(columns.get(0), position);
        }
        var operands = new ArrayList<SqlNode>();
        operands.add(presence(position).orElseGet(() -> SqlLiteral.createBoolean(true, position)));
        for (Column column : columns) {
            operands.add(SqlLiteral.createCharString(column.name(), position));
            operands.add(reference(column, position));
        }
        return new RowFunction().createCall(position, operands);
    }

    /** Whether there is a row at all, where an outer join can leave it out. */
    Optional<SqlNode> presence(SqlParserPos position) {
        if (kind == Kind.SCALAR) {
            return Optional.of(isNotNull(columns.get(0), position));
        }
        if (!nullable) {
            return Optional.empty();
        }
        List<Column> telling = kind == Kind.TABLE ? columns.subList(columns.size() - 1, columns.size()) : columns;
        return IntStream.range(0, telling.size())
                .mapToObj(i -> isNotNull(telling.get(i), position))
                .reduce((left, right) -> SqlStdOperatorTable.OR.createCall(position, left, right));
    }

    private SqlNode isNotNull(Column column, SqlParserPos position) {
        return SqlStdOperatorTable.IS_NOT_NULL.createCall(position, reference(column, position));
    }
}
