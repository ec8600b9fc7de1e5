package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row as an object: booleans, integers, doubles and JSON as such, everything else as PostgreSQL's text. */
final class JsonRow {
    private JsonRow() {}

    /** The names of the columns, made unique with a number where two are the same. */
    static List<String> names(ResultRows result) {
        var seen = new HashSet<String>();
        var names = new ArrayList<String>();
        for (var column : result.columns()) {
            String name = column.name();
            for (int i = 2; !seen.add(name); i++) {
                name = column.name() + "_" + i;
            }
            names.add(name);
        }
        return names;
    }

    static void write(JsonGenerator json, List<String> names, ResultRows result, @Nullable Object[] row)
            throws IOException {
        json.writeStartObject();
        for (int i = 0; i < row.length; i++) {
            json.writeFieldName(names.get(i));
            value(json, result, i, row[i]);
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, ResultRows result, int column, @Nullable Object value)
            throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Double number && Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            switch (result.columns().get(column).type()) {
                case "int2", "int4", "int8" -> json.writeNumber((Long) value);
                case "jsonb", "json" -> json.writeRawValue(result.text(column, value));
                default -> json.writeString(result.text(column, value));
            }
        }
    }
}
