package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Functions and operators of jsonpath (chapter 9.16). */
public final class JsonPathFunctions {
    private static final List<String> PARAMETERS =
            List.of("jsonb,jsonpath", "jsonb,jsonpath,jsonb", "jsonb,jsonpath,jsonb,bool");

    private JsonPathFunctions() {}

    /** The operators. */
    public static List<FunctionDefinition> operators() {
        return List.of(
                function(
                        "@?",
                        "jsonb,jsonpath->bool",
                        (a, c) -> quiet(true, () -> !values(a).isEmpty())),
                function("@@", "jsonb,jsonpath->bool", (a, c) -> quiet(true, () -> match(values(a), true))));
    }

    /** The functions. */
    public static List<FunctionDefinition> functions() {
        var all = new ArrayList<FunctionDefinition>();
        for (String parameters : PARAMETERS) {
            add(all, "jsonb_path_exists", parameters + "->bool", values -> !values.isEmpty());
            add(all, "jsonb_path_query_array", parameters + "->jsonb", Json::array);
            add(
                    all,
                    "jsonb_path_query_first",
                    parameters + "->jsonb",
                    values -> values.isEmpty() ? null : values.get(0));
            all.add(function(
                    "jsonb_path_match",
                    parameters + "->bool",
                    (a, c) -> quiet(silent(a), () -> match(values(a), silent(a)))));
        }
        return all;
    }

    private static void add(
            List<FunctionDefinition> all, String name, String signature, Function<List<Json>, @Nullable Object> form) {
        all.add(function(name, signature, (a, c) -> quiet(silent(a), () -> form.apply(values(a)))));
    }

    /** The set functions. */
    public static List<SetFunctionDefinition> setFunctions() {
        return PARAMETERS.stream()
                .map(parameters -> SetFunctionDefinition.of("jsonb_path_query", parameters + "->jsonb", (a, c) -> {
                    Object values = quiet(silent(a), () -> values(a));
                    List<?> found = values == null ? List.of() : (List<?>) values;
                    return found.stream()
                            .<@Nullable Object[]>map(value -> new @Nullable Object[] {value})
                            .iterator();
                }))
                .toList();
    }

    private static boolean silent(@Nullable Object[] arguments) {
        return arguments.length > 3 && Boolean.TRUE.equals(arguments[3]);
    }

    private static List<Json> values(@Nullable Object[] arguments) {
        JsonPath path = (JsonPath) Objects.requireNonNull(arguments[1]);
        Json variables = arguments.length > 2 ? (Json) Objects.requireNonNull(arguments[2]) : Json.object(Map.of());
        return new JsonPathEvaluator(path, (Json) Objects.requireNonNull(arguments[0]), variables).values(path.root());
    }

    private static @Nullable Boolean match(List<Json> values, boolean silent) {
        if (values.size() == 1 && values.get(0) instanceof Json.JsonBoolean bool) {
            return bool.bool();
        }
        if (silent || (values.size() == 1 && values.get(0) instanceof Json.JsonNull)) {
            return null;
        }
        throw new EngineException(ErrorCode.JSON_SINGLETON, "single boolean result is expected");
    }

    /** Computes a value. */
    private interface Computed {
        @Nullable
        Object get();
    }

    private static @Nullable Object quiet(boolean silent, Computed computed) {
        try {
            return computed.get();
        } catch (EngineException e) {
            if (silent && e.code().sqlState().startsWith("22")) {
                return null;
            }
            throw e;
        }
    }
}
