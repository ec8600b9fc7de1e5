package dev.penstock.hcl.function;

import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.ValueException;

/** Values to JSON, as {@code jsonencode} writes them: on one line, keys in order, safe inside of HTML. */
public final class JsonText {
    private JsonText() {}

    /**
     * A value as JSON.
     *
     * @throws ValueException if it is not known in all parts
     */
    public static String of(HclValue value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(HclValue value, StringBuilder text) {
        if (value instanceof HclValue.Text word) {
            quote(word.value(), text);
        } else if (value instanceof HclValue.Num number) {
            text.append(number.text());
        } else if (value instanceof HclValue.Bool bool) {
            text.append(bool.value());
        } else if (value instanceof HclValue.Sequence sequence) {
            text.append('[');
            sequence.elements().forEach(element -> {
                write(element, text);
                text.append(',');
            });
            close(text, ']');
        } else if (value instanceof HclValue.Dictionary dictionary) {
            text.append('{');
            dictionary.entries().forEach((key, element) -> {
                quote(key, text);
                text.append(':');
                write(element, text);
                text.append(',');
            });
            close(text, '}');
        } else if (value.isNull()) {
            text.append("null");
        } else {
            throw new ValueException("there is no JSON of what is not known");
        }
    }

    private static void close(StringBuilder text, char end) {
        int last = text.length() - 1;
        if (text.charAt(last) == ',') {
            text.setLength(last);
        }
        text.append(end);
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> {
                    boolean escaped = c < 0x20 || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029';
                    json.append(escaped ? String.format("\\u%04x", (int) c) : String.valueOf(c));
                }
            }
        }
        json.append('"');
    }
}
