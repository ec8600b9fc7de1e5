package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.penstock.controls.model.Benchmark;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.RunError;
import dev.penstock.controls.model.StatusCounts;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** The tree of a run for programs, as one document. */
record JsonReport(ReportSettings.Origin origin) implements CheckRenderer {
    private static final int COMPLETE = 4;
    private static final int FAILED = 8;

    @Override
    public void write(CheckReport report, Writer out) throws IOException {
        JsonGenerator json = PeerJson.pretty(out, "  ");
        ReportNode root = ReportRoot.of(report, origin.mod());
        group(json, "root_result_group", root.node().title(), "", Map.of(), root.counts(), List.of(root));
        json.writeRaw('\n');
        json.flush();
    }

    private void group(
            JsonGenerator json,
            String id,
            String title,
            String description,
            Map<String, String> tags,
            StatusCounts counts,
            List<ReportNode> children)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("group_id", id);
        json.writeStringField("title", title);
        json.writeStringField("description", description);
        PeerJson.field(json, "tags", tags);
        json.writeObjectFieldStart("summary");
        json.writeFieldName("status");
        counts(json, counts);
        json.writeEndObject();
        json.writeArrayFieldStart("groups");
        for (ReportNode child : children) {
            if (child instanceof ReportNode.Group inner) {
                Benchmark node = inner.node();
                group(
                        json,
                        node.fullName(),
                        node.title(),
                        node.description(),
                        node.tags(),
                        inner.counts(),
                        inner.children());
            }
        }
        json.writeEndArray();
        checks(json, children);
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, StatusCounts counts) throws IOException {
        json.writeStartObject();
        json.writeNumberField("alarm", counts.alarm());
        json.writeNumberField("ok", counts.ok());
        json.writeNumberField("info", counts.info());
        json.writeNumberField("skip", counts.skip());
        json.writeNumberField("error", counts.error());
        // The peer knows no such status, so nothing of it is there unless something is exempt.
        if (counts.exempt() > 0) {
            json.writeNumberField("exempt", counts.exempt());
        }
        json.writeEndObject();
    }

    private void checks(JsonGenerator json, List<ReportNode> children) throws IOException {
        if (children.stream().noneMatch(ReportNode.Check.class::isInstance)) {
            json.writeNullField("controls");
            return;
        }
        json.writeArrayFieldStart("controls");
        for (ReportNode child : children) {
            if (child instanceof ReportNode.Check check) {
                check(json, check);
            }
        }
        json.writeEndArray();
    }

    private void check(JsonGenerator json, ReportNode.Check check) throws IOException {
        json.writeStartObject();
        json.writeFieldName("summary");
        counts(json, check.counts());
        if (check.results().isEmpty()) {
            json.writeNullField("results");
        } else {
            json.writeArrayFieldStart("results");
            for (ControlResult result : check.results()) {
                result(json, result);
            }
            json.writeEndArray();
        }
        json.writeStringField("control_id", ReportRoot.controlId(check.node(), origin.mod()));
        json.writeStringField("description", check.node().description());
        json.writeStringField("severity", check.node().severity());
        PeerJson.field(json, "tags", check.node().tags());
        json.writeStringField("title", check.node().title());
        json.writeNumberField("run_status", check.error().isPresent() ? FAILED : COMPLETE);
        json.writeStringField("run_error", check.error().map(RunError::message).orElse(""));
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, ControlResult result) throws IOException {
        json.writeStartObject();
        json.writeStringField("reason", result.reason());
        json.writeStringField("resource", result.resource());
        json.writeStringField("status", result.status().text());
        if (result.dimensions().isEmpty()) {
            json.writeNullField("dimensions");
        } else {
            json.writeArrayFieldStart("dimensions");
            for (Dimension dimension : result.dimensions()) {
                json.writeStartObject();
                json.writeStringField("key", dimension.key());
                json.writeStringField("value", dimension.value());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (result.decision().isPresent()) {
            PeerJson.field(json, result.decision().get());
        }
        json.writeEndObject();
    }
}
