package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One object on a line for each row. */
record JsonLinesResult() implements ResultRenderer {

    @Override
    public long render(ResultRows result, Terminal terminal) throws IOException {
        var json = new JsonFactory()
                .createGenerator(terminal.untrusted())
                .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        try (json) {
            json.setPrettyPrinter(new MinimalPrettyPrinter(""));
            List<String> names = JsonRow.names(result);
            long rows = 0;
            for (@Nullable Object[] row = result.next(); row != null; row = result.next()) {
                JsonRow.write(json, names, result, row);
                json.writeRaw('\n');
                rows++;
            }
            return rows;
        }
    }
}
