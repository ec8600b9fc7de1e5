package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.ScalarFunction;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.jspecify.annotations.Nullable;

/** {@code ->} and {@code ->>}: a member of an object by name, an element of an array by place (chapter 9.16.1). */
final class JsonMember extends SqlBinaryOperator implements Implemented {
    private static final int OTHER_PRECEDENCE = 36;
    private static final Set<String> WHOLE = Set.of("int2", "int4");

    private final boolean asText;

    private JsonMember(String name) {
        super(
                name,
                SqlKind.OTHER,
                OTHER_PRECEDENCE,
                true,
                binding -> {
                    check(name, binding);
                    return PostgresTypes.nullable(binding.getTypeFactory(), name.equals("->>") ? "text" : "jsonb");
                },
                InferTypes.FIRST_KNOWN,
                OperandTypes.ANY_ANY);
        this.asText = name.equals("->>");
    }

    static List<JsonMember> all() {
        return List.of(new JsonMember("->"), new JsonMember("->>"));
    }

    private static void check(String name, SqlOperatorBinding binding) {
        String left = PostgresTypes.nameOf(binding.getOperandType(0));
        String right = PostgresTypes.nameOf(binding.getOperandType(1));
        if (!left.equals("jsonb") || !(right.equals("text") || WHOLE.contains(right))) {
            throw new EngineException(
                    ErrorCode.UNDEFINED_FUNCTION,
                    "operator does not exist: " + Casts.longName(left) + " " + name + " " + Casts.longName(right));
        }
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public ScalarFunction implementation(List<String> types) {
        return (arguments, context) -> {
            Json member = member(arguments[0], arguments[1]);
            if (member == null || !asText) {
                return member;
            }
            if (member instanceof Json.JsonText text) {
                return text.text();
            }
            return member instanceof Json.JsonNull ? null : member.toString();
        };
    }

    private static @Nullable Json member(@Nullable Object json, @Nullable Object key) {
        if (json instanceof Json.JsonObject object && key instanceof String name) {
            return object.members().get(name);
        }
        if (json instanceof Json.JsonArray array && key instanceof Long place) {
            long index = place < 0 ? array.elements().size() + place : place;
            return index >= 0 && index < array.elements().size()
                    ? array.elements().get((int) index)
                    : null;
        }
        return null;
    }
}
