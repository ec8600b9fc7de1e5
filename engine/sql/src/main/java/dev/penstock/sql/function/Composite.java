package dev.penstock.sql.function;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as one value: what {@code row(...)} and the name of a table alone give, of type {@code record}.
 *
 * @param names of its fields
 * @param types of its fields, by PostgreSQL's internal names
 * @param values of its fields; null is SQL NULL
 */
public record Composite(List<String> names, List<String> types, List<@Nullable Object> values) {

    /** A row; the values are copied. */
    public static Composite of(List<String> names, List<String> types, @Nullable Object[] values) {
        return new Composite(
                List.copyOf(names), List.copyOf(types), Collections.unmodifiableList(Arrays.asList(values.clone())));
    }

    /** As PostgreSQL writes it: {@code (a,"b c",)}; NULL is nothing at all (chapter 8.16.6). */
    public String text(FunctionContext context) {
        var text = new StringBuilder("(");
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            Object value = values.get(i);
            if (value != null) {
                boolean bool = types.get(i).equals("bool");
                text.append(quoted(
                        bool ? String.valueOf(value).substring(0, 1) : Casts.textOf(value, types.get(i), context)));
            }
        }
        return text.append(')').toString();
    }

    private static String quoted(String field) {
        boolean plain = !field.isEmpty()
                && field.chars()
                        .noneMatch(c ->
                                c == '"' || c == '\\' || c == '(' || c == ')' || c == ',' || Character.isWhitespace(c));
        return plain ? field : '"' + field.replace("\\", "\\\\").replace("\"", "\"\"") + '"';
    }
}
