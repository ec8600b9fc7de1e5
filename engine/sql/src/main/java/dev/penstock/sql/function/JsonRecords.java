package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Functions that make rows of json objects, of columns that the query names: {@code jsonb_to_recordset(x) as t(a int)}
 * (chapter 9.16). A call gives the objects; {@link #field} takes each column out of them.
 */
public final class JsonRecords {
    /** What stands before the name of such a function in the tree; no name that a query can write unquoted. */
    public static final String PREFIX = "objects of ";

    /** The names of the functions. */
    public static final Set<String> NAMES =
            Set.of("json_to_record", "jsonb_to_record", "json_to_recordset", "jsonb_to_recordset");

    private JsonRecords() {}

    /** The functions, under their names in the tree. */
    static List<SetFunctionDefinition> functions() {
        return NAMES.stream()
                .map(name -> {
                    String type = name.startsWith("jsonb") ? "jsonb" : "json";
                    SetFunction objects = (a, c) -> name.endsWith("set") ? objects(a[0], name) : object(a[0]);
                    SetFunctionDefinition made = SetFunctionDefinition.of(PREFIX + name, type + "->" + type, objects);
                    return name.endsWith("set") ? made : made.calledOnNull();
                })
                .toList();
    }

    private static Iterator<@Nullable Object[]> objects(@Nullable Object json, String name) {
        List<?> elements = json instanceof Json.JsonArray array
                ? array.elements()
                : json instanceof String text && JsonSource.parse(text).isArray()
                        ? JsonSource.parse(text).elements()
                        : null;
        if (elements == null) {
            boolean plain = json instanceof String;
            throw refused("cannot call " + name + " on "
                    + (plain ? isObject(json) ? "an object" : "a scalar" : "a non-array"));
        }
        return elements.stream()
                .map(element -> {
                    Object object = element instanceof JsonSource part ? part.source() : element;
                    if (!isObject(object)) {
                        throw refused("argument of " + name + " must be an array of objects");
                    }
                    return new @Nullable Object[] {object};
                })
                .iterator();
    }

    private static Iterator<@Nullable Object[]> object(@Nullable Object json) {
        if (json != null && !isObject(json)) {
            boolean array =
                    json instanceof Json.JsonArray || json.toString().strip().startsWith("[");
            throw refused("cannot call populate_composite on " + (array ? "an array" : "a scalar"));
        }
        return Stream.<@Nullable Object[]>of(new @Nullable Object[] {json}).iterator();
    }

    private static boolean isObject(@Nullable Object json) {
        return json instanceof Json.JsonObject
                || (json instanceof String text && JsonSource.parse(text).isObject());
    }

    private static EngineException refused(String message) {
        return new EngineException(ErrorCode.INVALID_PARAMETER, message);
    }

    /**
     * A column of an object.
     *
     * @param object a jsonb, or the text of a json
     * @param modifier the column's type with its modifiers
     * @param type the column's type without them
     * @return null if there is no such member, or it is null
     */
    public static @Nullable Object field(
            Object object, String name, String type, TypeModifier modifier, FunctionContext context) {
        Object member = object instanceof Json.JsonObject record
                ? record.members().get(name)
                : JsonSource.parse(object.toString()).get(name);
        Object value = member == null ? null : value(member, type, context);
        return modifier.isNone() ? value : fitted(value, modifier);
    }

    /** As type input takes it: only blanks may be cut off. */
    private static @Nullable Object fitted(@Nullable Object value, TypeModifier modifier) {
        Object fitted = modifier.fit(value);
        if (value != null
                && fitted != null
                && TypeRules.isText(TypeModifier.typeOf(modifier.type()))
                && !value.toString().stripTrailing().equals(fitted.toString().stripTrailing())) {
            throw new EngineException(
                    ErrorCode.TEXT_TOO_LONG,
                    "value too long for type " + (modifier.type().equals("varchar") ? "character varying" : "character")
                            + "(" + modifier.numbers().get(0) + ")");
        }
        return fitted;
    }

    private static @Nullable Object value(Object json, String type, FunctionContext context) {
        if (isNull(json)) {
            return null;
        }
        String text = textOf(json);
        if (TypeRules.isArray(type) && text == null) {
            return array(json, TypeRules.elementOf(type), context);
        }
        return switch (type) {
            case "jsonb" -> json instanceof Json ? json : JsonText.parse(sourceOf(json));
            case "json" -> sourceOf(json);
            default -> Casts.cast(text == null ? sourceOf(json) : text, "text", type, context);
        };
    }

    private static List<@Nullable Object> array(Object json, String element, FunctionContext context) {
        List<?> parts = json instanceof Json.JsonArray array
                ? array.elements()
                : json instanceof JsonSource source && source.isArray() ? source.elements() : null;
        if (parts == null) {
            throw new EngineException(ErrorCode.INVALID_TEXT, "expected JSON array");
        }
        var values = new ArrayList<@Nullable Object>();
        for (Object part : parts) {
            boolean nested = part instanceof Json.JsonArray || (part instanceof JsonSource source && source.isArray());
            values.add(
                    nested && !TypeRules.isJson(element)
                            ? array(part, element, context)
                            : value(part, element, context));
        }
        if (sizes(values).size() > 1) {
            throw new EngineException(ErrorCode.INVALID_TEXT, "malformed JSON array");
        }
        return values;
    }

    /** The lengths of inner arrays; -1 stands for a value that is none. All must agree. */
    private static Set<Integer> sizes(List<@Nullable Object> values) {
        return values.stream()
                .flatMap(value -> Stream.of(value instanceof List<?> inner ? inner.size() : -1))
                .collect(Collectors.toSet());
    }

    private static boolean isNull(Object json) {
        return json instanceof JsonSource source ? source.isNull() : json instanceof Json.JsonNull;
    }

    /** The text of a json string; null for other values. */
    private static @Nullable String textOf(Object json) {
        return json instanceof JsonSource source
                ? source.text()
                : json instanceof Json.JsonText text ? text.text() : null;
    }

    private static String sourceOf(Object json) {
        return json instanceof JsonSource source ? source.source() : json.toString();
    }
}
