package dev.penstock.cli.output;

import dev.penstock.sql.QueryResult;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** A line for each value, a heading for each row. */
record LineResult() implements ResultRenderer {

    @Override
    public long render(QueryResult result, Terminal terminal) throws IOException {
        int width = result.columns().stream()
                .mapToInt(column -> DisplayWidth.of(column.name()))
                .max()
                .orElse(0);
        try (Writer out = terminal.untrusted()) {
            long rows = 0;
            for (@Nullable Object[] row = result.next(); row != null; row = result.next()) {
                rows++;
                out.write("-[ RECORD " + rows + "  ]" + "-".repeat(75) + "\n");
                for (int i = 0; i < row.length; i++) {
                    String name = result.columns().get(i).name();
                    Object value = row[i];
                    String text = value == null ? "<null>" : result.text(i, value);
                    out.write(name + " ".repeat(width - DisplayWidth.of(name)) + " | "
                            + text.replace("\n", " +\n" + " ".repeat(width) + " | ") + "\n");
                }
            }
            return rows;
        }
    }
}
