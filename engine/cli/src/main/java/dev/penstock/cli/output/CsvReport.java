package dev.penstock.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.penstock.controls.model.CheckNode;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.ReportNode;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
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
        var dimensions = new TreeSet<String>();
        var tags = new TreeSet<String>();
        report.roots().forEach(root -> names(root, dimensions, tags));
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.LF)
                .build(out);
        if (header) {
            var names = new ArrayList<>(FIXED);
            names.addAll(dimensions);
            names.addAll(tags);
            csv.writeRecord(names);
        }
        for (ReportNode root : report.roots()) {
            write(root, new Group("root_result_group", root.node().title(), ""), csv, dimensions, tags);
        }
        csv.flush();
    }

    private static void names(ReportNode node, SortedSet<String> dimensions, SortedSet<String> tags) {
        if (node instanceof ReportNode.Group group) {
            group.children().forEach(child -> names(child, dimensions, tags));
        } else if (node instanceof ReportNode.Check check) {
            tags.addAll(check.node().tags().keySet());
            check.results()
                    .forEach(result -> result.dimensions().forEach(dimension -> dimensions.add(dimension.key())));
        }
    }

    private void write(
            ReportNode node, Group parent, CsvWriter csv, SortedSet<String> dimensions, SortedSet<String> tags) {
        if (node instanceof ReportNode.Group group) {
            CheckNode benchmark = group.node();
            var inner = new Group(benchmark.fullName(), benchmark.title(), benchmark.description());
            group.children().forEach(child -> write(child, inner, csv, dimensions, tags));
        } else if (node instanceof ReportNode.Check check) {
            for (ControlResult result : check.rows()) {
                csv.writeRecord(line(
                        parent,
                        check.node(),
                        result.reason(),
                        result.resource(),
                        result.status().text(),
                        result.dimensions(),
                        dimensions,
                        tags));
            }
        }
    }

    private List<String> line(
            Group parent,
            Control control,
            String reason,
            String resource,
            String status,
            List<Dimension> values,
            SortedSet<String> dimensions,
            SortedSet<String> tags) {
        var line = new ArrayList<>(List.of(
                parent.id(),
                parent.title(),
                parent.description(),
                ReportRoot.controlId(control, origin.mod()),
                control.title(),
                control.description(),
                reason,
                resource,
                status,
                control.severity()));
        for (String key : dimensions) {
            line.add(values.stream()
                    .filter(dimension -> dimension.key().equals(key))
                    .map(Dimension::value)
                    .findFirst()
                    .orElse(""));
        }
        tags.forEach(key -> line.add(control.tags().getOrDefault(key, "")));
        return line;
    }

    private record Group(String id, String title, String description) {}
}
