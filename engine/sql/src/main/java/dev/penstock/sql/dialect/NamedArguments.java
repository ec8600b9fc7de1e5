package dev.penstock.sql.dialect;

import dev.penstock.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;

/** {@code make_interval(days => 3)}: the arguments in their places (chapter 4.3). */
final class NamedArguments {
    /** The parameters of a function in order, those that may be left out with their value. */
    private static final Map<String, List<String>> PARAMETERS = Map.of(
            "make_interval", List.of("years=0", "months=0", "weeks=0", "days=0", "hours=0", "mins=0", "secs=0"),
            "make_date", List.of("year", "month", "day"),
            "make_time", List.of("hour", "min", "sec"),
            "make_timestamp", List.of("year", "month", "mday", "hour", "min", "sec"),
            "jsonb_set", List.of("jsonb_in", "path", "replacement", "create_if_missing=true"),
            "jsonb_insert", List.of("jsonb_in", "path", "replacement", "insert_after=false"),
            "jsonb_path_query", List.of("target", "path", "vars={}", "silent=false"),
            "jsonb_path_exists", List.of("target", "path", "vars={}", "silent=false"),
            "jsonb_path_query_array", List.of("target", "path", "vars={}", "silent=false"),
            "jsonb_path_query_first", List.of("target", "path", "vars={}", "silent=false"));

    private NamedArguments() {}

    static boolean areIn(SqlCall call) {
        return call.getOperandList().stream()
                .anyMatch(operand -> operand != null && operand.getKind() == SqlKind.ARGUMENT_ASSIGNMENT);
    }

    /** The same call with its arguments by place. */
    static SqlCall placed(SqlCall call) {
        String name = call.getOperator().getName().toLowerCase(Locale.ROOT);
        List<String> parameters = PARAMETERS.getOrDefault(name, List.of());
        var arguments = new SqlNode[parameters.size()];
        int place = 0;
        boolean anyNamed = false;
        for (SqlNode operand : call.getOperandList()) {
            boolean named = operand.getKind() == SqlKind.ARGUMENT_ASSIGNMENT;
            if (anyNamed && !named) {
                throw QueryRewriter.error(
                        ErrorCode.SYNTAX_ERROR, "positional argument cannot follow named argument", operand);
            }
            anyNamed = named;
            int index = named ? place(parameters, ((SqlCall) operand).operand(1)) : place++;
            if (index < 0 || index >= arguments.length || arguments[index] != null) {
                throw unknown(call, name);
            }
            arguments[index] = named ? ((SqlCall) operand).operand(0) : operand;
        }
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] == null) {
                arguments[i] = absent(call, name, parameters.get(i));
            }
        }
        return call.getOperator().createCall(call.getParserPosition(), new ArrayList<>(Arrays.asList(arguments)));
    }

    private static int place(List<String> parameters, SqlIdentifier name) {
        return parameters.stream()
                .map(parameter -> parameter.split("=", 2)[0])
                .toList()
                .indexOf(name.getSimple());
    }

    private static SqlNode absent(SqlCall call, String name, String parameter) {
        String[] parts = parameter.split("=", 2);
        if (parts.length == 1) {
            throw unknown(call, name);
        }
        return SqlLiteral.createCharString(parts[1], call.getParserPosition());
    }

    private static RuntimeException unknown(SqlCall call, String name) {
        return QueryRewriter.error(
                ErrorCode.UNDEFINED_FUNCTION, "function " + name + " has no parameters of these names", call);
    }
}
