package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;
import static dev.penstock.sql.function.FunctionDefinition.typed;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions of jsonb (chapter 9.16). */
public final class JsonFunctions {
    private JsonFunctions() {}

    /** The functions. */
    public static List<FunctionDefinition> functions() {
        return List.of(
                function("jsonb_array_length", "jsonb->int4", (a, c) -> length(json(a, 0))),
                function("jsonb_typeof", "jsonb->text", (a, c) -> JsonConversion.kind(json(a, 0))),
                typed("jsonb_build_object", "any...->jsonb", JsonFunctions::buildObject)
                        .calledOnNull(),
                function("jsonb_build_object", "->jsonb", (a, c) -> Json.object(Map.of())),
                typed("jsonb_build_array", "any...->jsonb", JsonFunctions::buildArray)
                        .calledOnNull(),
                function("jsonb_build_array", "->jsonb", (a, c) -> Json.array(List.of())),
                function("jsonb_object", "text[]->jsonb", (a, c) -> ofPairs(list(a, 0))),
                function("jsonb_object", "text[],text[]->jsonb", (a, c) -> ofKeysAndValues(list(a, 0), list(a, 1))),
                function("jsonb_strip_nulls", "jsonb->jsonb", (a, c) -> stripped(json(a, 0))),
                function("jsonb_pretty", "jsonb->text", (a, c) -> JsonConversion.pretty(json(a, 0))),
                function("jsonb_extract_path", "jsonb,text...->jsonb", (a, c) -> JsonPaths.get(json(a, 0), rest(a))),
                function(
                        "jsonb_extract_path_text",
                        "jsonb,text...->text",
                        (a, c) -> text(JsonPaths.get(json(a, 0), rest(a)))),
                function("jsonb_set", "jsonb,text[],jsonb->jsonb", (a, c) -> set(a, true)),
                function("jsonb_set", "jsonb,text[],jsonb,bool->jsonb", (a, c) -> set(a, Boolean.TRUE.equals(a[3]))),
                function("jsonb_set_lax", "jsonb,text[],jsonb->jsonb", JsonFunctions::setLax)
                        .calledOnNull(),
                function("jsonb_set_lax", "jsonb,text[],jsonb,bool->jsonb", JsonFunctions::setLax)
                        .calledOnNull(),
                function("jsonb_set_lax", "jsonb,text[],jsonb,bool,text->jsonb", JsonFunctions::setLax)
                        .calledOnNull(),
                function(
                        "jsonb_insert",
                        "jsonb,text[],jsonb->jsonb",
                        (a, c) -> JsonPaths.insert(json(a, 0), list(a, 1), json(a, 2), false)),
                function(
                        "jsonb_insert",
                        "jsonb,text[],jsonb,bool->jsonb",
                        (a, c) -> JsonPaths.insert(json(a, 0), list(a, 1), json(a, 2), Boolean.TRUE.equals(a[3]))),
                typed(
                                "to_jsonb",
                                "anyelement->jsonb",
                                types -> (a, c) -> JsonConversion.toJson(Objects.requireNonNull(a[0]), types.get(0), c))
                        .dependingOnSession());
    }

    private static Json json(@Nullable Object[] arguments, int index) {
        return (Json) Objects.requireNonNull(arguments[index]);
    }

    private static List<?> list(@Nullable Object[] arguments, int index) {
        return (List<?>) Objects.requireNonNull(arguments[index]);
    }

    private static List<?> rest(@Nullable Object[] arguments) {
        return java.util.Arrays.asList(arguments).subList(1, arguments.length);
    }

    /** A value as {@code ->>} gives it: the text itself, NULL for null, everything else printed. */
    static @Nullable String text(@Nullable Json value) {
        if (value instanceof Json.JsonText text) {
            return text.text();
        }
        return value == null || value instanceof Json.JsonNull ? null : value.toString();
    }

    /** The value at one or more subscripts, keys or places from 0; NULL where there is none. */
    public static @Nullable Object subscript(@Nullable Object[] arguments, FunctionContext context) {
        Json value = json(arguments, 0);
        for (int i = 1; i < arguments.length && value != null; i++) {
            Object key = arguments[i];
            boolean place = value instanceof Json.JsonArray && key instanceof String;
            value = place ? JsonPaths.get(value, List.of(String.valueOf(key))) : JsonOperators.member(value, key);
        }
        return value;
    }

    private static Object length(Json json) {
        if (json instanceof Json.JsonArray array) {
            return (long) array.elements().size();
        }
        throw new EngineException(
                ErrorCode.INVALID_PARAMETER,
                json instanceof Json.JsonObject
                        ? "cannot get array length of a non-array"
                        : "cannot get array length of a scalar");
    }

