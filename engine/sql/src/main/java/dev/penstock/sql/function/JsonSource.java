package dev.penstock.sql.function;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a json value and where its parts stand in it: json keeps its white space, the order of its members and all
 * of equal names.
 *
 * @param source the text of this part alone
 * @param members of an object, in order; empty otherwise
 * @param elements of an array; empty otherwise
 * @param text of a string, without quotes; null otherwise
 */
record JsonSource(
        String source,
        List<Member> members,
        List<JsonSource> elements,
        @Nullable String text) {

    /** A member of an object. */
    record Member(String name, JsonSource value) {}

    /** Reads a json value (PostgreSQL's error 22P02 if it is none). */
    static JsonSource parse(String json) {
        try (JsonParser parser = JsonText.parser(json)) {
            if (parser.nextToken() == null) {
                throw JsonText.invalid(null);
            }
            JsonSource value = value(parser, json);
            if (parser.nextToken() != null) {
                throw JsonText.invalid(null);
            }
            return value;
        } catch (IOException e) {
            throw JsonText.invalid(e);
        }
    }

    private static JsonSource value(JsonParser parser, String json) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        var members = new ArrayList<Member>();
        var elements = new ArrayList<JsonSource>();
        String text = null;
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.add(new Member(name, value(parser, json)));
            }
        } else if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(parser, json));
            }
        } else {
            String read = parser.getText();
            text = token == JsonToken.VALUE_STRING ? read : null;
            int end = token == JsonToken.VALUE_STRING
                    ? (int) parser.currentLocation().getCharOffset()
                    : start + read.length();
            return new JsonSource(json.substring(start, end), members, elements, text);
        }
        int end = (int) parser.currentLocation().getCharOffset();
        return new JsonSource(json.substring(start, end), members, elements, null);
    }

    boolean isObject() {
        return source.startsWith("{");
    }

    boolean isArray() {
        return source.startsWith("[");
    }

    boolean isNull() {
        return source.equals("null");
    }

    /** What {@code json_typeof} says. */
    String kind() {
        return switch (source.charAt(0)) {
            case '{' -> "object";
            case '[' -> "array";
            case '"' -> "string";
            case 't', 'f' -> "boolean";
            case 'n' -> "null";
            default -> "number";
        };
    }

    /** A member by name, the last of equal ones; an element by place. */
    @Nullable
    JsonSource get(@Nullable Object key) {
        if (key instanceof Long place && isArray()) {
            long index = place < 0 ? elements.size() + place : place;
            return index >= 0 && index < elements.size() ? elements.get((int) index) : null;
        }
        JsonSource found = null;
        if (key instanceof String) {
            for (Member member : members) {
                found = member.name().equals(key) ? member.value() : found;
            }
        }
        return found;
    }

    /** The value at a path of keys and places. */
    @Nullable
    JsonSource at(List<?> path) {
        JsonSource value = this;
        for (Object step : path) {
            if (value == null || step == null) {
                return null;
            }
            if (value.isArray()) {
                String text = step.toString();
                value = text.matches("-?\\d{1,9}") ? value.get(Long.valueOf(text)) : null;
            } else {
                value = value.get(step);
            }
        }
        return value;
    }

    /** As {@code ->>} gives it. */
    static @Nullable String textOf(@Nullable JsonSource value) {
        if (value == null || value.isNull()) {
            return null;
        }
        return value.text() == null ? value.source() : value.text();
    }

    static @Nullable String sourceOf(@Nullable JsonSource value) {
        return value == null ? null : value.source();
    }
}
