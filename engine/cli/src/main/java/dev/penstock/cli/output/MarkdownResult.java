package dev.penstock.cli.output;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table of GitHub's Markdown. NULL is an empty cell, and an empty text is {@code ""}. */
record MarkdownResult() implements ResultRenderer {

    @Override
    public long render(ResultRows result, Terminal terminal) throws IOException {
        try (Writer out = terminal.untrusted()) {
            out.write(result.columns().stream()
                    .map(column -> MarkdownText.line(column.name()))
                    .collect(Collectors.joining(" | ", "| ", " |\n")));
            out.write(result.columns().stream()
                    .map(column -> CellText.isNumber(column.type()) ? "---:" : "---")
                    .collect(Collectors.joining(" | ", "| ", " |\n")));
            long rows = 0;
            for (@Nullable Object[] row = result.next(); row != null; row = result.next()) {
                var line = new StringBuilder("|");
                for (int i = 0; i < row.length; i++) {
                    line.append(' ').append(cell(result, i, row[i])).append(" |");
                }
                out.write(line.append('\n').toString());
                rows++;
            }
            return rows;
        }
    }

    private static String cell(ResultRows result, int column, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = MarkdownText.line(result.text(column, value));
        return text.isEmpty() ? "\"\"" : text;
    }
}
