package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text form of arrays: {@code {a,"b c",NULL}} (chapter 8.15). */
final class ArrayText {
    private final String text;
    private final Function<String, Object> element;
    private int at;

    private ArrayText(String text, Function<String, Object> element) {
        this.text = text;
        this.element = element;
    }

    /**
     * Prints an array, nested ones in braces of their own.
     *
     * @param output prints an element that is not NULL
     */
    static String print(List<?> list, Function<Object, String> output) {
        return list.stream()
                .map(value -> value == null
                        ? "NULL"
                        : value instanceof List<?> inner ? print(inner, output) : quoted(output.apply(value)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String element) {
        boolean plain = !element.isEmpty()
                && !element.equalsIgnoreCase("null")
                && element.chars().noneMatch(c -> "{},\"\\".indexOf(c) >= 0 || isSpace((char) c));
        return plain ? element : '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /**
     * Reads an array.
     *
     * @param element reads the text of an element
     */
    static List<@Nullable Object> parse(String text, Function<String, Object> element) {
        var parser = new ArrayText(text, element);
        parser.skipSpace();
        if (parser.at == text.length() || text.charAt(parser.at) != '{') {
            throw parser.malformed();
        }
        List<@Nullable Object> list = parser.list();
        parser.skipSpace();
        if (parser.at < text.length()) {
            throw parser.malformed();
        }
        requireRectangle(list, parser);
        return list.stream().allMatch(inner -> inner instanceof List<?> rows && rows.isEmpty()) ? List.of() : list;
    }

    private static void requireRectangle(List<?> list, ArrayText parser) {
        long shapes = list.stream()
                .map(inner -> inner instanceof List<?> rows ? rows.size() : -1)
                .distinct()
                .count();
        if (shapes > 1) {
            throw parser.malformed();
        }
        list.forEach(inner -> {
            if (inner instanceof List<?> rows) {
                requireRectangle(rows, parser);
            }
        });
    }

    private List<@Nullable Object> list() {
        var list = new ArrayList<@Nullable Object>();
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            return list;
        }
        while (true) {
            skipSpace();
            list.add(peek() == '{' ? list() : item());
            skipSpace();
            char c = peek();
            at++;
            if (c == '}') {
                return list;
            }
            if (c != ',') {
                throw malformed();
            }
        }
    }

    private @Nullable Object item() {
        return peek() == '"' ? element.apply(quotedItem()) : plainItem();
    }

    private String quotedItem() {
        var item = new StringBuilder();
        at++;
        while (peek() != '"') {
            if (peek() == '\\') {
                at++;
            }
            item.append(peek());
            at++;
        }
        at++;
        return item.toString();
    }

    private @Nullable Object plainItem() {
        var item = new StringBuilder();
        boolean escaped = false;
        int significant = 0;
        while (peek() != ',' && peek() != '}') {
            char c = peek();
            if (c == '{' || c == '"') {
                throw malformed();
            }
            if (c == '\\') {
                escaped = true;
                at++;
            }
            item.append(peek());
            if (!isSpace(c)) {
                significant = item.length();
            }
            at++;
        }
        String trimmed = item.substring(0, significant);
        if (trimmed.isEmpty()) {
            throw malformed();
        }
        return !escaped && trimmed.equalsIgnoreCase("null") ? null : element.apply(trimmed);
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw malformed();
        }
        return text.charAt(at);
    }

    private EngineException malformed() {
        return new EngineException(ErrorCode.INVALID_TEXT, "malformed array literal: \"" + text + "\"");
    }
}
