package dev.penstock.cli.output;

import dev.penstock.cli.output.ResultStyle.Lines;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A framed table. The first rows say how wide the columns are; then rows are written as they come. What is wider than
 * its column goes on in the line below. Where even narrow columns don't fit, rows are shown value by value.
 */
record TableResult(ResultStyle style) implements ResultRenderer {
    private static final int ROWS_MEASURED = 1000;
    private static final int ENOUGH_FOR_A_PAGE = 50;
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int NARROWEST = 12;
    private static final int WIDEST = 1024;

    @Override
    public long render(ResultRows result, Terminal terminal) throws IOException {
        if (style.lines() == Lines.ON) {
            return new LineResult(style.prettyJson()).render(result, terminal);
        }
        var rows = new HeldRows(result);
        var cells = new CellText(style.prettyJson(), true);
        int[] natural = result.columns().stream()
                .mapToInt(column -> DisplayWidth.of(SafeText.line(column.name())))
                .toArray();
        RuntimeException failure = measure(rows, cells, natural);
        if (style.lines() == Lines.AUTO && !fits(natural, terminal)) {
            return rethrown(failure, new LineResult(style.prettyJson()).render(rows, terminal));
        }
        if (failure != null && rows.isEmpty()) {
            throw failure;
        }
        // Written even when the query fails midway: rows that came are rows.
        try (Writer out = terminal.trusted()) {
            var frame = new Frame(out, rows, narrowed(natural, terminal), new TableColours(terminal.colours()));
            return rethrown(failure, frame.write(cells, style.header(), failure == null));
        }
    }

    private static long rethrown(@Nullable RuntimeException failure, long rows) {
        if (failure != null) {
            throw failure;
        }
        return rows;
    }

    /** Reads the first rows, no longer than a reader's patience lasts; what went wrong is told when they are shown. */
    private static @Nullable RuntimeException measure(HeldRows rows, CellText cells, int[] natural) {
        long began = System.nanoTime();
        try {
            for (int i = 0; i < ROWS_MEASURED; i++) {
                @Nullable Object[] row = rows.peek();
                if (row == null || (i >= ENOUGH_FOR_A_PAGE && System.nanoTime() - began > PATIENCE)) {
                    return null;
                }
                for (int column = 0; column < row.length; column++) {
                    natural[column] =
                            Math.max(natural[column], Math.min(WIDEST, widest(cells.of(rows, column, row[column]))));
                }
            }
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static int widest(String text) {
        return text.lines().mapToInt(DisplayWidth::of).max().orElse(0);
    }

    private static boolean fits(int[] natural, Terminal terminal) {
        int least =
                Arrays.stream(natural).map(width -> Math.min(width, NARROWEST)).sum();
        return terminal.columns().isEmpty()
                || least + 3 * natural.length + 1 <= terminal.columns().getAsInt();
    }

    /** Where the terminal is narrower than the columns, the widest give way. */
    private static int[] narrowed(int[] natural, Terminal terminal) {
        int[] widths = natural.clone();
        int room = terminal.columns().orElse(Integer.MAX_VALUE) - 3 * widths.length - 1;
        while (Arrays.stream(widths).asLongStream().sum() > room) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    /** The lines of the table. */
    private static final class Frame {
        private final Writer out;
        private final ResultRows rows;
        private final int[] widths;
        private final TableColours colours;

        Frame(Writer out, ResultRows rows, int[] widths, TableColours colours) {
            this.out = out;
            this.rows = rows;
            this.widths = widths;
            this.colours = colours;
        }

        long write(CellText cells, boolean header, boolean whole) throws IOException {
            rule();
            if (header) {
                line(
                        rows.columns().stream()
                                .map(column -> SafeText.line(column.name()))
                                .toArray(String[]::new),
                        true,
                        null);
                rule();
            }
            long count = 0;
            for (@Nullable Object[] row = rows.next(); row != null; row = rows.next()) {
                String[] texts = new String[row.length];
                for (int i = 0; i < row.length; i++) {
                    texts[i] = cells.of(rows, i, row[i]);
                }
                line(texts, false, row);
                count++;
                if (count == ENOUGH_FOR_A_PAGE) {
                    out.flush();
                }
            }
            if (whole) {
                rule();
            }
            return count;
        }

        private void rule() throws IOException {
            var line = new StringBuilder();
            for (int width : widths) {
                line.append('+').append("-".repeat(width + 2));
            }
            out.write(colours.frame(line.append('+').toString()) + "\n");
        }

        private void line(String[] cells, boolean heading, @Nullable Object @Nullable [] row) throws IOException {
            List<List<String>> folded = new ArrayList<>();
            int height = 1;
            for (int i = 0; i < cells.length; i++) {
                List<String> lines = CellText.folded(cells[i], widths[i]);
                folded.add(lines);
                height = Math.max(height, lines.size());
            }
            String bar = colours.frame("|");
            for (int line = 0; line < height; line++) {
                for (int i = 0; i < cells.length; i++) {
                    String text = line < folded.get(i).size() ? folded.get(i).get(line) : "";
                    String space = " ".repeat(Math.max(0, widths[i] - DisplayWidth.of(text)));
                    boolean right =
                            !heading && CellText.isNumber(rows.columns().get(i).type());
                    String shown = heading
                            ? colours.heading(text)
                            : row != null && row[i] == null ? colours.nothing(text) : text;
                    out.write(bar + " " + (right ? space + shown : shown + space) + " ");
                }
                out.write(bar + "\n");
            }
        }
    }
}
