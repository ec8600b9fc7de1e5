package dev.penstock.cli;

import dev.penstock.cli.output.CheckFormat;
import dev.penstock.cli.output.ReportSettings;
import dev.penstock.controls.model.Benchmark;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Decision;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.Query;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.RunError;
import dev.penstock.controls.model.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reports as clouds and users make them: nasty ones, large ones, ones of runs that ended badly. */
final class SampleReports {
    static final ReportSettings.Origin ORIGIN =
            new ReportSettings.Origin("m", "/mods/m", Map.of("m.var.regions", "all"), "1.2.3", ZoneOffset.UTC);

    static final List<String> NASTY = List.of(
            "she said \"no\" & left; it's <b>bold</b>",
            "two\nlines\r\nand a\ttab",
            "emoji 👩‍👩‍👧 and 東京, é, and a lone half \uD83D here",
            "control \u0000\u0001\u001b[31m\u007f\u0085 characters",
            "]]> ends nothing, nor does </script><script>alert(1)</script>",
            "=HYPERLINK(\"http://evil\",\"x\")",
            "| pipes | `code` *stars* _under_ [link](x) \\ back # end #",
            "&amp; &#35; is text\u2028too",
            "right to left \u202Egnihsif");

    private static final Instant STARTED = Instant.parse("2026-03-01T10:15:30.250Z");
    private static final Instant ENDED = Instant.parse("2026-03-01T10:15:33.500Z");

    private SampleReports() {}

    /** A row for each nasty text and each status, a control in error, one canceled, one out of time, one empty. */
    static CheckReport nasty() {
        var rows = new ArrayList<ControlResult>();
        for (Status status : List.of(Status.ERROR, Status.ALARM, Status.INFO, Status.OK, Status.SKIP)) {
            for (String text : NASTY) {
                rows.add(row(status, text, "arn:aws:iam::123456789012:user/" + text, text));
            }
        }
        rows.addAll(decided());
        ReportNode.Check first = check("first", "high", rows);
        ReportNode.Check denied = failed(
                "denied",
                new RunError(
                        RunError.Kind.FAILED,
                        "iam:ListUsers was denied in account 123456789012: <no> \"]]>\"",
                        Optional.of("123456789012"),
                        Optional.of("iam:ListUsers")));
        ReportNode.Check canceled = failed("canceled", new RunError(RunError.Kind.CANCELED, "canceled by the user"));
        ReportNode.Check late = failed("late", new RunError(RunError.Kind.TIMED_OUT, "timed out after 5 s"));
        ReportNode.Check empty = check("empty", "", List.of());
        // The same control under two parents, as public mods have it.
        return new CheckReport(
                List.of(group(
                        "top",
                        NASTY.get(4),
                        group("inner", "1 " + NASTY.get(6), first, denied, canceled),
                        group("other", "2 Other", late, empty, first))),
                STARTED,
                ENDED);
    }

    /** Alarms that are exempt, alarms that no longer are, and what is attested. */
    private static List<ControlResult> decided() {
        var rows = new ArrayList<ControlResult>();
        for (String text : NASTY) {
            String resource = "arn:aws:iam::123456789012:user/decided/" + text;
            rows.add(row(Status.ALARM, text, resource + "1", text).with(exemption(text, false)));
            rows.add(row(Status.ALARM, text, resource + "2", text).with(exemption(text, true)));
            rows.add(row(Status.INFO, text, resource + "3", text).with(attestation(text)));
        }
        return rows;
    }

    static Decision exemption(String text, boolean expired) {
        LocalDate last = LocalDate.parse(expired ? "2026-02-28" : "2026-12-31");
        return new Decision(Decision.Kind.EXEMPTION, text, text, text, Optional.empty(), last, expired);
    }

    static Decision attestation(String text) {
        return new Decision(
                Decision.Kind.ATTESTATION,
                text,
                text,
                text,
                Optional.of(LocalDate.parse("2026-01-15")),
                LocalDate.parse("2026-12-31"),
                false);
    }

    /** So many rows in controls of a hundred rows. */
    static CheckReport large(int rows) {
        var checks = new ArrayList<ReportNode>();
        for (int i = 0; i < rows / 100; i++) {
            var results = new ArrayList<ControlResult>();
            for (int j = 0; j < 100; j++) {
                Status status = j < 10 ? Status.ALARM : j < 12 ? Status.ERROR : j < 20 ? Status.INFO : Status.OK;
                results.add(row(
                        status,
                        "user-" + i + "-" + j + " has 2 active access keys.",
                        "arn:aws:iam::123456789012:user/user-" + i + "-" + j,
                        "123456789012"));
            }
            String[] severities = {"critical", "high", "medium", "low", ""};
            checks.add(check("control_" + i, severities[i % severities.length], results));
        }
        return new CheckReport(
                List.of(group("large", "A large benchmark", checks.toArray(ReportNode[]::new))), STARTED, ENDED);
    }

    static ReportNode.Group group(String name, String title, ReportNode... children) {
        return new ReportNode.Group(
                new Benchmark(
                        "m",
                        name,
                        title,
                        "What " + name + " is about.",
                        "",
                        Map.of("service", "AWS/IAM"),
                        List.of(children).stream().map(ReportNode::node).toList()),
                List.of(children));
    }

    static ReportNode.Check check(String name, String severity, List<ControlResult> rows) {
        return new ReportNode.Check(control(name, severity), rows, Optional.empty(), STARTED, ENDED);
    }

    private static ReportNode.Check failed(String name, RunError error) {
        return new ReportNode.Check(control(name, "critical"), List.of(), Optional.of(error), STARTED, ENDED);
    }

    private static Control control(String name, String severity) {
        return new Control(
                "m",
                name,
                "Control " + name + " should hold",
                "Why " + name + " matters: " + NASTY.get(0),
                "# Help\n\nDo *this*.",
                Map.of("plugin", "aws", "item", NASTY.get(1)),
                severity,
                new Query("m", name, "", "", "select 1"));
    }

    private static ControlResult row(Status status, String reason, String resource, String dimension) {
        return new ControlResult(
                status,
                reason,
                resource,
                List.of(
                        new Dimension("account_id", "123456789012"),
                        new Dimension("region", "eu-west-1"),
                        new Dimension("note", dimension)));
    }

    /** The text of a report in a file. */
    static String text(CheckFormat format, CheckReport report) throws IOException {
        var out = new StringWriter();
        var settings = new ReportSettings(ORIGIN, true, ',', OptionalInt.empty(), false, true);
        format.renderer(settings).write(report, out);
        return out.toString();
    }
}
