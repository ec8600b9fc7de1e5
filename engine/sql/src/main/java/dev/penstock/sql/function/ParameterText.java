package dev.penstock.sql.function;

import dev.penstock.spi.value.Json;
import java.math.BigDecimal;
import java.util.List;

/**
 * The text of a parameter's value where a type is wanted, as a client sends it whose parameters have no type: the same list
 * is an array in one place and a JSON array in another.
 */
public final class ParameterText {
    private ParameterText() {}

    /**
     * The text from which the wanted type is read.
     *
     * @param value a text, number or boolean, a list of those, or JSON
     * @param type PostgreSQL's name of the wanted type
     */
    public static String of(Object value, String type) {
        if (value instanceof List<?> list) {
            return type.endsWith("[]") ? array(list) : json(list).toString();
        }
        if (value instanceof Json.JsonArray array && type.endsWith("[]")) {
            return array(array.elements().stream().map(ParameterText::element).toList());
        }
        return scalar(value);
    }

    private static String array(List<?> list) {
        return ArrayText.print(list, ParameterText::scalar);
    }

    private static Object element(Json json) {
        if (json instanceof Json.JsonArray array) {
            return array.elements().stream().map(ParameterText::element).toList();
        }
        return json instanceof Json.JsonText text ? text.text() : json.toString();
    }

    private static String scalar(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static Json json(Object value) {
        if (value instanceof List<?> list) {
            return Json.array(list.stream().map(ParameterText::json).toList());
        }
        if (value instanceof Json json) {
            return json;
        }
        if (value instanceof Boolean bool) {
            return Json.bool(bool);
        }
        if (value instanceof Number number) {
            return Json.number(new BigDecimal(number.toString()));
        }
        return Json.text(value.toString());
    }
}
