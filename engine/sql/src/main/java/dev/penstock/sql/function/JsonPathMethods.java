package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The methods of jsonpath: {@code .type()}, {@code .double()} and so on. */
final class JsonPathMethods {
    private JsonPathMethods() {}

    /** What a method gives for one value. */
    static Json apply(String name, Json value, boolean lax) {
        switch (name) {
            case "type" -> {
                return Json.text(JsonConversion.kind(value));
            }
            case "size" -> {
                if (value instanceof Json.JsonArray array) {
                    return Json.number(array.elements().size());
                }
                if (!lax) {
                    throw error(ErrorCode.JSON_ARRAY, "jsonpath item method .size() can only be applied to an array");
                }
                return Json.number(1);
            }
            case "double" -> {
                return asDouble(value);
            }
            case "abs", "floor", "ceiling" -> {
                if (!(value instanceof Json.JsonNumber number)) {
                    throw error(
                            ErrorCode.JSON_NUMBER,
                            "jsonpath item method ." + name + "() can only be applied to a numeric value");
                }
                BigDecimal given = number.number();
                return Json.number(
                        switch (name) {
                            case "abs" -> given.abs();
                            case "floor" -> given.setScale(0, RoundingMode.FLOOR);
                            default -> given.setScale(0, RoundingMode.CEILING);
                        });
            }
            default -> throw error(ErrorCode.NOT_SUPPORTED, "jsonpath item method ." + name + "() is not supported");
        }
    }

    private static Json asDouble(Json value) {
        if (value instanceof Json.JsonNumber) {
            return value;
        }
        if (value instanceof Json.JsonText text
                && text.text().matches("\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*")) {
            return Json.number(
                    new BigDecimal(Casts.textOf(Double.parseDouble(text.text()), "float8", Casts.NO_SESSION)));
        }
        throw error(
                ErrorCode.JSON_NUMBER,
                value instanceof Json.JsonText
                        ? "string argument of jsonpath item method .double() is not a valid representation of a double"
                                + " precision number"
                        : "jsonpath item method .double() can only be applied to a string or numeric value");
    }

    private static EngineException error(ErrorCode code, String message) {
        return new EngineException(code, message);
    }
}
