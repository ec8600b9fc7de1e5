package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.ArrayFunctions;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.JsonFunctions;
import dev.penstock.sql.function.ScalarFunction;
import dev.penstock.sql.function.TypeRules;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;

/** {@code array[1][2]} and {@code jsonb['key'][0]} (chapters 8.14.5 and 8.15.3). */
final class Subscript extends SqlFunction implements Implemented {
    private static final long serialVersionUID = 1L;

    /** A name that no query can write unquoted. */
    static final String NAME = "subscript of";

    Subscript() {
        super(
                NAME,
                SqlKind.OTHER_FUNCTION,
                binding -> {
                    String type = PostgresTypes.nameOf(binding.getOperandType(0));
                    return PostgresTypes.nullable(
                            binding.getTypeFactory(), TypeRules.isArray(type) ? TypeRules.elementOf(type) : type);
                },
                null,
                new OverloadChecker(binding -> parameters(Coercion.types(binding))),
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
    }

    private static List<String> parameters(List<String> types) {
        String type = types.get(0);
        boolean json = type.equals("jsonb");
        if (!json && !TypeRules.isArray(type)) {
            throw new EngineException(
                    ErrorCode.DATATYPE_MISMATCH,
                    "cannot subscript type " + Casts.longName(type) + " because it does not support subscripting");
        }
        var parameters = new ArrayList<String>();
        parameters.add(type);
        for (String subscript : types.subList(1, types.size())) {
            parameters.add(json ? jsonSubscript(subscript) : arraySubscript(subscript));
        }
        return parameters;
    }

    private static String jsonSubscript(String type) {
        return type.equals("int2") ? "int4" : type.equals("int4") ? type : "text";
    }

    private static String arraySubscript(String type) {
        boolean whole = type.equals(TypeRules.UNKNOWN) || TypeRules.isNumber(type);
        if (!whole) {
            throw new EngineException(ErrorCode.DATATYPE_MISMATCH, "array subscript must have type integer");
        }
        return "int4";
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public ScalarFunction implementation(List<String> types) {
        return types.get(0).equals("jsonb") ? JsonFunctions::subscript : ArrayFunctions::subscript;
    }
}
