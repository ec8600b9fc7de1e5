package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A snapshot that the peer's viewer shows: a dashboard of one table. The time of the end stands last: rows stream. */
record SnapshotResult(Clock clock) implements ResultRenderer {
    private static final String DASHBOARD = "custom.dashboard.sql";
    private static final String TABLE = "custom.table.results";

    @Override
    public long render(ResultRows result, Terminal terminal) throws IOException {
        try (JsonGenerator json = PeerJson.pretty(terminal.untrusted(), "  ")) {
            json.writeStartObject();
            json.writeObjectFieldStart("inputs");
            json.writeEndObject();
            layout(json);
            json.writeStringField("start_time", clock.instant().toString());
            json.writeObjectFieldStart("panels");
            json.writeObjectFieldStart(DASHBOARD);
            panel(json, DASHBOARD, "dashboard");
            json.writeStringField("title", "Custom query");
            json.writeEndObject();
            json.writeObjectFieldStart(TABLE);
            long rows = data(json, result);
            panel(json, TABLE, "table");
            json.writeObjectFieldStart("properties");
            json.writeStringField("name", "results");
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeStringField("schema_version", SnapshotReport.SCHEMA_VERSION);
            json.writeArrayFieldStart("search_path");
            json.writeEndArray();
            json.writeObjectFieldStart("variables");
            json.writeEndObject();
            json.writeStringField("end_time", clock.instant().toString());
            json.writeEndObject();
            json.writeRaw('\n');
            return rows;
        }
    }

    private static void layout(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("layout");
        json.writeArrayFieldStart("children");
        json.writeStartObject();
        json.writeStringField("name", TABLE);
        json.writeStringField("panel_type", "table");
        json.writeEndObject();
        json.writeEndArray();
        json.writeStringField("name", DASHBOARD);
        json.writeStringField("panel_type", "dashboard");
        json.writeEndObject();
    }

    private static void panel(JsonGenerator json, String name, String type) throws IOException {
        json.writeStringField("dashboard", DASHBOARD);
        json.writeStringField("name", name);
        json.writeStringField("panel_type", type);
        json.writeStringField("status", "complete");
    }

    private static long data(JsonGenerator json, ResultRows result) throws IOException {
        List<String> names = JsonRow.names(result);
        json.writeObjectFieldStart("data");
        json.writeArrayFieldStart("columns");
        for (int i = 0; i < names.size(); i++) {
            json.writeStartObject();
            json.writeStringField("data_type", result.columns().get(i).type().toUpperCase(Locale.ROOT));
            json.writeStringField("name", names.get(i));
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
        return rows;
    }
}
