package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions and operators of arrays (chapter 9.19). */
public final class ArrayFunctions {
    private ArrayFunctions() {}

    /** The functions. */
    public static List<FunctionDefinition> functions() {
        return List.of(
                function("string_to_array", "text,text->text[]", Texts::stringToArray),
                function("array_to_string", "anyarray,text->text", Texts::arrayToString),
                function("array_to_string", "anyarray,text,text->text", Texts::arrayToString));
    }

    /** The element at one or more subscripts, from 1; NULL where there is none. */
    public static @Nullable Object subscript(@Nullable Object[] arguments, FunctionContext context) {
        Object value = arguments[0];
        for (int i = 1; i < arguments.length; i++) {
            long place = Numbers.number(arguments, i).longValue();
            if (!(value instanceof List<?> list) || place < 1 || place > list.size()) {
                return null;
            }
            value = list.get((int) place - 1);
        }
        return value instanceof List<?> ? null : value;
    }
}
