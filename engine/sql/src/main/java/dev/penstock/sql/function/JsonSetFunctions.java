package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Functions that give the parts of a json or jsonb value as rows (chapter 9.16). */
public final class JsonSetFunctions {
    private JsonSetFunctions() {}

    /** The functions. */
    public static List<SetFunctionDefinition> functions() {
        return List.of(
                SetFunctionDefinition.of(
                        "jsonb_array_elements", "jsonb", "value jsonb", (a, c) -> elements(a[0], element -> element)),
                SetFunctionDefinition.of(
                        "jsonb_array_elements_text",
                        "jsonb",
                        "value text",
                        (a, c) -> elements(a[0], JsonFunctions::text)),
                SetFunctionDefinition.of(
                        "jsonb_each",
                        "jsonb",
                        "key text, value jsonb",
                        (a, c) -> members(a[0], "jsonb_each", value -> value)),
                SetFunctionDefinition.of(
                        "jsonb_each_text",
                        "jsonb",
                        "key text, value text",
                        (a, c) -> members(a[0], "jsonb_each_text", JsonFunctions::text)),
                SetFunctionDefinition.of("jsonb_object_keys", "jsonb->text", (a, c) -> keys(a[0])),
                SetFunctionDefinition.of(
                        "json_array_elements",
                        "json",
                        "value json",
                        (a, c) -> plainElements(a[0], "json_array_elements", JsonSource::sourceOf)),
                SetFunctionDefinition.of(
                        "json_array_elements_text",
                        "json",
                        "value text",
                        (a, c) -> plainElements(a[0], "json_array_elements_text", JsonSource::textOf)),
                SetFunctionDefinition.of(
                        "json_each",
                        "json",
                        "key text, value json",
                        (a, c) -> plainMembers(a[0], JsonSource::sourceOf)),
                SetFunctionDefinition.of(
                        "json_each_text",
                        "json",
                        "key text, value text",
                        (a, c) -> plainMembers(a[0], JsonSource::textOf)),
                SetFunctionDefinition.of("json_object_keys", "json->text", (a, c) -> plainKeys(a[0])));
    }

    private static Iterator<@Nullable Object[]> elements(@Nullable Object json, Function<Json, @Nullable Object> form) {
        if (json instanceof Json.JsonArray array) {
            return array.elements().stream()
                    .<@Nullable Object[]>map(element -> row(form.apply(element)))
                    .iterator();
        }
        throw refused("cannot extract elements from " + (json instanceof Json.JsonObject ? "an object" : "a scalar"));
    }

    private static Iterator<@Nullable Object[]> members(
            @Nullable Object json, String name, Function<Json, @Nullable Object> form) {
        if (json instanceof Json.JsonObject object) {
            return object.members().entrySet().stream()
                    .<@Nullable Object[]>map(member -> row(member.getKey(), form.apply(member.getValue())))
                    .iterator();
        }
        throw refused("cannot call " + name + " on a non-object");
    }

    private static Iterator<@Nullable Object[]> keys(@Nullable Object json) {
        if (json instanceof Json.JsonObject object) {
            Map<String, Json> members = object.members();
            return members.keySet().stream()
                    .<@Nullable Object[]>map(JsonSetFunctions::row)
                    .iterator();
        }
        throw refused("cannot call jsonb_object_keys on " + (json instanceof Json.JsonArray ? "an array" : "a scalar"));
    }

    private static Iterator<@Nullable Object[]> plainElements(
            @Nullable Object text, String name, Function<JsonSource, @Nullable Object> form) {
        JsonSource json = JsonSource.parse(String.valueOf(text));
        if (!json.isArray()) {
            throw refused("cannot call " + name + " on a " + (json.isObject() ? "non-array" : "scalar"));
        }
        return json.elements().stream()
                .<@Nullable Object[]>map(element -> row(form.apply(element)))
                .iterator();
    }

    private static Iterator<@Nullable Object[]> plainMembers(
            @Nullable Object text, Function<JsonSource, @Nullable Object> form) {
        JsonSource json = JsonSource.parse(String.valueOf(text));
        if (!json.isObject()) {
            throw refused("cannot deconstruct " + (json.isArray() ? "an array as an object" : "a scalar"));
        }
        return json.members().stream()
                .<@Nullable Object[]>map(member -> row(member.name(), form.apply(member.value())))
                .iterator();
    }

    private static Iterator<@Nullable Object[]> plainKeys(@Nullable Object text) {
        JsonSource json = JsonSource.parse(String.valueOf(text));
        if (!json.isObject()) {
            throw refused("cannot call json_object_keys on " + (json.isArray() ? "an array" : "a scalar"));
        }
        return json.members().stream()
                .<@Nullable Object[]>map(member -> row(member.name()))
                .iterator();
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    private static EngineException refused(String message) {
        return new EngineException(ErrorCode.INVALID_PARAMETER, message);
    }
}
