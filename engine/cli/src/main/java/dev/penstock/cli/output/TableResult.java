package dev.penstock.cli.output;

import dev.penstock.sql.QueryResult;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A framed table. The first rows say how wide the columns are; then rows are written as they come. What is wider than
 * its column goes on in the line below.
 */
record TableResult(boolean header) implements ResultRenderer {
    private static final int ROWS_MEASURED = 1000;
    private static final int NARROWEST = 12;
    private static final int WIDEST = 1024;

    @Override
    public long render(QueryResult result, Terminal terminal) throws IOException {
        List<String[]> first = new ArrayList<>();
        // Written even when the query fails midway: rows that came are rows.
        try (Writer out = terminal.untrusted()) {
            boolean whole = false;
            try {
                for (String[] row = next(result);
                        row != null;
                        row = first.size() < ROWS_MEASURED ? next(result) : null) {
                    first.add(row);
                }
                whole = true;
            } finally {
                if (whole || !first.isEmpty()) {
                    write(out, result, first, widths(result, first, terminal));
                }
            }
            int[] widths = widths(result, first, terminal);
            long rows = first.size();
            if (rows == ROWS_MEASURED) {
                for (String[] row = next(result); row != null; row = next(result)) {
                    row(out, row, widths, result);
                    rows++;
                }
            }
            rule(out, widths);
            return rows;
        }
    }

    private void write(Writer out, QueryResult result, List<String[]> rows, int[] widths) throws IOException {
        rule(out, widths);
        if (header) {
            row(out, result.columns().stream().map(column -> column.name()).toArray(String[]::new), widths, null);
            rule(out, widths);
        }
        for (String[] row : rows) {
            row(out, row, widths, result);
        }
    }

    private static String @Nullable [] next(QueryResult result) {
        @Nullable Object[] row = result.next();
        if (row == null) {
            return null;
        }
        String[] texts = new String[row.length];
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            texts[i] = value == null
                    ? "<null>"
                    : SafeText.lines(result.text(i, value)).replace("\t", "    ");
        }
        return texts;
    }

    /** As wide as the widest cell; where the terminal is narrower, the widest columns give way. */
    private static int[] widths(QueryResult result, List<String[]> rows, Terminal terminal) {
        int[] widths = new int[result.columns().size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.min(
                    WIDEST,
                    Math.max(
                            DisplayWidth.of(result.columns().get(i).name()),
                            rows.stream()
                                    .mapToInt(row -> widest(row[column]))
                                    .max()
                                    .orElse(0)));
        }
        if (terminal.columns().isPresent()) {
            int room = terminal.columns().getAsInt() - 3 * widths.length - 1;
            while (Arrays.stream(widths).sum() > room) {
                int widest = 0;
                for (int i = 1; i < widths.length; i++) {
                    widest = widths[i] > widths[widest] ? i : widest;
                }
                if (widths[widest] <= NARROWEST) {
                    break;
                }
                widths[widest]--;
            }
        }
        return widths;
    }

    private static int widest(String text) {
        return text.lines().mapToInt(DisplayWidth::of).max().orElse(0);
    }

    private static void rule(Writer out, int[] widths) throws IOException {
        for (int width : widths) {
            out.write("+" + "-".repeat(width + 2));
        }
        out.write("+\n");
    }

    private static void row(Writer out, String[] cells, int[] widths, @Nullable QueryResult result) throws IOException {
        List<List<String>> folded = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < cells.length; i++) {
            List<String> lines = folded(cells[i], widths[i]);
            folded.add(lines);
            height = Math.max(height, lines.size());
        }
        for (int line = 0; line < height; line++) {
            for (int i = 0; i < cells.length; i++) {
                String text = line < folded.get(i).size() ? folded.get(i).get(line) : "";
                String space = " ".repeat(Math.max(0, widths[i] - DisplayWidth.of(text)));
                out.write(isNumber(result, i) ? "| " + space + text + " " : "| " + text + space + " ");
            }
            out.write("|\n");
        }
    }

    private static boolean isNumber(@Nullable QueryResult result, int column) {
        return result != null
                && switch (result.columns().get(column).type()) {
                    case "int2", "int4", "int8", "numeric", "float4", "float8" -> true;
                    default -> false;
                };
    }

    private static List<String> folded(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String rest = line;
            while (DisplayWidth.of(rest) > width) {
                int end = Math.max(1, DisplayWidth.charactersIn(rest, width));
                int blank = rest.lastIndexOf(' ', end);
                int cut = blank > end / 2 ? blank : end;
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut).stripLeading();
            }
            lines.add(rest);
        }
        return lines;
    }
}
