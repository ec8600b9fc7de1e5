package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One object with the columns and the rows. */
record JsonResult() implements ResultRenderer {

    @Override
    public long render(ResultRows result, Terminal terminal) throws IOException {
        try (JsonGenerator json = PrettyJson.to(terminal.untrusted(), " ")) {
            List<String> names = JsonRow.names(result);
            json.writeStartObject();
            json.writeArrayFieldStart("columns");
            for (int i = 0; i < names.size(); i++) {
                json.writeStartObject();
                json.writeStringField("name", names.get(i));
                json.writeStringField("data_type", result.columns().get(i).type());
                if (!names.get(i).equals(result.columns().get(i).name())) {
                    json.writeStringField(
                            "original_name", result.columns().get(i).name());
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
