package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import java.util.List;

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
}