    private static ScalarFunction buildObject(List<String> types) {
        return (arguments, context) -> {
            requireEven(arguments.length);
            var members = new LinkedHashMap<String, Json>();
            for (int i = 0; i < arguments.length; i += 2) {
                Object key = arguments[i];
                if (key == null) {
                    throw new EngineException(
                            ErrorCode.INVALID_PARAMETER, "argument " + (i + 1) + ": key must not be null");
                }
                members.put(
                        JsonConversion.key(key, types.get(i), context),
                        JsonConversion.orNull(arguments[i + 1], types.get(i + 1), context));
            }
            return Json.object(members);
        };
    }

    /** Refuses a list that is not one of pairs. */
    static void requireEven(int length) {
        if (length % 2 != 0) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "argument list must have even number of elements");
        }
    }

    private static ScalarFunction buildArray(List<String> types) {
        return (arguments, context) -> {
            var elements = new ArrayList<Json>();
            for (int i = 0; i < arguments.length; i++) {
                elements.add(JsonConversion.orNull(arguments[i], types.get(i), context));
            }
            return Json.array(elements);
        };
    }

    /** An object of an array of keys and values by turns, or of pairs. */
    static Json ofPairs(List<?> list) {
        var members = new LinkedHashMap<String, Json>();
        var flat = new ArrayList<@Nullable Object>();
        for (Object element : list) {
            if (element instanceof List<?> pair) {
                if (pair.size() != 2) {
                    throw new EngineException(ErrorCode.ARRAY_SUBSCRIPT, "array must have two columns");
                }
                flat.addAll(pair);
            } else {
                flat.add(element);
            }
        }
        if (flat.size() % 2 != 0) {
            throw new EngineException(ErrorCode.ARRAY_SUBSCRIPT, "array must have even number of elements");
        }
        for (int i = 0; i < flat.size(); i += 2) {
            members.put(key(flat.get(i)), Json.text((String) flat.get(i + 1)));
        }
        return Json.object(members);
    }

    /** An object of an array of keys and one of values. */
    static Json ofKeysAndValues(List<?> keys, List<?> values) {
        if (keys.size() != values.size()) {
            throw new EngineException(ErrorCode.ARRAY_SUBSCRIPT, "mismatched array dimensions");
        }
        var members = new LinkedHashMap<String, Json>();
        for (int i = 0; i < keys.size(); i++) {
            members.put(key(keys.get(i)), Json.text((String) values.get(i)));
        }
        return Json.object(members);
    }

    private static String key(@Nullable Object key) {
        if (key == null) {
            throw new EngineException(ErrorCode.NULL_VALUE, "null value not allowed for object key");
        }
        return key.toString();
    }

    private static Json stripped(Json json) {
        if (json instanceof Json.JsonObject object) {
            var members = new LinkedHashMap<String, Json>();
            object.members().forEach((name, value) -> {
                if (!(value instanceof Json.JsonNull)) {
                    members.put(name, stripped(value));
                }
            });
            return Json.object(members);
        }
        return json instanceof Json.JsonArray array
                ? Json.array(
                        array.elements().stream().map(JsonFunctions::stripped).toList())
                : json;
    }

    private static Object set(@Nullable Object[] arguments, boolean create) {
        return JsonPaths.set(json(arguments, 0), list(arguments, 1), json(arguments, 2), create);
    }

    private static @Nullable Object setLax(@Nullable Object[] arguments, FunctionContext context) {
        boolean create = arguments.length < 4 || Boolean.TRUE.equals(arguments[3]);
        if (arguments[0] == null || arguments[1] == null || (arguments.length > 3 && arguments[3] == null)) {
            return null;
        }
        if (arguments[2] != null) {
            return JsonPaths.set(json(arguments, 0), list(arguments, 1), json(arguments, 2), create);
        }
        String treatment = arguments.length > 4 ? String.valueOf(arguments[4]) : "use_json_null";
        return switch (treatment) {
            case "use_json_null" -> JsonPaths.set(json(arguments, 0), list(arguments, 1), Json.nullValue(), create);
            case "delete_key" -> JsonPaths.delete(json(arguments, 0), list(arguments, 1));
            case "return_target" -> arguments[0];
            case "raise_exception" -> throw new EngineException(ErrorCode.NULL_VALUE, "JSON value must not be null");
            default ->
                throw new EngineException(
                        ErrorCode.INVALID_PARAMETER,
                        "null_value_treatment must be \"delete_key\", \"return_target\", \"use_json_null\", or"
                                + " \"raise_exception\"");
        };
    }
}
