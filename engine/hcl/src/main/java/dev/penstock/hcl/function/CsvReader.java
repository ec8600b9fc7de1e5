package dev.penstock.hcl.function;

import dev.penstock.hcl.HclType;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.ValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Comma-separated values to a list of objects; the first line has the names. */
final class CsvReader {
    private final String csv;
    private int place;
    private int line = 1;

    private CsvReader(String csv) {
        this.csv = csv.replace("\r\n", "\n");
    }

    static HclValue read(String csv) {
        var reader = new CsvReader(csv);
        List<String> names = reader.record();
        if (names.isEmpty()) {
            throw new ValueException(0, "the line of names is missing");
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new ValueException(0, "two columns have the same name");
        }
        List<HclValue> rows = new ArrayList<>();
        for (List<String> row = reader.record(); !row.isEmpty(); row = reader.record()) {
            if (row.size() != names.size()) {
                throw new ValueException(0, "line " + reader.line + " has another number of columns than the first");
            }
            rows.add(row(names, row));
        }
        Map<String, HclType> types = new LinkedHashMap<>();
        names.forEach(name -> types.put(name, Primitive.STRING));
        return HclValue.Sequence.list(new HclType.Objects(types), rows);
    }

    private static HclValue row(List<String> names, List<String> row) {
        Map<String, HclValue> entries = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            entries.put(names.get(i), new HclValue.Text(row.get(i)));
        }
        return HclValue.Dictionary.object(entries);
    }

    /** The fields of the next line that is not empty; none at the end. */
    private List<String> record() {
        while (place < csv.length() && csv.charAt(place) == '\n') {
            place++;
            line++;
        }
        List<String> fields = new ArrayList<>();
        if (place >= csv.length()) {
            return fields;
        }
        do {
            fields.add(csv.startsWith("\"", place) ? quoted() : bare());
        } while (take(','));
        if (place < csv.length() && !take('\n')) {
            throw new ValueException(0, "line " + line + " has text behind a closing quote");
        }
        return fields;
    }

    private boolean take(char c) {
        boolean there = place < csv.length() && csv.charAt(place) == c;
        place += there ? 1 : 0;
        return there;
    }

    private String bare() {
        int start = place;
        while (place < csv.length() && csv.charAt(place) != ',' && csv.charAt(place) != '\n') {
            if (csv.charAt(place) == '"') {
                throw new ValueException(0, "line " + line + " has a quote inside of a field");
            }
            place++;
        }
        return csv.substring(start, place);
    }

    private String quoted() {
        var field = new StringBuilder();
        place++;
        while (true) {
            int end = csv.indexOf('"', place);
            if (end < 0) {
                throw new ValueException(0, "line " + line + " has a quote that is not closed");
            }
            field.append(csv, place, end);
            place = end + 1;
            if (!take('"')) {
                return field.toString();
            }
            field.append('"');
        }
    }
}
