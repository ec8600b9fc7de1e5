package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.Status;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Compliance Findings of OCSF 1.8.0, one for each row. */
record OcsfReport(ReportSettings.Origin origin) implements CheckRenderer {
    private static final int FINDINGS = 2;
    private static final int COMPLIANCE_FINDING = 2003;
    private static final int CREATE = 1;
    private static final int NEW = 1;
    private static final int SUPPRESSED = 3;
    private static final int OTHER = 99;

    @Override
    public void write(CheckReport report, Writer out) throws IOException {
        JsonGenerator json = PrettyJson.to(out, "  ");
        Map<String, List<String>> standards = new LinkedHashMap<>();
        report.roots().forEach(root -> standards(root, List.of(), standards));
        json.writeStartArray();
        Finding.each(
                report,
                finding -> write(
                        json, finding, standards.getOrDefault(finding.control().fullName(), List.of())));
        json.writeEndArray();
        json.writeRaw('\n');
        json.flush();
    }

    /** The titles of the benchmarks above each control, from the top. */
    private static void standards(ReportNode node, List<String> above, Map<String, List<String>> found) {
        if (node instanceof ReportNode.Group group) {
            var path = new ArrayList<>(above);
            path.add(group.node().title());
            group.children().forEach(child -> standards(child, path, found));
        } else {
            found.putIfAbsent(node.node().fullName(), above);
        }
    }

    private void write(JsonGenerator json, Finding finding, List<String> above) throws IOException {
        Control control = finding.control();
        ControlResult row = finding.result();
        long time = finding.check().ended().toEpochMilli();
        Optional<String> account = finding.account();
        json.writeStartObject();
        json.writeNumberField("activity_id", CREATE);
        json.writeStringField("activity_name", "Create");
        json.writeNumberField("category_uid", FINDINGS);
        json.writeStringField("category_name", "Findings");
        json.writeNumberField("class_uid", COMPLIANCE_FINDING);
        json.writeStringField("class_name", "Compliance Finding");
        json.writeNumberField("type_uid", COMPLIANCE_FINDING * 100 + CREATE);
        json.writeStringField("type_name", "Compliance Finding: Create");
        json.writeNumberField("time", time);
        severity(json, control);
        boolean exempt = row.status() == Status.EXEMPT;
        json.writeNumberField("status_id", exempt ? SUPPRESSED : NEW);
        json.writeStringField("status", exempt ? "Suppressed" : "New");
        json.writeStringField("message", row.reason());
        if (row.decision().isPresent()) {
            json.writeStringField("comment", row.decision().get().sentence());
        }
        metadata(json, account.isPresent());
        info(json, finding, time);
        compliance(json, control, row, above);
        resource(json, finding);
        if (account.isPresent()) {
            cloud(json, finding, account.get());
        }
        unmapped(json, row, control);
        json.writeEndObject();
    }

    private static void severity(JsonGenerator json, Control control) throws IOException {
        String severity = control.severity().toLowerCase(Locale.ROOT);
        int id = switch (severity) {
            case "" -> 0;
            case "none" -> 1;
            case "low" -> 2;
            case "medium" -> 3;
            case "high" -> 4;
            case "critical" -> 5;
            default -> OTHER;
        };
        json.writeNumberField("severity_id", id);
        json.writeStringField(
                "severity",
                switch (id) {
                    case 0 -> "Unknown";
                    case 1 -> "Informational";
                    case OTHER -> control.severity();
                    default -> severity.substring(0, 1).toUpperCase(Locale.ROOT) + severity.substring(1);
                });
    }

    private void metadata(JsonGenerator json, boolean cloud) throws IOException {
        json.writeObjectFieldStart("metadata");
        json.writeStringField("version", "1.8.0");
        json.writeObjectFieldStart("product");
        json.writeStringField("name", "Penstock");
        json.writeStringField("vendor_name", "Penstock");
        json.writeStringField("version", origin.version());
        json.writeEndObject();
        if (cloud) {
            json.writeArrayFieldStart("profiles");
            json.writeString("cloud");
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void info(JsonGenerator json, Finding finding, long time) throws IOException {
        json.writeObjectFieldStart("finding_info");
        json.writeStringField("uid", finding.control().fullName() + "/" + finding.fingerprint());
        json.writeStringField("title", finding.control().title());
        json.writeStringField("desc", finding.control().description());
        json.writeNumberField("created_time", time);
        json.writeEndObject();
    }

    private static void compliance(JsonGenerator json, Control control, ControlResult row, List<String> above)
            throws IOException {
        json.writeObjectFieldStart("compliance");
        json.writeStringField("control", control.fullName());
        json.writeStringField("desc", control.title());
        array(json, "standards", above.isEmpty() ? List.of(control.mod()) : above.subList(0, 1));
        array(json, "requirements", above.isEmpty() ? List.of() : above.subList(1, above.size()));
        json.writeNumberField(
                "status_id",
                switch (row.status()) {
                    case OK -> 1;
                    case ERROR -> 2;
                    case ALARM, EXEMPT -> 3;
                    case INFO, SKIP -> OTHER;
                });
        json.writeStringField(
                "status",
                switch (row.status()) {
                    case OK -> "Pass";
                    case ERROR -> "Warning";
                    case ALARM, EXEMPT -> "Fail";
                    case INFO -> "Info";
                    case SKIP -> "Skipped";
                });
        array(json, "status_details", List.of(row.reason()));
        json.writeEndObject();
    }

    private static void array(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void resource(JsonGenerator json, Finding finding) throws IOException {
        if (finding.result().resource().isBlank()) {
            return;
        }
        json.writeArrayFieldStart("resources");
        json.writeStartObject();
        json.writeStringField("uid", finding.result().resource());
        if (finding.region().isPresent()) {
            json.writeStringField("region", finding.region().get());
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void cloud(JsonGenerator json, Finding finding, String account) throws IOException {
        json.writeObjectFieldStart("cloud");
        json.writeStringField("provider", finding.control().tags().getOrDefault("plugin", "aws"));
        json.writeObjectFieldStart("account");
        json.writeStringField("uid", account);
        json.writeEndObject();
        if (finding.region().isPresent()) {
            json.writeStringField("region", finding.region().get());
        }
        json.writeEndObject();
    }

    private static void unmapped(JsonGenerator json, ControlResult row, Control control) throws IOException {
        json.writeObjectFieldStart("unmapped");
        json.writeObjectFieldStart("dimensions");
        for (Dimension dimension : row.dimensions()) {
            json.writeStringField(dimension.key(), dimension.value());
        }
        json.writeEndObject();
        PeerJson.field(json, "tags", control.tags());
        if (row.decision().isPresent()) {
            PeerJson.field(json, row.decision().get());
        }
        json.writeEndObject();
    }
}
