package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;

/**
 * What may be called, as a policy document of IAM.
 *
 * @param needed actions without which there may be no answer
 * @param optional actions without which the same answer takes other calls
 */
public record PermissionsPolicy(Collection<String> needed, Collection<String> optional) {

    /** Prints the document. A part without actions is left out, because the grammar wants at least one. */
    public void print(Terminal terminal) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator json = PrettyJson.to(text, "  ")) {
            json.writeStartObject();
            json.writeStringField("Version", "2012-10-17");
            json.writeArrayFieldStart("Statement");
            statement(json, "Needed", needed);
            statement(json, "Optional", optional);
            json.writeEndArray();
            json.writeEndObject();
        }
        terminal.out().println(text);
        terminal.out().flush();
    }

    private static void statement(JsonGenerator json, String id, Collection<String> actions) throws IOException {
        if (actions.isEmpty()) {
            return;
        }
        json.writeStartObject();
        json.writeStringField("Sid", id);
        json.writeStringField("Effect", "Allow");
        json.writeArrayFieldStart("Action");
        for (String action : actions) {
            json.writeString(action);
        }
        json.writeEndArray();
        json.writeStringField("Resource", "*");
        json.writeEndObject();
    }
}
