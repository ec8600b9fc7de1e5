package dev.penstock.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.penstock.sql.ResultColumn;
import java.io.IOException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** RFC 4180 with line feeds; NULL is an empty field. */
record CsvResult(boolean header, char separator) implements ResultRenderer {

    @Override
    public long render(ResultRows result, Terminal terminal) throws IOException {
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.LF)
                .build(terminal.untrusted())) {
            if (header) {
                csv.writeRecord(
                        result.columns().stream().map(ResultColumn::name).toList());
            }
            long rows = 0;
            for (@Nullable Object[] row = result.next(); row != null; row = result.next()) {
                var fields = new ArrayList<String>();
                for (int i = 0; i < row.length; i++) {
                    Object value = row[i];
                    fields.add(value == null ? "" : result.text(i, value));
                }
                csv.writeRecord(fields);
                rows++;
            }
            return rows;
        }
    }
}
