package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.penstock.spi.table.Example;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A table's page as a JSON object. */
record JsonPage(Writer out) {
    void write(TablePage page) throws IOException {
        try (JsonGenerator json = PrettyJson.to(out, "  ")) {
            json.writeStartObject();
            json.writeStringField("name", page.name());
            json.writeStringField("description", page.description());
            texts(json, "rows", page.rows());
            json.writeArrayFieldStart("columns");
            for (TablePage.PageColumn column : page.columns()) {
                json.writeStartObject();
                json.writeStringField("name", column.name());
                json.writeStringField("type", column.type());
                json.writeBooleanField("key", column.key());
                texts(json, "calls", column.calls());
                json.writeStringField("description", column.description());
                json.writeEndObject();
            }
            json.writeEndArray();
            texts(json, "permissions", page.permissions());
            json.writeArrayFieldStart("examples");
            for (Example example : page.examples()) {
                json.writeStartObject();
                json.writeStringField("question", example.question());
                json.writeStringField("sql", example.sql());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
