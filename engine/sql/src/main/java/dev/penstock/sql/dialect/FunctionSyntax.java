package dev.penstock.sql.dialect;

import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.JsonRecords;
import dev.penstock.sql.function.OrderedSetAggregates;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** What is wrong with a call as it is written, whatever the types of its arguments. */
final class FunctionSyntax {
    private static final Set<String> NEED_ARGUMENTS = Set.of("coalesce", "greatest", "least", "nullif");

    private FunctionSyntax() {}

    static void check(SqlCall call, String name) {
        int count = call.operandCount();
        if (JsonRecords.NAMES.contains(name)) {
            throw QueryRewriter.error(
                    ErrorCode.NOT_SUPPORTED, "could not determine row type for result of " + name, call);
        }
        if (NEED_ARGUMENTS.contains(name) && (count == 0 || (name.equals("nullif") && count == 1))) {
            throw QueryRewriter.error(ErrorCode.SYNTAX_ERROR, "syntax error at or near \")\"", call);
        }
        if (name.equals("count") && count == 0) {
            throw QueryRewriter.error(
                    ErrorCode.WRONG_OBJECT_TYPE,
                    "count(*) must be used to call a parameterless aggregate function",
                    call);
        }
        boolean all = count == 1 && call.operand(0) instanceof SqlIdentifier identifier && isStar(identifier);
        if (all && !name.equals("count")) {
            throw QueryRewriter.error(ErrorCode.UNDEFINED_FUNCTION, "function " + name + "() does not exist", call);
        }
        if (WindowFunctionOperator.NAMES.contains(name)) {
            throw QueryRewriter.error(
                    ErrorCode.WRONG_OBJECT_TYPE, "window function " + name + " requires an OVER clause", call);
        }
    }

    private static boolean isStar(SqlIdentifier identifier) {
        return identifier.isStar() && identifier.names.size() == 1;
    }

    /** The call before OVER, which must be one of an aggregate or a window function. */
    static SqlCall beforeOver(SqlNode called) {
        boolean marked = called.getKind() == SqlKind.FILTER
                || called.getKind() == SqlKind.RESPECT_NULLS
                || called.getKind() == SqlKind.IGNORE_NULLS
                || called.getKind() == SqlKind.WITHIN_GROUP;
        SqlCall call = (SqlCall) (marked ? ((SqlCall) called).operand(0) : called);
        String name = call.getOperator().getName().toLowerCase(Locale.ROOT);
        boolean ordered = call.operandCount() > 0 && call.operand(call.operandCount() - 1) instanceof SqlNodeList;
        if (called.getKind() == SqlKind.WITHIN_GROUP || ordered) {
            throw QueryRewriter.error(
                    ErrorCode.NOT_SUPPORTED,
                    OrderedSetAggregates.NAMES.contains(name)
                            ? "OVER is not supported for ordered-set aggregate " + name
                            : "aggregate ORDER BY is not implemented for window functions",
                    call);
        }
        if (call.getOperator() instanceof SqlFunction
                && !PostgresOperatorTable.isAggregate(name)
                && !WindowFunctionOperator.NAMES.contains(name)
                && PostgresOperatorTable.names().contains(name)) {
            throw QueryRewriter.error(
                    ErrorCode.WRONG_OBJECT_TYPE,
                    "OVER specified, but " + name + " is not a window function nor an aggregate function",
                    call);
        }
        return call;
    }
}
