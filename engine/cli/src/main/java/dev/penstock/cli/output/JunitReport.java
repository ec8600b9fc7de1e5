package dev.penstock.cli.output;

import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.Status;
import dev.penstock.controls.model.StatusCounts;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** JUnit XML as CI servers read it: a suite for each control and place in the tree, a case for each row. */
record JunitReport(ReportSettings.Origin origin) implements CheckRenderer {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    @Override
    public void write(CheckReport report, Writer out) throws IOException {
        var xml = new XmlWriter(out);
        xml.start("testsuites");
        int suites = 0;
        for (ReportNode root : report.roots()) {
            suites = node(root, origin.mod(), suites, xml);
        }
        xml.end();
    }

    /** How many suites there are after the node. */
    private int node(ReportNode node, String parent, int suites, XmlWriter xml) throws IOException {
        if (node instanceof ReportNode.Group group) {
            int written = suites;
            for (ReportNode child : group.children()) {
                written = node(child, group.node().fullName(), written, xml);
            }
            return written;
        }
        suite((ReportNode.Check) node, parent, suites, xml);
        return suites + 1;
    }

    private static void suite(ReportNode.Check check, String parent, int id, XmlWriter xml) throws IOException {
        Control control = check.node();
        StatusCounts counts = check.counts();
        xml.start("testsuite");
        xml.attribute("name", control.title());
        xml.attribute("package", parent);
        xml.attribute("id", id);
        xml.attribute("timestamp", TIME.format(check.started().atOffset(ZoneOffset.UTC)));
        // The host tells nothing of a check of an account; the schema's own word for that.
        xml.attribute("hostname", "localhost");
        xml.attribute("tests", counts.total());
        xml.attribute("failures", counts.alarm());
        xml.attribute("errors", counts.error());
        xml.attribute("skipped", counts.skip() + counts.exempt());
        xml.attribute("time", Seconds.of(Duration.between(check.started(), check.ended())));
        xml.start("properties");
        property("control", control.fullName(), xml);
        property("severity", control.severity(), xml);
        for (var tag : control.tags().entrySet()) {
            property("tag:" + tag.getKey(), tag.getValue(), xml);
        }
        xml.end();
        int index = 0;
        for (ControlResult row : check.rows()) {
            testCase(control, row, index, xml);
            index++;
        }
        String attested = attested(check);
        xml.start("system-out");
        if (!attested.isEmpty()) {
            xml.text(attested);
        }
        xml.end();
        xml.start("system-err").end();
        xml.end();
    }

    /** A case that passes has no place for more than its name. */
    private static String attested(ReportNode.Check check) {
        return check.results().stream()
                .filter(row -> row.status() == Status.INFO && row.decision().isPresent())
                .map(row -> row.resource() + ": " + row.explanation())
                .collect(Collectors.joining("\n"));
    }

    private static void property(String name, String value, XmlWriter xml) throws IOException {
        xml.start("property").attribute("name", name).attribute("value", value).end();
    }

    private static void testCase(Control control, ControlResult row, int index, XmlWriter xml) throws IOException {
        xml.start("testcase");
        xml.attribute("name", row.resource().isBlank() ? control.name() + "::" + index : row.resource());
        xml.attribute("classname", control.fullName());
        xml.attribute("time", 0);
        switch (row.status()) {
            case ALARM -> outcome("failure", row, xml);
            case ERROR -> outcome("error", row, xml);
            case SKIP, EXEMPT ->
                xml.start("skipped").attribute("message", row.explanation()).end();
            case OK, INFO -> {}
        }
        xml.end();
    }

    private static void outcome(String element, ControlResult row, XmlWriter xml) throws IOException {
        var details = new StringBuilder(row.explanation());
        row.dimensions()
                .forEach(dimension -> details.append('\n')
                        .append(dimension.key())
                        .append(": ")
                        .append(dimension.value()));
        xml.start(element)
                .attribute("message", row.explanation())
                .attribute("type", row.status().text())
                .text(details.toString())
                .end();
    }
}
