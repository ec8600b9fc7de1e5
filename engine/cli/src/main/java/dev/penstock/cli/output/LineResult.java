package dev.penstock.cli.output;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * A line for each value, a heading for each row.
 *
 * @param prettyJson whether JSON is laid out over several lines
 */
record LineResult(boolean prettyJson) implements ResultRenderer {
    private static final int DASHES = 75;
    private static final int NARROWEST = 20;

    @Override
    public long render(ResultRows result, Terminal terminal) throws IOException {
        int width = result.columns().stream()
                .mapToInt(column -> DisplayWidth.of(SafeText.line(column.name())))
                .max()
                .orElse(0);
        int room = terminal.columns().isEmpty()
                ? Integer.MAX_VALUE
                : Math.max(NARROWEST, terminal.columns().getAsInt() - width - " |  +".length());
        var cells = new CellText(prettyJson, terminal.outIsTerminal());
        var colours = new TableColours(terminal.colours());
        try (Writer out = terminal.trusted()) {
            long rows = 0;
            for (@Nullable Object[] row = result.next(); row != null; row = result.next()) {
                rows++;
                out.write(colours.frame(heading(rows, terminal)) + "\n");
                for (int i = 0; i < row.length; i++) {
                    String name = SafeText.line(result.columns().get(i).name());
                    String text = cells.of(result, i, row[i]);
                    String value = String.join(" +\n" + " ".repeat(width) + " | ", CellText.folded(text, room));
                    out.write(colours.heading(name) + " ".repeat(width - DisplayWidth.of(name)) + " | "
                            + (row[i] == null ? colours.nothing(value) : value) + "\n");
                }
            }
            return rows;
        }
    }

    private static String heading(long row, Terminal terminal) {
        String begin = "-[ RECORD " + row + "  ]";
        int most = terminal.columns().orElse(Integer.MAX_VALUE) - begin.length();
        return begin + "-".repeat(Math.max(0, Math.min(DASHES, most)));
    }
}
