package dev.penstock.sql.dialect;

import dev.penstock.sql.function.TypeModifier;
import java.util.Locale;
import java.util.Objects;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL calls an output column that the query gives no name (its FigureColname). */
final class OutputNames {
    /** The name of a column that nothing gives a name. */
    static final String UNNAMED = "?column?";

    private OutputNames() {}

    /** An item under a name. */
    static SqlNode named(SqlNode item, String name) {
        SqlParserPos position = item.getParserPosition();
        return SqlStdOperatorTable.AS.createCall(position, item, new SqlIdentifier(name, position.withQuoting(true)));
    }

    /** The name of an item. */
    static String of(SqlNode item) {
        Name name = name(item);
        return name == null ? UNNAMED : name.text();
    }

    /**
     * A name.
     *
     * @param weak whether CASE and casts around it go before it
     */
    private record Name(String text, boolean weak) {}

    private static @Nullable Name name(@Nullable SqlNode node) {
        if (node instanceof SqlIdentifier identifier) {
            int last = identifier.names.size() - (identifier.isStar() ? 2 : 1);
            return last < 0 ? null : strong(identifier.names.get(last));
        }
        if (!(node instanceof SqlCall call)) {
            return null;
        }
        return switch (call.getKind()) {
            case CAST -> cast(call);
            case CASE -> {
                Name otherwise = name(call.getOperandList().get(call.operandCount() - 1));
                yield otherwise == null || otherwise.weak() ? new Name("case", true) : otherwise;
            }
            case FILTER, WITHIN_GROUP, OVER, ITEM, RESPECT_NULLS -> name(call.operand(0));
            case SCALAR_QUERY -> query(call.operand(0));
            case SELECT, ORDER_BY, WITH, UNION, EXCEPT, INTERSECT -> query(call);
            case EXISTS -> strong("exists");
            case ARRAY_QUERY_CONSTRUCTOR, ARRAY_VALUE_CONSTRUCTOR -> strong("array");
            case ROW -> strong("row");
            case AS -> strong(String.valueOf(call.operand(1)));
            case EXTRACT -> strong("extract");
            case TRIM -> strong(trim(call));
            default -> operator(call);
        };
    }

    private static @Nullable Name operator(SqlCall call) {
        String name = call.getOperator().getName();
        if (name.equals("AT TIME ZONE")) {
            return strong("timezone");
        }
        if (name.equals("SLICE") || name.equals("COLLATE")) {
            return name(call.operand(0));
        }
        if (name.equals("SUBSTRING SIMILAR")) {
            return strong("substring");
        }
        if (name.equals("OVERLAPS")) {
            return strong("overlaps");
        }
        if (name.equals("interval")) {
            Name inner = name(call.operand(0));
            return inner == null ? new Name(name, true) : inner;
        }
        return call.getOperator() instanceof SqlFunction
                ? strong(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                : null;
    }

    private static @Nullable Name cast(SqlCall call) {
        Name inner = name(call.operand(0));
        if (inner != null && !inner.weak()) {
            return inner;
        }
        return call.operand(1) instanceof SqlDataTypeSpec type ? new Name(typeName(type), true) : inner;
    }

    private static String typeName(SqlDataTypeSpec type) {
        return TypeModifier.of(TypeNames.of(type)).type().replace("[]", "");
    }

    private static String trim(SqlCall call) {
        String side = String.valueOf(call.<@Nullable SqlNode>operand(0)).toUpperCase(Locale.ROOT);
        return side.contains("LEADING") ? "ltrim" : side.contains("TRAILING") ? "rtrim" : "btrim";
    }

    private static @Nullable Name query(SqlNode query) {
        if (query instanceof SqlOrderBy ordered) {
            return query(ordered.query);
        }
        if (query instanceof SqlWith with) {
            return query(with.body);
        }
        if (query instanceof SqlSelect select) {
            SqlNode first = select.getSelectList().get(0);
            return strong(of(Objects.requireNonNull(first)));
        }
        boolean combines = query instanceof SqlCall && SqlKind.SET_QUERY.contains(query.getKind());
        return combines ? query(((SqlCall) query).operand(0)) : null;
    }

    private static Name strong(String name) {
        return new Name(name, false);
    }
}
