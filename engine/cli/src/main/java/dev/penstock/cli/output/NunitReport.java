package dev.penstock.cli.output;

import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.Status;
import dev.penstock.controls.model.StatusCounts;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The result file of NUnit 3: a suite for each benchmark and control, a case for each row. */
record NunitReport(ReportSettings.Origin origin) implements CheckRenderer {

    @Override
    public void write(CheckReport report, Writer out) throws IOException {
        new Document(new XmlWriter(out), origin.mod()).write(report);
    }

    /** One document; names that stand in it more than once get a number, because NUnit wants them unique. */
    private static final class Document {
        private final XmlWriter xml;
        private final String mod;
        private final Map<String, Integer> uses = new HashMap<>();

        Document(XmlWriter xml, String mod) {
            this.xml = xml;
            this.mod = mod;
        }

        void write(CheckReport report) throws IOException {
            ReportNode root = ReportRoot.of(report, mod);
            xml.start("test-run");
            xml.attribute("id", "0");
            xml.attribute("name", root.node().title());
            xml.attribute("fullname", root.node().fullName());
            result(root.counts());
            times(report.started(), report.ended());
            counts(root.counts());
            xml.attribute("random-seed", 0);
            xml.start("filter").end();
            node(root);
            xml.end();
        }

        private void node(ReportNode node) throws IOException {
            xml.start("test-suite");
            if (node instanceof ReportNode.Group group) {
                xml.attribute("type", "TestSuite");
                suite(group, unique(group.node().fullName()), group.node().title());
                times(started(group), ended(group));
                for (ReportNode child : group.children()) {
                    node(child);
                }
            } else if (node instanceof ReportNode.Check check) {
                Control control = check.node();
                String id = unique(ReportRoot.controlId(control, mod));
                xml.attribute("type", "TestFixture");
                suite(check, id, control.fullName());
                times(check.started(), check.ended());
                String suffix = id.substring(ReportRoot.controlId(control, mod).length());
                int index = 0;
                for (ControlResult row : check.rows()) {
                    testCase(control, suffix + "::" + index, row);
                    index++;
                }
            }
            xml.end();
        }

        private String unique(String name) {
            int uses = this.uses.merge(name, 1, Integer::sum);
            return uses == 1 ? name : name + "#" + uses;
        }

        private void suite(ReportNode node, String id, String name) throws IOException {
            xml.attribute("id", id);
            xml.attribute("name", name);
            xml.attribute("fullname", node.node().fullName());
            xml.attribute("runstate", "Runnable");
            result(node.counts());
            counts(node.counts());
        }

        private void result(StatusCounts counts) throws IOException {
            String result = counts.failed() > 0
                    ? "Failed"
                    : counts.passed() > 0 ? "Passed" : skipped(counts) > 0 ? "Skipped" : "Inconclusive";
            xml.attribute("result", result);
        }

        private void times(Instant started, Instant ended) throws IOException {
            xml.attribute("start-time", started);
            xml.attribute("end-time", ended);
            xml.attribute("duration", Seconds.of(Duration.between(started, ended)));
        }

        private void counts(StatusCounts counts) throws IOException {
            xml.attribute("testcasecount", counts.total());
            xml.attribute("total", counts.total());
            xml.attribute("initiated", counts.total());
            xml.attribute("passed", counts.passed());
            xml.attribute("failed", counts.failed());
            xml.attribute("warnings", 0);
            xml.attribute("completed", counts.total());
            xml.attribute("skipped", skipped(counts));
            xml.attribute("inconclusive", 0);
            xml.attribute("asserts", counts.failed() + counts.passed());
        }

        private static long skipped(StatusCounts counts) {
            return counts.skip() + counts.exempt();
        }

        private void testCase(Control control, String index, ControlResult row) throws IOException {
            boolean failed = row.status() == Status.ALARM || row.status() == Status.ERROR;
            boolean exempt = row.status() == Status.EXEMPT;
            boolean skipped = row.status() == Status.SKIP || exempt;
            xml.start("test-case");
            xml.attribute("id", control.name() + index);
            xml.attribute("name", control.fullName() + index);
            xml.attribute("fullname", control.fullName() + index);
            xml.attribute("runstate", exempt ? "Ignored" : "Runnable");
            xml.attribute("seed", 0);
            xml.attribute("result", failed ? "Failed" : skipped ? "Skipped" : "Passed");
            if (row.status() == Status.ERROR) {
                xml.attribute("label", "Error");
            } else if (exempt) {
                xml.attribute("label", "Ignored");
            }
            xml.attribute("asserts", skipped ? 0 : 1);
            xml.start("properties");
            property("steampipe:status", row.status().text());
            property("steampipe:reason", row.reason());
            property("steampipe:resource", row.resource());
            for (Dimension dimension : row.dimensions()) {
                property("steampipe:dimension:" + dimension.key(), dimension.value());
            }
            if (row.decision().isPresent()) {
                for (var part : row.decision().get().columns().entrySet()) {
                    property("penstock:" + part.getKey(), part.getValue());
                }
            }
            xml.end();
            if (failed) {
                message("failure", row.explanation());
            }
            message("reason", row.explanation());
            xml.end();
        }

        private void property(String name, String value) throws IOException {
            xml.start("property")
                    .attribute("name", name)
                    .attribute("value", value)
                    .end();
        }

        private void message(String element, String text) throws IOException {
            xml.start(element).start("message").text(text).end().end();
        }

        private static Instant started(ReportNode node) {
            return node instanceof ReportNode.Group group
                    ? group.children().stream()
                            .map(Document::started)
                            .min(Instant::compareTo)
                            .orElse(Instant.EPOCH)
                    : ((ReportNode.Check) node).started();
        }

        private static Instant ended(ReportNode node) {
            return node instanceof ReportNode.Group group
                    ? group.children().stream()
                            .map(Document::ended)
                            .max(Instant::compareTo)
                            .orElse(Instant.EPOCH)
                    : ((ReportNode.Check) node).ended();
        }
    }
}
