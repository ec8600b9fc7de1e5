package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.penstock.cli.output.CheckFormat;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.Status;
import dev.penstock.controls.model.StatusCounts;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Each format of a report before its published schema or a real reader, also when everything is nasty. */
class FormatsTest {
    private static final Map<String, CheckReport> REPORTS =
            new TreeMap<>(Map.of("nasty", SampleReports.nasty(), "10,000 rows", SampleReports.large(10_000)));
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A check of one report. */
    @FunctionalInterface
    private interface Judge {
        void judge(CheckReport report) throws Exception;
    }

    private static Stream<DynamicTest> of(Judge judge) {
        return REPORTS.entrySet().stream()
                .map(report -> DynamicTest.dynamicTest(report.getKey(), () -> judge.judge(report.getValue())));
    }

    /** The rows of every place in the tree. */
    private static List<ControlResult> rows(ReportNode node) {
        var rows = new ArrayList<ControlResult>();
        if (node instanceof ReportNode.Group group) {
            group.children().forEach(child -> rows.addAll(rows(child)));
        } else {
            rows.addAll(((ReportNode.Check) node).rows());
        }
        return rows;
    }

    private static List<ControlResult> rows(CheckReport report) {
        return rows(report.roots().get(0));
    }

    /** The rows of every control, wherever it stands. */
    private static List<ControlResult> findings(CheckReport report) {
        var checks = new TreeMap<String, List<ControlResult>>();
        collect(report.roots().get(0), checks);
        return checks.values().stream().flatMap(List::stream).toList();
    }

    private static void collect(ReportNode node, Map<String, List<ControlResult>> checks) {
        if (node instanceof ReportNode.Group group) {
            group.children().forEach(child -> collect(child, checks));
        } else if (node instanceof ReportNode.Check check) {
            checks.put(check.node().fullName(), check.rows());
        }
    }

    @TestFactory
    Stream<DynamicTest> junit() {
        return of(report -> {
            Document document = xml(CheckFormat.JUNIT, report, "junit.xsd");
            StatusCounts counts = report.counts();
            assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo((int) counts.total());
            assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo((int) counts.alarm());
            assertThat(document.getElementsByTagName("error").getLength()).isEqualTo((int) counts.error());
            assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo((int) counts.skip());
            List<Element> suites = elements(document.getElementsByTagName("testsuite"));
            assertThat(sum(suites, "tests")).isEqualTo(counts.total());
            assertThat(sum(suites, "failures")).isEqualTo(counts.alarm());
            assertThat(sum(suites, "errors")).isEqualTo(counts.error());
        });
    }

