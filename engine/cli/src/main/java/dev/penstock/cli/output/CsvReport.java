package dev.penstock.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.penstock.controls.model.CheckNode;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Decision;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.ReportNode;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A line for each result and parent, in the order of the tree. */
record CsvReport(boolean header, char separator, ReportSettings.Origin origin) implements CheckRenderer {
    private static final List<String> FIXED = List.of(
            "group_id",
            "title",
            "description",
            "control_id",
            "control_title",
            "control_description",
            "reason",
            "resource",
            "status",
            "severity");

    @Override
    public void write(CheckReport report, Writer out) throws IOException {
        Columns columns = Columns.of(report);
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.LF)
                .build(out);
        if (header) {
            csv.writeRecord(columns.names());
        }
        for (ReportNode root : report.roots()) {
            write(root, new Group("root_result_group", root.node().title(), ""), csv, columns);
        }
        csv.flush();
    }

    private void write(ReportNode node, Group parent, CsvWriter csv, Columns columns) {
        if (node instanceof ReportNode.Group group) {
            CheckNode benchmark = group.node();
            var inner = new Group(benchmark.fullName(), benchmark.title(), benchmark.description());
            group.children().forEach(child -> write(child, inner, csv, columns));
        } else if (node instanceof ReportNode.Check check) {
            for (ControlResult result : check.rows()) {
                csv.writeRecord(line(parent, check.node(), result, columns));
            }
        }
    }

    private List<String> line(Group parent, Control control, ControlResult result, Columns columns) {
        var line = new ArrayList<>(List.of(
                parent.id(),
                parent.title(),
                parent.description(),
                ReportRoot.controlId(control, origin.mod()),
                control.title(),
                control.description(),
                result.reason(),
                result.resource(),
                result.status().text(),
                control.severity()));
        for (String key : columns.dimensions()) {
            line.add(result.dimensions().stream()
                    .filter(dimension -> dimension.key().equals(key))
                    .map(Dimension::value)
                    .findFirst()
                    .orElse(""));
        }
        columns.tags().forEach(key -> line.add(control.tags().getOrDefault(key, "")));
        Map<String, String> decided = result.decision().map(Decision::columns).orElse(Map.of());
        columns.decisions().forEach(key -> line.add(decided.getOrDefault(key, "")));
        return line;
    }

    private record Group(String id, String title, String description) {}

    /**
     * The columns behind the fixed ones.
     *
     * @param decisions only where something was decided
     */
    private record Columns(SortedSet<String> dimensions, SortedSet<String> tags, Set<String> decisions) {

        static Columns of(CheckReport report) {
            var dimensions = new TreeSet<String>();
            var tags = new TreeSet<String>();
            var decided = new EnumMap<Decision.Kind, Set<String>>(Decision.Kind.class);
            for (ReportNode.Check check : report.checks()) {
                tags.addAll(check.node().tags().keySet());
                for (ControlResult result : check.results()) {
                    result.dimensions().forEach(dimension -> dimensions.add(dimension.key()));
                    result.decision()
                            .ifPresent(decision -> decided.computeIfAbsent(
                                    decision.kind(), kind -> decision.columns().keySet()));
                }
            }
            var decisions = new LinkedHashSet<String>();
            decided.values().forEach(decisions::addAll);
            return new Columns(dimensions, tags, decisions);
        }

        List<String> names() {
            var names = new ArrayList<>(FIXED);
            names.addAll(dimensions);
            names.addAll(tags);
            names.addAll(decisions);
            return names;
        }
    }
}
