package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.penstock.controls.model.CheckNode;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.RunError;
import dev.penstock.controls.model.StatusCounts;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The tree of a run for programs; one document for each root. */
record JsonReport() implements CheckRenderer {
    private static final int COMPLETE = 4;
    private static final int FAILED = 8;

    @Override
    public void render(CheckReport report, Terminal terminal) throws IOException {
        try (JsonGenerator json = PrettyJson.to(terminal.untrusted(), "  ")) {
            for (ReportNode root : report.roots()) {
                root(json, root);
                json.writeRaw('\n');
            }
        }
    }

    private static void root(JsonGenerator json, ReportNode root) throws IOException {
        json.writeStartObject();
        json.writeStringField("group_id", "root_result_group");
        json.writeStringField("title", root.node().title());
        json.writeStringField("description", "");
        json.writeObjectFieldStart("tags");
        json.writeEndObject();
        summary(json, root.counts());
        children(json, List.of(root));
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, StatusCounts counts) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeObjectFieldStart("status");
        counts(json, counts);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, StatusCounts counts) throws IOException {
        json.writeNumberField("alarm", counts.alarm());
        json.writeNumberField("ok", counts.ok());
        json.writeNumberField("info", counts.info());
        json.writeNumberField("skip", counts.skip());
        json.writeNumberField("error", counts.error());
    }

    private static void children(JsonGenerator json, List<ReportNode> children) throws IOException {
        json.writeArrayFieldStart("groups");
        for (ReportNode child : children) {
            if (child instanceof ReportNode.Group group) {
                group(json, group);
            }
        }
        json.writeEndArray();
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

    private static void group(JsonGenerator json, ReportNode.Group group) throws IOException {
        CheckNode benchmark = group.node();
        json.writeStartObject();
        json.writeStringField("group_id", benchmark.fullName());
        json.writeStringField("title", benchmark.title());
        json.writeStringField("description", benchmark.description());
        tags(json, benchmark.tags());
        summary(json, group.counts());
        children(json, group.children());
        json.writeEndObject();
    }

    private static void check(JsonGenerator json, ReportNode.Check check) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("summary");
        counts(json, check.counts());
        json.writeEndObject();
        if (check.results().isEmpty()) {
            json.writeNullField("results");
        } else {
            json.writeArrayFieldStart("results");
            for (ControlResult result : check.results()) {
                result(json, result);
            }
            json.writeEndArray();
        }
        json.writeStringField("control_id", check.node().fullName());
        json.writeStringField("description", check.node().description());
        json.writeStringField("severity", check.node().severity());
        tags(json, check.node().tags());
        json.writeStringField("title", check.node().title());
        json.writeNumberField("run_status", check.error().isPresent() ? FAILED : COMPLETE);
        json.writeStringField("run_error", check.error().map(RunError::message).orElse(""));
        json.writeEndObject();
    }

    private static void tags(JsonGenerator json, Map<String, String> tags) throws IOException {
        json.writeObjectFieldStart("tags");
        for (var tag : tags.entrySet()) {
            json.writeStringField(tag.getKey(), tag.getValue());
        }
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
        json.writeEndObject();
    }
}
