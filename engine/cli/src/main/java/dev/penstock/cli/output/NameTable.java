package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.penstock.spi.value.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A short list in columns, or as an array of objects.
 *
 * @param columns lower case
 * @param rows one text for each column
 */
public record NameTable(List<String> columns, List<List<String>> rows) {

    /** Copies the lists. */
    public NameTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Writes it. */
    public void print(Terminal terminal, ListStyle style) throws IOException {
        try (Writer out = terminal.untrusted()) {
            switch (style) {
                case PRETTY, PLAIN -> text(out);
                case JSON -> json(out);
                case YAML -> yaml(out);
            }
        }
    }

    /** Writes it for people, or as JSON. */
    public void print(Terminal terminal, boolean asJson) throws IOException {
        print(terminal, asJson ? ListStyle.JSON : ListStyle.PRETTY);
    }

    /** Every text in double quotes, whose escapes YAML shares with JSON. */
    private void yaml(Writer out) throws IOException {
        if (rows.isEmpty()) {
            out.write("[]\n");
        }
        for (List<String> row : rows) {
            for (int i = 0; i < columns.size(); i++) {
                out.write((i == 0 ? "- " : "  ") + columns.get(i) + ": " + Json.text(row.get(i)) + "\n");
            }
        }
    }

    private void text(Writer out) throws IOException {
        int[] widths = IntStream.range(0, columns.size())
                .map(i -> rows.stream()
                        .mapToInt(row -> DisplayWidth.of(SafeText.line(row.get(i))))
                        .reduce(columns.get(i).length(), Math::max))
                .toArray();
        line(out, columns.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList(), widths);
        for (List<String> row : rows) {
            line(out, row.stream().map(SafeText::line).toList(), widths);
        }
    }

    private static void line(Writer out, List<String> cells, int[] widths) throws IOException {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(cells.get(i)).append(" ".repeat(widths[i] - DisplayWidth.of(cells.get(i)) + 2));
        }
        out.write(line.toString().stripTrailing() + "\n");
    }

    private void json(Writer out) throws IOException {
        try (JsonGenerator json = PrettyJson.to(out, "  ")) {
            json.writeStartArray();
            for (List<String> row : rows) {
                json.writeStartObject();
                for (int i = 0; i < columns.size(); i++) {
                    json.writeStringField(columns.get(i), row.get(i));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }
}