    @TestFactory
    Stream<DynamicTest> nunit() {
        return of(report -> {
            Document document = xml(CheckFormat.NUNIT3, report, "nunit-TestResult.xsd");
            Element run = document.getDocumentElement();
            assertThat(document.getElementsByTagName("test-case").getLength())
                    .isEqualTo((int) report.counts().total());
            assertThat(run.getAttribute("failed"))
                    .isEqualTo(String.valueOf(report.counts().failed()));
            assertThat(run.getAttribute("passed"))
                    .isEqualTo(String.valueOf(report.counts().passed()));
            List<Element> fixtures = elements(document.getElementsByTagName("test-suite")).stream()
                    .filter(suite -> suite.getAttribute("type").equals("TestFixture"))
                    .toList();
            assertThat(sum(fixtures, "total")).isEqualTo(report.counts().total());
            assertThat(sum(fixtures, "skipped")).isEqualTo(report.counts().skip());
        });
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static long sum(List<Element> elements, String attribute) {
        return elements.stream()
                .mapToLong(element -> Long.parseLong(element.getAttribute(attribute)))
                .sum();
    }

    private static Document xml(CheckFormat format, CheckReport report, String schema) throws Exception {
        String text = SampleReports.text(format, report);
        var schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        schemas.newSchema(FormatsTest.class.getResource("/schemas/" + schema))
                .newValidator()
                .validate(new StreamSource(new StringReader(text)));
        var builders = DocumentBuilderFactory.newInstance();
        builders.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return builders.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    @TestFactory
    Stream<DynamicTest> sarif() {
        return of(report -> {
            JsonNode log = json(CheckFormat.SARIF, report, "sarif-schema-2.1.0.json", VersionFlag.V7);
            JsonNode run = log.at("/runs/0");
            assertThat(run.get("results")).hasSize(findings(report).size());
            assertThat(run.get("results"))
                    .allSatisfy(result -> assertThat(run.at("/tool/driver/rules/"
                                    + result.get("ruleIndex").intValue() + "/id"))
                            .isEqualTo(result.get("ruleId")));
            assertThat(kinds(run.get("results"), "kind"))
                    .isEqualTo(kinds(
                            report,
                            Map.of(
                                    Status.OK, "pass",
                                    Status.ALARM, "fail",
                                    Status.INFO, "informational",
                                    Status.SKIP, "notApplicable",
                                    Status.ERROR, "open")));
        });
    }

    @TestFactory
    Stream<DynamicTest> ocsf() {
        return of(report -> {
            JsonNode findings =
                    json(CheckFormat.OCSF, report, "ocsf-compliance-finding-1.8.0.schema.json", VersionFlag.V202012);
            assertThat(findings).hasSize(findings(report).size());
            assertThat(ids(findings, "/finding_info/uid")).hasSize(findings.size());
            var statuses = new ArrayList<JsonNode>();
            findings.forEach(finding -> statuses.add(finding.get("compliance")));
            assertThat(kinds(statuses, "status"))
                    .isEqualTo(kinds(
                            report,
                            Map.of(
                                    Status.OK, "Pass",
                                    Status.ALARM, "Fail",
                                    Status.INFO, "Info",
                                    Status.SKIP, "Skipped",
                                    Status.ERROR, "Warning")));
        });
    }

    @TestFactory
    Stream<DynamicTest> asff() {
        return of(report -> {
            JsonNode findings = json(CheckFormat.ASFF, report, "asff.schema.json", VersionFlag.V202012);
            assertThat(findings).hasSize(findings(report).size());
            assertThat(ids(findings, "/Id")).hasSize(findings.size());
            assertThat(findings)
                    .allSatisfy(finding ->
                            assertThat(finding.get("AwsAccountId").textValue()).matches("[0-9]{12}"));
        });
    }

    private static Set<String> ids(JsonNode findings, String pointer) {
        var ids = new HashSet<String>();
        findings.forEach(finding -> ids.add(finding.at(pointer).textValue()));
        return ids;
    }

    private static Map<String, Integer> kinds(Iterable<JsonNode> results, String field) {
        var kinds = new TreeMap<String, Integer>();
        results.forEach(result -> kinds.merge(result.get(field).textValue(), 1, Integer::sum));
        return kinds;
    }

    private static Map<String, Integer> kinds(CheckReport report, Map<Status, String> names) {
        var kinds = new TreeMap<String, Integer>();
        findings(report).forEach(row -> kinds.merge(names.get(row.status()), 1, Integer::sum));
        return kinds;
    }

    private static JsonNode json(CheckFormat format, CheckReport report, String schema, VersionFlag version)
            throws IOException {
        JsonNode document = JSON.readTree(SampleReports.text(format, report));
        try (InputStream in = FormatsTest.class.getResourceAsStream("/schemas/" + schema)) {
            var problems = JsonSchemaFactory.getInstance(version).getSchema(in).validate(document);
            assertThat(problems.stream().limit(3)).isEmpty();
        }
        return document;
    }

    @TestFactory
    Stream<DynamicTest> json() {
        return of(report -> {
            JsonNode root = JSON.readTree(SampleReports.text(CheckFormat.JSON, report));
            assertThat(root.get("group_id").textValue()).isEqualTo("root_result_group");
            assertThat(summed(root)).isEqualTo(root.at("/summary/status"));
            assertThat(reasons(root).stream().sorted())
                    .isEqualTo(rows(report).stream()
                            .map(ControlResult::reason)
                            .sorted()
                            .toList());
        });
    }

    /** The counts of a group, from its rows; checks those of all groups and controls below. */
    private static JsonNode summed(JsonNode group) {
        var sum = new TreeMap<String, Integer>(Map.of("alarm", 0, "ok", 0, "info", 0, "skip", 0, "error", 0));
        group.get("groups").forEach(inner -> {
            assertThat(summed(inner)).isEqualTo(inner.at("/summary/status"));
            inner.at("/summary/status").properties().forEach(count -> add(sum, count));
        });
        group.get("controls").forEach(control -> {
            var counted = new TreeMap<String, Integer>(Map.of("alarm", 0, "ok", 0, "info", 0, "skip", 0, "error", 0));
            control.get("results")
                    .forEach(row -> counted.merge(row.get("status").textValue(), 1, Integer::sum));
            if (!control.get("run_error").textValue().isEmpty()) {
                counted.merge("error", 1, Integer::sum);
            }
            assertThat(JSON.<JsonNode>valueToTree(counted)).isEqualTo(control.get("summary"));
            control.get("summary").properties().forEach(count -> add(sum, count));
        });
        return JSON.valueToTree(sum);
    }

    private static void add(Map<String, Integer> sum, Map.Entry<String, JsonNode> count) {
        sum.merge(count.getKey(), count.getValue().intValue(), Integer::sum);
    }

    private static List<String> reasons(JsonNode group) {
        var reasons = new ArrayList<String>();
        group.get("groups").forEach(inner -> reasons.addAll(reasons(inner)));
        group.get("controls").forEach(control -> {
            control.get("results").forEach(row -> reasons.add(row.get("reason").textValue()));
            if (!control.get("run_error").textValue().isEmpty()) {
                reasons.add(control.get("run_error").textValue());
            }
        });
        return reasons;
    }

    @TestFactory
    Stream<DynamicTest> csv() {
        return of(report -> {
            var reasons = new ArrayList<String>();
            var statuses = new TreeMap<String, Integer>();
            try (var csv = CsvReader.builder().ofNamedCsvRecord(SampleReports.text(CheckFormat.CSV, report))) {
                csv.forEach(line -> {
                    reasons.add(line.getField("reason"));
                    statuses.merge(line.getField("status"), 1, Integer::sum);
                });
            }
            assertThat(reasons)
                    .isEqualTo(rows(report).stream().map(ControlResult::reason).toList());
            assertThat(statuses.get("error")).isEqualTo((int) report.counts().error());
        });
    }

    @TestFactory
    Stream<DynamicTest> markdown() {
        return of(report -> {
            Node document = Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .build()
                    .parse(SampleReports.text(CheckFormat.MD, report));
            var cells = new ArrayList<List<String>>();
            document.accept(new AbstractVisitor() {
                @Override
                public void visit(CustomNode node) {
                    if (node instanceof TableRow) {
                        cells.add(cells(node));
                    }
                    super.visit(node);
                }
            });
            List<String> reasons = cells.stream()
                    .filter(row -> row.size() == 3 && row.get(0).matches("[✅⇨ℹ❌❗]"))
                    .filter(row ->
                            !List.of("OK", "Skip", "Info", "Alarm", "Error").contains(row.get(1)))
                    .map(row -> row.get(1))
                    .sorted()
                    .toList();
            assertThat(reasons)
                    .isEqualTo(rows(report).stream()
                            .filter(row -> !row.resource().isEmpty())
                            .map(row -> shown(row.reason()))
                            .sorted()
                            .toList());
        });
    }

    private static List<String> cells(Node row) {
        var cells = new ArrayList<String>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            assertThat(cell).isInstanceOf(TableCell.class);
            cells.add(text(cell).strip());
        }
        return cells;
    }

    private static String text(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(HtmlInline part) {
                text.append("markup: ").append(part.getLiteral());
            }
        });
        return text.toString();
    }

    /** What is left of a text where it has one line and no harmful characters. */
    private static String shown(String text) {
        return text.replaceAll("[\\r\\n\\t]", " ")
                .replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", "\uFFFD")
                .strip();
    }

    @TestFactory
    Stream<DynamicTest> snapshot() {
        return of(report -> {
            JsonNode snapshot = JSON.readTree(SampleReports.text(CheckFormat.SNAPSHOT, report));
            assertThat(snapshot.get("schema_version").textValue()).isEqualTo("20240607");
            assertThat(snapshot.at("/variables/m.var.regions").textValue()).isEqualTo("all");
            var shown = new TreeSet<String>();
            names(snapshot.get("layout"), shown);
            var panels = new TreeSet<String>();
            snapshot.get("panels").fieldNames().forEachRemaining(panels::add);
            assertThat(panels).isEqualTo(shown);
            assertThat(snapshot.get("panels")).allSatisfy(panel -> {
                if (panel.get("panel_type").textValue().equals("control")
                        && panel.get("status").textValue().equals("complete")) {
                    long total = 0;
                    for (JsonNode count : panel.get("summary")) {
                        total += count.longValue();
                    }
                    assertThat(panel.at("/data/rows")).hasSize((int) total);
                }
            });
        });
    }

    private static void names(JsonNode layout, Set<String> names) {
        names.add(layout.get("name").textValue());
        layout.path("children").forEach(child -> names(child, names));
    }

    @TestFactory
    Stream<DynamicTest> text() {
        return of(report -> {
            String text = SampleReports.text(CheckFormat.TEXT, report);
            long lines = text.lines()
                    .filter(line -> line.matches("[| ]*(OK   |SKIP |INFO |ALARM|ERROR): .*"))
                    .count();
            assertThat(lines).isEqualTo(report.counts().total());
        });
    }

    @Test
    void severalTargetsAreOneDocument() throws IOException {
        ReportNode.Check check = SampleReports.check("one", "low", List.of());
        var report =
                new CheckReport(List.of(check, SampleReports.group("b", "B", check)), check.started(), check.ended());
        JsonNode root = JSON.readTree(SampleReports.text(CheckFormat.JSON, report));
        assertThat(root.at("/groups/0/group_id").textValue()).isEqualTo("m.benchmark.root");
        assertThat(root.at("/groups/0/controls/0/control_id").textValue()).isEqualTo("control.one");
        assertThat(root.at("/groups/0/groups/0/group_id").textValue()).isEqualTo("m.benchmark.b");
    }

    @Test
    void aDryRunShowsTitlesOnly() throws IOException {
        CheckReport large = SampleReports.large(100);
        var dry = new CheckReport(
                List.of(SampleReports.group("b", "B", SampleReports.check("one", "high", List.of()))),
                large.started(),
                large.ended(),
                true);
        assertThat(SampleReports.text(CheckFormat.TEXT, dry)).isEqualTo("\nB\n| \n+ Control one should hold\n  \n");
    }
}
