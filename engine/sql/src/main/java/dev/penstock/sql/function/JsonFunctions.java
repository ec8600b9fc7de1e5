package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import dev.penstock.spi.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators and functions of jsonb (chapter 9.16). */
public final class JsonFunctions {
    private JsonFunctions() {}

    /** The operators. */
    public static List<FunctionDefinition> operators() {
        return List.of(
                function("->", "jsonb,text->jsonb", (a, c) -> member(a[0], a[1])),
                function("->", "jsonb,int4->jsonb", (a, c) -> member(a[0], a[1])),
                function("->>", "jsonb,text->text", (a, c) -> text(member(a[0], a[1]))),
                function("->>", "jsonb,int4->text", (a, c) -> text(member(a[0], a[1]))));
    }

    /** A value as {@code ->>} gives it: the text itself, NULL for null, everything else printed. */
    static @Nullable String text(@Nullable Json value) {
        if (value instanceof Json.JsonText text) {
            return text.text();
        }
        return value == null || value instanceof Json.JsonNull ? null : value.toString();
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

    /** The value at one or more subscripts, keys or places from 0; NULL where there is none. */
    public static @Nullable Object subscript(@Nullable Object[] arguments, FunctionContext context) {
        Object value = arguments[0];
        for (int i = 1; i < arguments.length && value != null; i++) {
            value = member(value, arguments[i]);
        }
        return value;
    }
}
