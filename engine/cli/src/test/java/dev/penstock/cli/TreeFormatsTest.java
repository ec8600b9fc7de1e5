package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.penstock.cli.output.CheckFormat;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.ReportNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The formats that show the tree of a run, read again, also when everything is nasty. */
class TreeFormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> json() {
        return ReportRows.ofSamples(report -> {
            JsonNode root = JSON.readTree(SampleReports.text(CheckFormat.JSON, report));
            assertThat(root.get("group_id").textValue()).isEqualTo("root_result_group");
            assertThat(summed(root)).isEqualTo(root.at("/summary/status"));
            assertThat(reasons(root).stream().sorted())
                    .isEqualTo(ReportRows.rows(report).stream()
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
        return ReportRows.ofSamples(report -> {
            var reasons = new ArrayList<String>();
            var statuses = new TreeMap<String, Integer>();
            try (var csv = CsvReader.builder().ofNamedCsvRecord(SampleReports.text(CheckFormat.CSV, report))) {
                csv.forEach(line -> {
                    reasons.add(line.getField("reason"));
                    statuses.merge(line.getField("status"), 1, Integer::sum);
                });
            }
            assertThat(reasons)
                    .isEqualTo(ReportRows.rows(report).stream()
                            .map(ControlResult::reason)
                            .toList());
            assertThat(statuses.get("error")).isEqualTo((int) report.counts().error());
        });
    }

    @TestFactory
    Stream<DynamicTest> snapshot() {
        return ReportRows.ofSamples(report -> {
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
        return ReportRows.ofSamples(report -> {
            String text = SampleReports.text(CheckFormat.TEXT, report);
            long lines = text.lines()
                    .filter(line -> line.matches("[| ]*(OK|SKIP|INFO|ALARM|EXEMPT|ERROR) *: .*"))
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
