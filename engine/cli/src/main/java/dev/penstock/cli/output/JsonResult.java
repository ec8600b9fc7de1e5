package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.penstock.sql.QueryResult;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One object with the columns and the rows. */
record JsonResult() implements ResultRenderer {

    @Override
    public long render(QueryResult result, Terminal terminal) throws IOException {
        // A query that fails midway leaves the document open: closing it would make it look whole.
        var json = new JsonFactory()
                .createGenerator(terminal.untrusted())
                .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        try (json) {
            var indenter = new DefaultIndenter(" ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter()
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter));
            List<String> names = JsonRow.names(result);
            json.writeStartObject();
            json.writeArrayFieldStart("columns");
            for (int i = 0; i < names.size(); i++) {
                json.writeStartObject();
                json.writeStringField("name", names.get(i));
                json.writeStringField("data_type", result.columns().get(i).type());
                if (!names.get(i).equals(result.columns().get(i).name())) {
                    json.writeStringField("original_name", result.columns().get(i).name());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rows");
            long rows = 0;
            for (@Nullable Object[] row = result.next(); row != null; row = result.next()) {
                JsonRow.write(json, names, result, row);
                rows++;
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
            return rows;
        }
    }
}
