package dev.penstock.sql.dialect;

import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.JsonRecords;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** The columns that a query defines for a function that returns records: {@code as t(a int, b text)}. */
record RecordColumns(List<Column> columns) {

    /**
     * A column.
     *
     * @param type its name, with modifiers
     */
    record Column(String name, String type) {}

    /** Those of a call of AS; none if it gives names alone. */
    static RecordColumns of(SqlCall as) {
        return new RecordColumns(as.getOperandList().subList(2, as.operandCount()).stream()
                .filter(column -> column instanceof SqlCall)
                .map(SqlCall.class::cast)
                .map(column -> new Column(
                        ((SqlIdentifier) column.operand(0)).getSimple(), typeName(column.operand(1), column)))
                .toList());
    }

    private static String typeName(SqlDataTypeSpec type, SqlNode at) {
        String name = TypeNames.of(type);
        TypeNames.requireKnown(name, at);
        return name;
    }

    static RecordColumns none() {
        return new RecordColumns(List.of());
    }

    /** Refuses columns for a function that has its own, and a function that needs some without them. */
    void check(SqlCall call) {
        if (isRecord(call) == columns.isEmpty()) {
            throw QueryRewriter.error(
                    ErrorCode.SYNTAX_ERROR,
                    "a column definition list is " + (columns.isEmpty() ? "required" : "only allowed")
                            + " for functions returning \"record\"",
                    call);
        }
    }

    private static boolean isRecord(SqlCall call) {
        return JsonRecords.NAMES.contains(name(call));
    }

    private static String name(SqlCall call) {
        return call.getOperator().getName().toLowerCase(Locale.ROOT);
    }

    /** The call that gives the objects; other calls as they are. */
    static SqlCall objects(SqlCall call) {
        return isRecord(call)
                ? (SqlCall) ScalarRewrites.function(
                        JsonRecords.PREFIX + name(call),
                        call.getParserPosition(),
                        call.getOperandList().toArray(SqlNode[]::new))
                : call;
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** Each column of an object. */
    List<SqlNode> of(SqlNode object, SqlParserPos position) {
        return columns.stream()
                .<SqlNode>map(column -> new RecordField(column.type())
                        .createCall(position, object, SqlLiteral.createCharString(column.name(), position)))
                .toList();
    }
}
