package dev.penstock.cli;

import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.ReportNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The rows of sample reports, as a format must show them. */
final class ReportRows {
    private static final Map<String, CheckReport> REPORTS =
            new TreeMap<>(Map.of("nasty", SampleReports.nasty(), "10,000 rows", SampleReports.large(10_000)));

    private ReportRows() {}

    /** A check of one report. */
    @FunctionalInterface
    interface Judge {
        void judge(CheckReport report) throws Exception;
    }

    /** A test for each sample report. */
    static Stream<DynamicTest> ofSamples(Judge judge) {
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

    static List<ControlResult> rows(CheckReport report) {
        return rows(report.roots().get(0));
    }

    /** The rows of every control, wherever it stands. */
    static List<ControlResult> findings(CheckReport report) {
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
}
