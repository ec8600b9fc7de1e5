package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** SQL values as jsonb, and as the text of json (chapter 9.16.2). */
final class JsonConversion {
    private JsonConversion() {}

    /** What {@code jsonb_typeof} says. */
    static String kind(Json json) {
        if (json instanceof Json.JsonObject) {
            return "object";
        }
        if (json instanceof Json.JsonArray) {
            return "array";
        }
        if (json instanceof Json.JsonText) {
            return "string";
        }
        if (json instanceof Json.JsonNumber) {
            return "number";
        }
        return json instanceof Json.JsonBoolean ? "boolean" : "null";
    }

    /** A value as jsonb, null for NULL. */
    static Json orNull(@Nullable Object value, String type, FunctionContext context) {
        return value == null ? Json.nullValue() : toJson(value, type, context);
    }

    /** A value as jsonb. */
    static Json toJson(Object value, String type, FunctionContext context) {
        if (value instanceof Json json) {
            return json;
        }
        if (type.equals("json")) {
            return JsonText.parse(value.toString());
        }
        if (TypeRules.isArray(type)) {
            String element = TypeRules.elementOf(type);
            var elements = new ArrayList<Json>();
            for (Object item : (List<?>) value) {
                elements.add(orNull(item, item instanceof List<?> ? type : element, context));
            }
            return Json.array(elements);
        }
        if (value instanceof Composite row) {
            var members = new LinkedHashMap<String, Json>();
            for (int i = 0; i < row.names().size(); i++) {
                members.put(
                        row.names().get(i),
                        orNull(row.values().get(i), row.types().get(i), context));
            }
            return Json.object(members);
        }
        if (value instanceof Boolean bool) {
            return Json.bool(bool);
        }
        if (TypeRules.isNumber(type)) {
            return number((Number) value, type, context);
        }
        return Json.text(plain(value, type, context));
    }

    private static Json number(Number value, String type, FunctionContext context) {
        if (value instanceof Double real && (real.isNaN() || real.isInfinite())) {
            return Json.text(Casts.textOf(value, type, context));
        }
        return value instanceof Double
                ? Json.number(new BigDecimal(Casts.textOf(value, type, context)))
                : Json.number(Numbers.decimal(value));
    }

    /** The text of what is neither number nor boolean; times in the form of ISO 8601. */
    private static String plain(Object value, String type, FunctionContext context) {
        String text = Casts.textOf(value, type, context);
        return switch (type) {
            case "timestamp" -> text.replaceFirst(" ", "T");
            case "timestamptz" -> {
                String time = text.replaceFirst(" ", "T");
                yield time.matches(".*[+-]\\d\\d") ? time + ":00" : time;
            }
            default -> text;
        };
    }

    /** The name of a member, from a value of any type that is no container. */
    static String key(Object value, String type, FunctionContext context) {
        if (TypeRules.isArray(type) || type.equals("record") || TypeRules.isJson(type)) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, "key value must be scalar, not array, composite, or json");
        }
        return value instanceof Boolean ? value.toString() : plain(value, type, context);
    }

    /** A value as the text of json. */
    static String toText(@Nullable Object value, String type, FunctionContext context) {
        if (value == null) {
            return "null";
        }
        if (type.equals("json")) {
            return value.toString();
        }
        if (TypeRules.isArray(type)) {
            String element = TypeRules.elementOf(type);
            var joined = new StringJoiner(",", "[", "]");
            for (Object item : (List<?>) value) {
                joined.add(toText(item, item instanceof List<?> ? type : element, context));
            }
            return joined.toString();
        }
        if (value instanceof Composite row) {
            var joined = new StringJoiner(",", "{", "}");
            for (int i = 0; i < row.names().size(); i++) {
                joined.add(quoted(row.names().get(i)) + ":"
                        + toText(row.values().get(i), row.types().get(i), context));
            }
            return joined.toString();
        }
        return toJson(value, type, context).toString();
    }

    /** A text in quotes. */
    static String quoted(String text) {
        return Json.text(text).toString();
    }

    /** With line ends and four spaces for each level. */
    static String pretty(Json json) {
        var out = new StringBuilder();
        pretty(json, 0, out);
        return out.toString();
    }

    private static void pretty(Json json, int level, StringBuilder out) {
        if (json instanceof Json.JsonObject object) {
            out.append('{');
            String separator = "\n";
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                indent(out.append(separator), level + 1);
                out.append(quoted(member.getKey())).append(": ");
                pretty(member.getValue(), level + 1, out);
                separator = ",\n";
            }
            indent(out.append('\n'), level);
            out.append('}');
        } else if (json instanceof Json.JsonArray array) {
            out.append('[');
            String separator = "\n";
            for (Json element : array.elements()) {
                indent(out.append(separator), level + 1);
                pretty(element, level + 1, out);
                separator = ",\n";
            }
            indent(out.append('\n'), level);
            out.append(']');
        } else {
            json.appendTo(out);
        }
    }

    private static void indent(StringBuilder out, int level) {
        out.append("    ".repeat(level));
    }
}
