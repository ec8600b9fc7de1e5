package dev.penstock.tables.aws.simulator;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds a JSON object. Members that are null are left out, as the services do. */
final class JsonText {
    private final List<String> members = new ArrayList<>();

    @CanIgnoreReturnValue
    JsonText member(String name, @Nullable String value) {
        return value == null ? this : raw(name, quoted(value));
    }

    @CanIgnoreReturnValue
    JsonText member(String name, boolean value) {
        return raw(name, String.valueOf(value));
    }

    /** Times as RFC 3339 text, as Access Analyzer tells them. */
    @CanIgnoreReturnValue
    JsonText member(String name, @Nullable Instant value) {
        return value == null ? this : raw(name, quoted(value.toString()));
    }

    /** A time as seconds since 1970, as Organizations tells it. */
    @CanIgnoreReturnValue
    JsonText epoch(String name, Instant value) {
        return raw(name, String.valueOf(value.getEpochSecond()));
    }

    @CanIgnoreReturnValue
    JsonText member(String name, JsonText value) {
        return raw(name, value.toString());
    }

    @CanIgnoreReturnValue
    <T> JsonText list(String name, List<T> items, java.util.function.BiConsumer<T, JsonText> shape) {
        var texts = new ArrayList<String>();
        for (T item : items) {
            var text = new JsonText();
            shape.accept(item, text);
            texts.add(text.toString());
        }
        return raw(name, "[" + String.join(",", texts) + "]");
    }

    @CanIgnoreReturnValue
    JsonText texts(String name, List<String> texts) {
        return raw(
                name,
                "[" + String.join(",", texts.stream().map(JsonText::quoted).toList()) + "]");
    }

    @CanIgnoreReturnValue
    JsonText object(String name, Consumer<JsonText> content) {
        var object = new JsonText();
        content.accept(object);
        return member(name, object);
    }

    JsonText raw(String name, String value) {
        members.add(quoted(name) + ":" + value);
        return this;
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return "{" + String.join(",", members) + "}";
    }
}
