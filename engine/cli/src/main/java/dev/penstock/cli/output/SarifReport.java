package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Decision;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.RunError;
import dev.penstock.controls.model.Status;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** SARIF 2.1.0: a rule for each control, a result for each row, a notification for each control that could not run. */
record SarifReport(ReportSettings.Origin origin) implements CheckRenderer {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    @Override
    public void write(CheckReport report, Writer out) throws IOException {
        JsonGenerator json = PrettyJson.to(out, "  ");
        Collection<ReportNode.Check> checks = report.checks();
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        tool(json, checks);
        invocation(json, report, checks);
        json.writeStringField("columnKind", "utf16CodeUnits");
        results(json, report, checks);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    private void tool(JsonGenerator json, Collection<ReportNode.Check> checks) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Penstock");
        json.writeStringField("version", origin.version());
        json.writeArrayFieldStart("rules");
        for (ReportNode.Check check : checks) {
            rule(json, check.node());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, Control control) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", control.fullName());
        json.writeStringField("name", control.name());
        text(json, "shortDescription", control.title());
        if (!control.description().isBlank()) {
            text(json, "fullDescription", control.description());
        }
        if (!control.documentation().isBlank()) {
            json.writeObjectFieldStart("help");
            json.writeStringField("text", control.documentation());
            json.writeStringField("markdown", control.documentation());
            json.writeEndObject();
        }
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", level(control));
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("severity", control.severity());
        String score = score(control);
        if (!score.isEmpty()) {
            json.writeStringField("security-severity", score);
        }
        json.writeArrayFieldStart("tags");
        for (var tag : control.tags().entrySet()) {
            json.writeString(tag.getKey() + "=" + tag.getValue());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static String level(Control control) {
        return switch (control.severity().toLowerCase(Locale.ROOT)) {
            case "critical", "high" -> "error";
            case "low", "none" -> "note";
            default -> "warning";
        };
    }

    /** The number that code scanning services sort by, from the middle of each of their classes. */
    private static String score(Control control) {
        return switch (control.severity().toLowerCase(Locale.ROOT)) {
            case "critical" -> "9.5";
            case "high" -> "8.0";
            case "medium" -> "5.5";
            case "low" -> "2.0";
            default -> "";
        };
    }

    private static void invocation(JsonGenerator json, CheckReport report, Collection<ReportNode.Check> checks)
            throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField(
                "executionSuccessful",
                checks.stream().allMatch(check -> check.error().isEmpty()));
        json.writeStringField("startTimeUtc", time(report.started()));
        json.writeStringField("endTimeUtc", time(report.ended()));
        json.writeArrayFieldStart("toolExecutionNotifications");
        int index = 0;
        for (ReportNode.Check check : checks) {
            if (check.error().isPresent()) {
                notification(json, check, check.error().get(), index);
            }
            index++;
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void notification(JsonGenerator json, ReportNode.Check check, RunError error, int index)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("level", "error");
        text(json, "message", error.message());
        json.writeStringField("timeUtc", time(check.ended()));
        json.writeObjectFieldStart("associatedRule");
        json.writeStringField("id", check.node().fullName());
        json.writeNumberField("index", index);
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("kind", error.kind().name().toLowerCase(Locale.ROOT));
        if (error.account().isPresent()) {
            json.writeStringField("account", error.account().get());
        }
        if (error.call().isPresent()) {
            json.writeStringField("call", error.call().get());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static void results(JsonGenerator json, CheckReport report, Collection<ReportNode.Check> checks)
            throws IOException {
        Map<String, Integer> indexes = new HashMap<>();
        checks.forEach(check -> indexes.put(check.node().fullName(), indexes.size()));
        json.writeArrayFieldStart("results");
        Finding.each(report, finding -> result(json, finding, indexes));
        json.writeEndArray();
    }

    private static void result(JsonGenerator json, Finding finding, Map<String, Integer> indexes) throws IOException {
        ControlResult row = finding.result();
        String rule = finding.control().fullName();
        json.writeStartObject();
        json.writeStringField("ruleId", rule);
        json.writeNumberField("ruleIndex", indexes.getOrDefault(rule, -1));
        json.writeStringField(
                "kind",
                switch (row.status()) {
                    case OK -> "pass";
                    case ALARM, EXEMPT -> "fail";
                    case INFO -> "informational";
                    case SKIP -> "notApplicable";
                    case ERROR -> "open";
                });
        json.writeStringField(
                "level",
                switch (row.status()) {
                    case ALARM, EXEMPT -> level(finding.control());
                    case OK, INFO, SKIP, ERROR -> "none";
                });
        text(json, "message", row.reason());
        if (row.status() == Status.EXEMPT) {
            suppression(json, row.decision().orElseThrow());
        }
        if (!row.resource().isEmpty()) {
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("fullyQualifiedName", row.resource());
            json.writeStringField("kind", "resource");
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("controlAndResource/v1", finding.fingerprint());
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("status", row.status().text());
        json.writeObjectFieldStart("dimensions");
        for (Dimension dimension : row.dimensions()) {
            json.writeStringField(dimension.key(), dimension.value());
        }
        json.writeEndObject();
        if (row.decision().isPresent()) {
            PeerJson.field(json, row.decision().get());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void suppression(JsonGenerator json, Decision exemption) throws IOException {
        json.writeArrayFieldStart("suppressions");
        json.writeStartObject();
        json.writeStringField("kind", "external");
        json.writeStringField("status", "accepted");
        json.writeStringField("justification", exemption.sentence());
        json.writeEndObject();
        json.writeEndArray();
    }
}
