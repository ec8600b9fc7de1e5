package dev.penstock.tables.aws.iam;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a credential report.
 *
 * @param values by the names of the report's columns
 * @param generated when the report was made
 */
record CredentialReportLine(
        Map<String, String> values, @Nullable Instant generated) {
    private static final Set<String> NOTHING = Set.of("N/A", "not_supported", "no_information");

    /** Copies the values. */
    CredentialReportLine {
        values = Map.copyOf(values);
    }

    /** The lines of a report; its columns are known by their names, whatever their order. */
    static List<CredentialReportLine> read(String csv, @Nullable Instant generated) {
        List<String> lines = csv.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a credential report without a line of names");
        }
        List<String> names = fields(lines.get(0));
        return lines.stream()
                .skip(1)
                .map(line -> line(names, fields(line), generated))
                .toList();
    }

    private static CredentialReportLine line(List<String> names, List<String> fields, @Nullable Instant generated) {
        if (fields.size() != names.size()) {
            throw new IllegalArgumentException(
                    "a line of the credential report has " + fields.size() + " fields instead of " + names.size());
        }
        var values = new HashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), fields.get(i));
        }
        return new CredentialReportLine(values, generated);
    }

    /** RFC 4180: a field in quotes can hold commas, and quotes that are doubled. User names can hold commas. */
    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** The text as it stands; empty where the report has no such column. */
    String raw(String name) {
        return values.getOrDefault(name, "");
    }

    /** The text, NULL where the report says that there is none. */
    @Nullable
    String text(String name) {
        String value = raw(name);
        return value.isEmpty() || NOTHING.contains(value) ? null : value;
    }

    /** The time, NULL where the report says that there is none. */
    @Nullable
    Instant time(String name) {
        String value = text(name);
        return value == null ? null : OffsetDateTime.parse(value).toInstant();
    }

    /** Whether the report says true; anything else is false, also what it says of root's password. */
    boolean flag(String name) {
        return raw(name).equals("true");
    }
}
