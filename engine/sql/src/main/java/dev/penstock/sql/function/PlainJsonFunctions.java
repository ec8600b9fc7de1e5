package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;
import static dev.penstock.sql.function.FunctionDefinition.typed;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Operators and functions of json, whose values are texts (chapter 9.16). */
public final class PlainJsonFunctions {
    private PlainJsonFunctions() {}

    /** The operators. */
    public static List<FunctionDefinition> operators() {
        return List.of(
                function("->", "json,text->json", (a, c) -> JsonSource.sourceOf(json(a).get(a[1]))),
                function("->", "json,int4->json", (a, c) -> JsonSource.sourceOf(json(a).get(a[1]))),
                function("->>", "json,text->text", (a, c) -> JsonSource.textOf(json(a).get(a[1]))),
                function("->>", "json,int4->text", (a, c) -> JsonSource.textOf(json(a).get(a[1]))),
                function("#>", "json,text[]->json", (a, c) -> JsonSource.sourceOf(json(a).at(list(a, 1)))),
                function("#>>", "json,text[]->text", (a, c) -> JsonSource.textOf(json(a).at(list(a, 1)))));
    }

    /** The functions. */
    public static List<FunctionDefinition> functions() {
        return List.of(
                function("json_array_length", "json->int4", (a, c) -> length(json(a))),
                function("json_typeof", "json->text", (a, c) -> json(a).kind()),
                function(
                        "json_extract_path",
                        "json,text...->json",
                        (a, c) ->
                                JsonSource.sourceOf(json(a).at(Arrays.asList(a).subList(1, a.length)))),
                function(
                        "json_extract_path_text",
                        "json,text...->text",
                        (a, c) -> JsonSource.textOf(json(a).at(Arrays.asList(a).subList(1, a.length)))),
                function("json_strip_nulls", "json->json", (a, c) -> stripped(json(a))),
                function("json_object", "text[]->json", (a, c) -> spaced(flat(list(a, 0)))),
                function("json_object", "text[],text[]->json", (a, c) -> spaced(pairs(list(a, 0), list(a, 1)))),
                typed("json_build_object", "any...->json", PlainJsonFunctions::buildObject)
                        .calledOnNull(),
                function("json_build_object", "->json", (a, c) -> "{}"),
                typed("json_build_array", "any...->json", PlainJsonFunctions::buildArray)
                        .calledOnNull(),
                function("json_build_array", "->json", (a, c) -> "[]"),
                typed("to_json", "anyelement->json", PlainJsonFunctions::toJson).dependingOnSession(),
                typed("array_to_json", "anyarray->json", PlainJsonFunctions::toJson)
                        .dependingOnSession(),
                typed("row_to_json", "record->json", PlainJsonFunctions::toJson).dependingOnSession());
    }

    private static JsonSource json(@Nullable Object[] arguments) {
        return JsonSource.parse(String.valueOf(arguments[0]));
    }

    private static List<?> list(@Nullable Object[] arguments, int index) {
        return (List<?>) Objects.requireNonNull(arguments[index]);
    }

    private static ScalarFunction toJson(List<String> types) {
        return (arguments, context) -> JsonConversion.toText(arguments[0], types.get(0), context);
    }

    private static Object length(JsonSource json) {
        if (json.isArray()) {
            return (long) json.elements().size();
        }
        throw new EngineException(
                ErrorCode.INVALID_PARAMETER,
                json.isObject() ? "cannot get array length of a non-array" : "cannot get array length of a scalar");
    }

    private static String stripped(JsonSource json) {
        if (json.isObject()) {
            var joined = new StringJoiner(",", "{", "}");
            json.members().stream()
                    .filter(member -> !member.value().isNull())
                    .forEach(member ->
                            joined.add(JsonConversion.quoted(member.name()) + ":" + stripped(member.value())));
            return joined.toString();
        }
        if (json.isArray()) {
            var joined = new StringJoiner(",", "[", "]");
            json.elements().forEach(element -> joined.add(stripped(element)));
            return joined.toString();
        }
        return json.source();
    }

    private static ScalarFunction buildObject(List<String> types) {
        return (arguments, context) -> {
            JsonFunctions.requireEven(arguments.length);
            var joined = new StringJoiner(", ", "{", "}");
            for (int i = 0; i < arguments.length; i += 2) {
                Object key = arguments[i];
                if (key == null) {
                    throw new EngineException(ErrorCode.INVALID_PARAMETER, "argument " + (i + 1) + " cannot be null");
                }
                joined.add(JsonConversion.quoted(JsonConversion.key(key, types.get(i), context)) + " : "
                        + JsonConversion.toText(arguments[i + 1], types.get(i + 1), context));
            }
            return joined.toString();
        };
    }

    private static ScalarFunction buildArray(List<String> types) {
        return (arguments, context) -> {
            var joined = new StringJoiner(", ", "[", "]");
            for (int i = 0; i < arguments.length; i++) {
                joined.add(JsonConversion.toText(arguments[i], types.get(i), context));
            }
            return joined.toString();
        };
    }

    private static List<@Nullable Object> flat(List<?> list) {
        JsonFunctions.ofPairs(list); // for its errors
        var flat = new ArrayList<@Nullable Object>();
        for (Object element : list) {
            if (element instanceof List<?> pair) {
                flat.addAll(pair);
            } else {
                flat.add(element);
            }
        }
        return flat;
    }

    private static List<@Nullable Object> pairs(List<?> keys, List<?> values) {
        JsonFunctions.ofKeysAndValues(keys, values); // for its errors
        var flat = new ArrayList<@Nullable Object>();
        for (int i = 0; i < keys.size(); i++) {
            flat.add(keys.get(i));
            flat.add(values.get(i));
        }
        return flat;
    }

    private static String spaced(List<@Nullable Object> flat) {
        var joined = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < flat.size(); i += 2) {
            Object value = flat.get(i + 1);
            joined.add(JsonConversion.quoted(String.valueOf(flat.get(i))) + " : "
                    + (value == null ? "null" : JsonConversion.quoted(value.toString())));
        }
        return joined.toString();
    }
}
