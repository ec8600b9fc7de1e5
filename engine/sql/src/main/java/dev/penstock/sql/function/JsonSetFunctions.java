package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions that give the parts of a jsonb value as rows (chapter 9.16). */
public final class JsonSetFunctions {
    private JsonSetFunctions() {}

    /** The functions. */
    public static List<SetFunctionDefinition> functions() {
        return List.of(
                SetFunctionDefinition.of("jsonb_array_elements", "jsonb", "value jsonb", (a, c) -> elements(a[0])));
    }

    private static Iterator<@Nullable Object[]> elements(@Nullable Object json) {
        if (json instanceof Json.JsonArray array) {
            return array.elements().stream()
                    .<@Nullable Object[]>map(element -> new @Nullable Object[] {element})
                    .iterator();
        }
        throw new EngineException(
                ErrorCode.INVALID_PARAMETER,
                "cannot extract elements from " + (json instanceof Json.JsonObject ? "an object" : "a scalar"));
    }
}
