package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.TextPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * Turns a parsed statement into what validation takes: output columns get PostgreSQL's names, casts become functions of
 * ours. What would lose its meaning is refused.
 */
final class Rewriter extends SqlShuttle {
    /** Aggregates to which NULL is as good as no row. */
    private static final Set<String> FILTERED_IN_WINDOWS =
            Set.of("count", "sum", "avg", "min", "max", "bool_and", "bool_or", "every", "string_agg");

    @Override
    public @Nullable SqlNode visit(SqlCall call) {
        SqlNode visited = super.visit(call);
        if (!(visited instanceof SqlCall inner)) {
            return visited;
        }
        return switch (inner.getKind()) {
            case EXTRACT -> extract(inner);
            case TRIM -> trim(inner);
            case POSITION -> function("strpos", inner, inner.operand(1), inner.operand(0));
            case STRING_AGG, ARRAY_AGG -> aggregate(inner);
            case OVER -> filtered(inner);
            case SELECT, JOIN, CASE -> Conditions.typed(inner);
            case WITHIN_GROUP -> OrderedSets.of(inner);
            case LITERAL_CHAIN -> ScalarRewrites.chain(inner);
            default -> ScalarRewrites.of(inner);
        };
    }

    @Override
    public @Nullable SqlNode visit(SqlLiteral literal) {
        return ScalarRewrites.literal(literal);
    }

    @Override
    public @Nullable SqlNode visit(SqlDynamicParam parameter) {
        return ScalarRewrites.function(Parameter.PREFIX + (parameter.getIndex() + 1), parameter.getParserPosition());
    }

    /** Words that are calls without parentheses. */
    @Override
    public @Nullable SqlNode visit(SqlIdentifier identifier) {
        boolean clock = identifier.isSimple()
                && !identifier.isComponentQuoted(0)
                && Set.of("current_timestamp", "current_date", "current_time", "localtime", "localtimestamp")
                        .contains(identifier.getSimple());
        return clock
                ? new SqlBasicCall(
                        unresolved(identifier.getSimple(), identifier.getParserPosition()),
                        List.of(),
                        identifier.getParserPosition())
                : identifier;
    }

    /** {@code agg(x) FILTER (WHERE c) OVER w}: rows that do not count give NULL, which these aggregates pass over. */
    private static SqlNode filtered(SqlCall over) {
        if (!(over.operand(0) instanceof SqlCall filter) || filter.getKind() != SqlKind.FILTER) {
            return over;
        }
        SqlCall aggregate = filter.operand(0);
        String name = aggregate.getOperator().getName().toLowerCase(Locale.ROOT);
        if (!FILTERED_IN_WINDOWS.contains(name)) {
            throw refused(over, "FILTER is not supported for " + name + " with OVER");
        }
        SqlParserPos position = filter.getParserPosition();
        SqlNode counted = aggregate.operandCount() == 0 || isStar(aggregate.operand(0))
                ? SqlLiteral.createExactNumeric("1", position)
                : aggregate.operand(0);
        var arguments = new ArrayList<>(aggregate.getOperandList());
        arguments.set(
                0,
                new SqlCase(
                        position,
                        null,
                        SqlNodeList.of(filter.operand(1)),
                        SqlNodeList.of(counted),
                        SqlLiteral.createNull(position)));
        over.setOperand(0, aggregate.getOperator().createCall(aggregate.getFunctionQuantifier(), position, arguments));
        return over;
    }

    private static boolean isStar(SqlNode node) {
        return node instanceof SqlIdentifier identifier && identifier.isStar();
    }

    private static SqlNode extract(SqlCall call) {
        SqlNode field = call.operand(0);
        String name = field instanceof SqlIntervalQualifier qualifier
                ? Objects.requireNonNullElse(qualifier.timeFrameName, qualifier.timeUnitRange.startUnit.name())
                : field.toString();
        return function(
                "extract",
                call,
                SqlLiteral.createCharString(name.toLowerCase(Locale.ROOT), field.getParserPosition()),
                call.operand(1));
    }

    /** The parser hands the order over as a last argument of the aggregates that it knows. */
    private static SqlNode aggregate(SqlCall call) {
        List<SqlNode> arguments = call.getOperandList();
        SqlNode last = arguments.get(arguments.size() - 1);
        SqlNodeList order = last instanceof SqlNodeList list ? list : null;
        SqlNode function = new SqlBasicCall(
                unresolved(call.getOperator().getName().toLowerCase(Locale.ROOT), call.getParserPosition()),
                order == null ? arguments : arguments.subList(0, arguments.size() - 1),
                call.getParserPosition(),
                call.getFunctionQuantifier());
        return order == null
                ? function
                : SqlStdOperatorTable.WITHIN_GROUP.createCall(call.getParserPosition(), function, order);
    }

    private static SqlNode trim(SqlCall call) {
        String side = String.valueOf(call.operand(0)).toUpperCase(Locale.ROOT);
        String name = side.contains("LEADING") ? "ltrim" : side.contains("TRAILING") ? "rtrim" : "btrim";
        return call.operand(1) == null
                ? function(name, call, call.operand(2))
                : function(name, call, call.operand(2), call.operand(1));
    }

    private static SqlNode function(String name, SqlCall at, SqlNode... arguments) {
        SqlParserPos position = at.getParserPosition();
        return new SqlBasicCall(unresolved(name, position), List.of(arguments), position);
    }

    private static SqlUnresolvedFunction unresolved(String name, SqlParserPos position) {
        return new SqlUnresolvedFunction(
                new SqlIdentifier(name, position), null, null, null, null, SqlFunctionCategory.USER_DEFINED_FUNCTION);
    }

    private static EngineException refused(SqlNode at, String message) {
        return new EngineException(ErrorCode.NOT_SUPPORTED, message, place(at), null);
    }

    static TextPosition place(SqlNode node) {
        return new TextPosition(
                node.getParserPosition().getLineNum(), node.getParserPosition().getColumnNum());
    }
}
