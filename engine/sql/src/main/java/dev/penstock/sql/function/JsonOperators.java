package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Operators of jsonb (chapter 9.16.1). */
public final class JsonOperators {
    private JsonOperators() {}

    /** The operators. */
    public static List<FunctionDefinition> operators() {
        return List.of(
                function("->", "jsonb,text->jsonb", (a, c) -> member(a[0], a[1])),
                function("->", "jsonb,int4->jsonb", (a, c) -> member(a[0], a[1])),
                function("->>", "jsonb,text->text", (a, c) -> JsonFunctions.text(member(a[0], a[1]))),
                function("->>", "jsonb,int4->text", (a, c) -> JsonFunctions.text(member(a[0], a[1]))),
                function("#>", "jsonb,text[]->jsonb", (a, c) -> JsonPaths.get(json(a, 0), list(a, 1))),
                function(
                        "#>>",
                        "jsonb,text[]->text",
                        (a, c) -> JsonFunctions.text(JsonPaths.get(json(a, 0), list(a, 1)))),
                function("@>", "jsonb,jsonb->bool", (a, c) -> contains(json(a, 0), json(a, 1))),
                function("<@", "jsonb,jsonb->bool", (a, c) -> contains(json(a, 1), json(a, 0))),
                function("?", "jsonb,text->bool", (a, c) -> hasKey(json(a, 0), a[1])),
                function(
                        "?|",
                        "jsonb,text[]->bool",
                        (a, c) -> list(a, 1).stream().anyMatch(key -> key != null && hasKey(json(a, 0), key))),
                function(
                        "?&",
                        "jsonb,text[]->bool",
                        (a, c) -> list(a, 1).stream().allMatch(key -> key == null || hasKey(json(a, 0), key))),
                function("||", "jsonb,jsonb->jsonb", (a, c) -> concatenated(json(a, 0), json(a, 1))),
                function("-", "jsonb,text->jsonb", (a, c) -> without(json(a, 0), List.of(String.valueOf(a[1])))),
                function("-", "jsonb,text[]->jsonb", (a, c) -> without(json(a, 0), list(a, 1))),
                function(
                        "-",
                        "jsonb,int4->jsonb",
                        (a, c) -> withoutPlace(json(a, 0), (Long) Objects.requireNonNull(a[1]))),
                function("#-", "jsonb,text[]->jsonb", (a, c) -> JsonPaths.delete(json(a, 0), list(a, 1))));
    }

    private static Json json(@Nullable Object[] arguments, int index) {
        return (Json) Objects.requireNonNull(arguments[index]);
    }

    private static List<?> list(@Nullable Object[] arguments, int index) {
        return (List<?>) Objects.requireNonNull(arguments[index]);
    }

    /** A member of an object by name, an element of an array by place; NULL if there is none. */
    static @Nullable Json member(@Nullable Object json, @Nullable Object key) {
        if (json instanceof Json.JsonObject object && key instanceof String name) {
            return object.members().get(name);
        }
        if (json instanceof Json.JsonArray array && key instanceof Long place) {
            long index = place < 0 ? array.elements().size() + place : place;
            return index >= 0 && index < array.elements().size()
                    ? array.elements().get((int) index)
                    : null;
        }
        // A value alone is an array of one to a place.
        boolean alone = key instanceof Long place && (place == 0 || place == -1) && !(json instanceof Json.JsonObject);
        return alone ? (Json) json : null;
    }

    /** Whether the left value holds the right one (chapter 8.14.3). */
    static boolean contains(Json left, Json right) {
        boolean scalarInArray = left instanceof Json.JsonArray
                && !(right instanceof Json.JsonArray)
                && !(right instanceof Json.JsonObject);
        return scalarInArray ? holdsElement((Json.JsonArray) left, right) : holds(left, right);
    }

    private static boolean holds(Json left, Json right) {
        if (left instanceof Json.JsonObject object && right instanceof Json.JsonObject wanted) {
            return wanted.members().entrySet().stream().allMatch(member -> {
                Json value = object.members().get(member.getKey());
                return value != null && holds(value, member.getValue());
            });
        }
        if (left instanceof Json.JsonArray array && right instanceof Json.JsonArray wanted) {
            return wanted.elements().stream().allMatch(element -> holdsElement(array, element));
        }
        return left.equals(right);
    }

    private static boolean holdsElement(Json.JsonArray array, Json wanted) {
        return array.elements().stream().anyMatch(element -> holds(element, wanted));
    }

    private static boolean hasKey(Json json, @Nullable Object key) {
        String name = String.valueOf(key);
        if (json instanceof Json.JsonObject object) {
            return object.members().containsKey(name);
        }
        if (json instanceof Json.JsonArray array) {
            return array.elements().contains(Json.text(name));
        }
        return json.equals(Json.text(name));
    }

    /** Objects merge, arrays follow each other, anything else is an array of itself. */
    private static Json concatenated(Json left, Json right) {
        if (left instanceof Json.JsonObject a && right instanceof Json.JsonObject b) {
            var members = new LinkedHashMap<>(a.members());
            members.putAll(b.members());
            return Json.object(members);
        }
        var elements = new ArrayList<Json>();
        elements.addAll(left instanceof Json.JsonArray array ? array.elements() : List.of(left));
        elements.addAll(right instanceof Json.JsonArray array ? array.elements() : List.of(right));
        return Json.array(elements);
    }

    private static Json without(Json json, List<?> names) {
        if (json instanceof Json.JsonObject object) {
            var members = new LinkedHashMap<>(object.members());
            names.forEach(name -> members.remove(String.valueOf(name)));
            return Json.object(members);
        }
        if (json instanceof Json.JsonArray array) {
            return Json.array(array.elements().stream()
                    .filter(element -> !(element instanceof Json.JsonText text && names.contains(text.text())))
                    .toList());
        }
        throw new EngineException(ErrorCode.INVALID_PARAMETER, "cannot delete from scalar");
    }

    private static Json withoutPlace(Json json, long place) {
        if (json instanceof Json.JsonArray array) {
            var elements = new ArrayList<>(array.elements());
            long index = place < 0 ? elements.size() + place : place;
            if (index >= 0 && index < elements.size()) {
                elements.remove((int) index);
            }
            return Json.array(elements);
        }
        throw new EngineException(
                ErrorCode.INVALID_PARAMETER,
                json instanceof Json.JsonObject
                        ? "cannot delete from object using integer index"
                        : "cannot delete from scalar");
    }
}
