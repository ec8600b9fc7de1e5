package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.penstock.spi.value.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A short list in columns, or as an array of objects.
 *
 * @param columns lower case
 * @param rows one text for each column
 */
public record NameTable(List<String> columns, List<List<String>> rows) {
    private static final int NARROWEST = 20;

    /** Copies the lists. */
    public NameTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Writes it. */
    public void print(Terminal terminal, ListStyle style) throws IOException {
        try (Writer out = terminal.untrusted()) {
            switch (style) {
                case PRETTY, PLAIN -> text(out, terminal.columns());
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

    /** On a terminal, the last column goes on in lines below. */
    private void text(Writer out, OptionalInt columnsOfTerminal) throws IOException {
        int[] widths = IntStream.range(0, columns.size())
                .map(i -> rows.stream()
                        .mapToInt(row -> DisplayWidth.of(SafeText.line(row.get(i))))
                        .reduce(columns.get(i).length(), Math::max))
                .toArray();
        int last = columns.size() - 1;
        int before = IntStream.range(0, last).map(i -> widths[i] + 2).sum();
        int room = Math.max(NARROWEST, columnsOfTerminal.orElse(Integer.MAX_VALUE) - before);
        line(out, columns.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList(), widths);
        for (List<String> row : rows) {
            var cells = new ArrayList<>(row.stream().map(SafeText::line).toList());
            List<String> folded = CellText.folded(cells.get(last), room);
            cells.set(last, folded.get(0));
            line(out, cells, widths);
            for (String rest : folded.subList(1, folded.size())) {
                out.write(" ".repeat(before) + rest + "\n");
            }
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
