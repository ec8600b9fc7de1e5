package dev.penstock.sql.function;

import java.util.ArrayList;
import java.util.List;

/**
 * The type of a row, written as {@code record("name" type, ...)}: names and types of its fields.
 *
 * @param names of the fields
 * @param types of the fields
 */
public record RecordType(List<String> names, List<String> types) {
    private static final String OPENING = "record(";

    /** The name of a row's type. */
    public static String name(List<String> names, List<String> types) {
        var fields = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            fields.add('"' + names.get(i).replace("\"", "\"\"") + "\" " + types.get(i));
        }
        return OPENING + String.join(", ", fields) + ")";
    }

    /** The row behind a name that {@link #name} made. */
    static RecordType of(String name) {
        var names = new ArrayList<String>();
        var types = new ArrayList<String>();
        int at = OPENING.length();
        while (at < name.length() && name.charAt(at) == '"') {
            int end = at + 1;
            while (name.charAt(end) != '"' || name.charAt(end + 1) == '"') {
                end += name.charAt(end) == '"' ? 2 : 1;
            }
            names.add(name.substring(at + 1, end).replace("\"\"", "\""));
            int start = end + 2;
            int stop = start;
            int depth = 0;
            boolean quoted = false;
            while (depth > 0 || quoted || (name.charAt(stop) != ',' && name.charAt(stop) != ')')) {
                char c = name.charAt(stop++);
                quoted ^= c == '"';
                depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            types.add(name.substring(start, stop));
            at = stop + 2;
        }
        return new RecordType(names, types);
    }
}
