package dev.penstock.sql.dialect;

import dev.penstock.grammar.PostgresOperators;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.ArrayFunctions;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.ScalarFunction;
import dev.penstock.sql.function.TypeRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/** {@code array[lower:upper]} of one dimension, each bound given or not (chapter 8.15.3). */
final class Slice extends SqlFunction implements Implemented {
    private static final long serialVersionUID = 1L;
    private static final String NAME = "slice of ";

    private final boolean hasLower;
    private final boolean hasUpper;

    private Slice(boolean hasLower, boolean hasUpper) {
        super(
                name(hasLower, hasUpper),
                SqlKind.OTHER_FUNCTION,
                binding -> PostgresTypes.nullable(
                        binding.getTypeFactory(), PostgresTypes.nameOf(binding.getOperandType(0))),
                null,
                new OverloadChecker(binding -> parameters(Coercion.types(binding))),
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        this.hasLower = hasLower;
        this.hasUpper = hasUpper;
    }

    private static String name(boolean hasLower, boolean hasUpper) {
        return NAME + (hasLower ? "lower" : "") + (hasUpper ? "upper" : "");
    }

    static List<Slice> all() {
        return List.of(new Slice(true, true), new Slice(true, false), new Slice(false, true), new Slice(false, false));
    }

    /** The grammar's slice as a call of one of these. */
    static SqlNode of(SqlCall call) {
        var arguments = new ArrayList<SqlNode>();
        arguments.add(call.operand(0));
        SqlCall bounds = call.operand(1);
        boolean lower = isGiven(bounds.operand(0));
        boolean upper = isGiven(bounds.operand(1));
        if (lower) {
            arguments.add(bounds.operand(0));
        }
        if (upper) {
            arguments.add(bounds.operand(1));
        }
        return ScalarRewrites.function(name(lower, upper), call.getParserPosition(), arguments.toArray(SqlNode[]::new));
    }

    private static boolean isGiven(SqlNode bound) {
        return !(bound instanceof SqlCall call
                && call.getOperator().getName().equals(PostgresOperators.NO_BOUND.getName()));
    }

    private static List<String> parameters(List<String> types) {
        String type = types.get(0);
        if (!TypeRules.isArray(type)) {
            throw new EngineException(
                    ErrorCode.DATATYPE_MISMATCH,
                    type.equals("jsonb")
                            ? "jsonb subscript does not support slices"
                            : "cannot subscript type " + Casts.longName(type)
                                    + " because it does not support subscripting");
        }
        var parameters = new ArrayList<String>(Collections.nCopies(types.size(), "int4"));
        parameters.set(0, type);
        return parameters;
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public ScalarFunction implementation(List<String> types) {
        return (arguments, context) -> ArrayFunctions.slice(
                (List<?>) Objects.requireNonNull(arguments[0]),
                hasLower ? (Long) arguments[1] : null,
                hasUpper ? (Long) arguments[arguments.length - 1] : null);
    }
}
