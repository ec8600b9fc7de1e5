package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.RunError;
import dev.penstock.controls.model.Status;
import dev.penstock.controls.model.StatusCounts;
import java.io.IOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A snapshot that the peer's viewer shows. Keys are sorted, as there.
 *
 * @param compact whether it is on one line
 */
record SnapshotReport(ReportSettings.Origin origin, boolean compact) implements CheckRenderer {
    static final String SCHEMA_VERSION = "20240607";

    @Override
    public void write(CheckReport report, Writer out) throws IOException {
        ReportNode root = ReportRoot.of(report, origin.mod());
        JsonGenerator json = compact ? PeerJson.compact(out) : PeerJson.pretty(out, "  ");
        json.writeStartObject();
        json.writeStringField("end_time", DateTimeFormatter.ISO_INSTANT.format(report.ended()));
        json.writeObjectFieldStart("inputs");
        json.writeEndObject();
        json.writeFieldName("layout");
        layout(json, root);
        json.writeObjectFieldStart("panels");
        for (ReportNode panel : panels(root).values()) {
            json.writeFieldName(panel.node().fullName());
            if (panel instanceof ReportNode.Group group) {
                group(json, group, group == root);
            } else {
                check(json, (ReportNode.Check) panel);
            }
        }
        json.writeEndObject();
        json.writeStringField("schema_version", SCHEMA_VERSION);
        json.writeArrayFieldStart("search_path");
        json.writeEndArray();
        json.writeStringField("start_time", DateTimeFormatter.ISO_INSTANT.format(report.started()));
        PeerJson.field(json, "variables", origin.variables());
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    private static void layout(JsonGenerator json, ReportNode node) throws IOException {
        json.writeStartObject();
        if (node instanceof ReportNode.Group group && !group.children().isEmpty()) {
            json.writeArrayFieldStart("children");
            for (ReportNode child : group.children()) {
                layout(json, child);
            }
            json.writeEndArray();
        }
        json.writeStringField("name", node.node().fullName());
        json.writeStringField("panel_type", node instanceof ReportNode.Group ? "benchmark" : "control");
        json.writeEndObject();
    }

    private static Map<String, ReportNode> panels(ReportNode root) {
        var panels = new TreeMap<String, ReportNode>();
        collect(root, panels);
        return panels;
    }

    private static void collect(ReportNode node, Map<String, ReportNode> panels) {
        panels.put(node.node().fullName(), node);
        if (node instanceof ReportNode.Group group) {
            group.children().forEach(child -> collect(child, panels));
        }
    }

    private static void group(JsonGenerator json, ReportNode.Group group, boolean root) throws IOException {
        json.writeStartObject();
        if (root) {
            json.writeStringField("benchmark_type", "control");
        }
        unlessEmpty(json, "description", group.node().description());
        json.writeStringField("name", group.node().fullName());
        json.writeStringField("panel_type", "benchmark");
        json.writeStringField("status", "complete");
        json.writeObjectFieldStart("summary");
        json.writeFieldName("status");
        counts(json, group.counts());
        json.writeEndObject();
        tags(json, group.node().tags());
        unlessEmpty(json, "title", group.node().title());
        json.writeEndObject();
    }

    private static void check(JsonGenerator json, ReportNode.Check check) throws IOException {
        Control control = check.node();
        json.writeStartObject();
        if (check.error().isPresent()) {
            json.writeNullField("data");
        } else {
            data(json, check);
        }
        unlessEmpty(json, "description", control.description());
        unlessEmpty(json, "error", check.error().map(RunError::message).orElse(""));
        json.writeStringField("name", control.fullName());
        json.writeStringField("panel_type", "control");
        json.writeObjectFieldStart("properties");
        json.writeStringField("name", control.name());
        unlessEmpty(json, "severity", control.severity());
        json.writeEndObject();
        json.writeStringField("status", status(check));
        json.writeFieldName("summary");
        counts(json, check.counts());
        tags(json, control.tags());
        unlessEmpty(json, "title", control.title());
        json.writeEndObject();
    }

    private static String status(ReportNode.Check check) {
        return check.error()
                .map(error -> error.kind() == RunError.Kind.CANCELED ? "canceled" : "error")
                .orElse("complete");
    }

    private static void data(JsonGenerator json, ReportNode.Check check) throws IOException {
        Set<String> dimensions = new LinkedHashSet<>();
        Set<String> decisions = new LinkedHashSet<>();
        for (ControlResult result : check.results()) {
            result.dimensions().forEach(dimension -> dimensions.add(dimension.key()));
            result.decision()
                    .ifPresent(decision -> decisions.addAll(decision.columns().keySet()));
        }
        dimensions.addAll(decisions);
        json.writeObjectFieldStart("data");
        json.writeArrayFieldStart("columns");
        for (String name : new String[] {"reason", "resource", "status"}) {
            column(json, name);
        }
        for (String name : dimensions) {
            column(json, name);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
        for (ControlResult result : check.results()) {
            row(json, result);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void column(JsonGenerator json, String name) throws IOException {
        json.writeStartObject();
        json.writeStringField("data_type", "TEXT");
        json.writeStringField("name", name);
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, ControlResult result) throws IOException {
        var values = new TreeMap<String, String>();
        for (Dimension dimension : result.dimensions()) {
            values.put(dimension.key(), dimension.value());
        }
        result.decision().ifPresent(decision -> values.putAll(decision.columns()));
        values.put("reason", result.reason());
        values.put("resource", result.resource());
        // The viewer knows no other status for what is there and does not count.
        Status status = result.status() == Status.EXEMPT ? Status.SKIP : result.status();
        values.put("status", status.text());
        json.writeStartObject();
        for (var value : values.entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, StatusCounts counts) throws IOException {
        json.writeStartObject();
        json.writeNumberField("alarm", counts.alarm());
        json.writeNumberField("error", counts.error());
        json.writeNumberField("info", counts.info());
        json.writeNumberField("ok", counts.ok());
        json.writeNumberField("skip", counts.skip() + counts.exempt());
        json.writeEndObject();
    }

    private static void tags(JsonGenerator json, Map<String, String> tags) throws IOException {
        if (!tags.isEmpty()) {
            PeerJson.field(json, "tags", tags);
        }
    }

    private static void unlessEmpty(JsonGenerator json, String name, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(name, text);
        }
    }
}
