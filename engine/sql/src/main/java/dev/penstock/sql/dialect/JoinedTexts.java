package dev.penstock.sql.dialect;

import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.FunctionContext;
import dev.penstock.sql.function.ScalarFunction;
import java.util.List;
import java.util.StringJoiner;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.OperandTypes;
import org.jspecify.annotations.Nullable;

/** {@code concat(...)} and {@code concat_ws(separator, ...)}: arguments of any type, without those that are NULL (chapter 9.4). */
final class JoinedTexts extends SqlFunction implements Implemented {
    private final boolean separated;

    JoinedTexts(String name) {
        super(
                name,
                SqlKind.OTHER_FUNCTION,
                binding -> PostgresTypes.nullable(binding.getTypeFactory(), "text"),
                null,
                OperandTypes.ONE_OR_MORE,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        this.separated = name.equals("concat_ws");
    }

    @Override
    public boolean strict() {
        return false;
    }

    @Override
    public ScalarFunction implementation(List<String> types) {
        return (arguments, context) -> {
            int first = separated ? 1 : 0;
            if (separated && arguments[0] == null) {
                return null;
            }
            var joined = new StringJoiner(separated ? String.valueOf(arguments[0]) : "");
            for (int i = first; i < arguments.length; i++) {
                if (arguments[i] != null) {
                    joined.add(text(arguments[i], types.get(i), context));
                }
            }
            return joined.toString();
        };
    }

    /** A boolean is written with one letter here, as PostgreSQL's output has it, and in full where it is cast. */
    private static String text(@Nullable Object value, String type, FunctionContext context) {
        if (value instanceof Boolean bool) {
            return bool ? "t" : "f";
        }
        return value == null ? "" : Casts.textOf(value, type, context);
    }
}
