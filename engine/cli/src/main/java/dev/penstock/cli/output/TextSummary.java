package dev.penstock.cli.output;

import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.Status;
import dev.penstock.controls.model.StatusCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The counts below a tree: by status, by severity where it matters, and all of them. */
record TextSummary(ReportNode root, int width, Theme theme) {

    List<String> lines() {
        StatusCounts counts = root.counts();
        var lines = new ArrayList<>(List.of(theme.title("Summary"), ""));
        lines.add(status(Status.OK, counts.ok()));
        lines.add(status(Status.SKIP, counts.skip()));
        lines.add(status(Status.INFO, counts.info()));
        lines.add(status(Status.ALARM, counts.alarm()));
        if (counts.exempt() > 0) {
            lines.add(status(Status.EXEMPT, counts.exempt()));
        }
        lines.add(status(Status.ERROR, counts.error()));
        lines.add("");
        boolean severe = false;
        for (String severity : List.of("critical", "high")) {
            StatusCounts found = ofSeverity(root, severity);
            if (found != null) {
                lines.add(counted(severity.toUpperCase(Locale.ROOT), found));
                severe = true;
            }
        }
        if (severe) {
            lines.add("");
        }
        lines.add(counted("TOTAL", counts));
        lines.add("");
        return lines;
    }

    private static @Nullable StatusCounts ofSeverity(ReportNode node, String severity) {
        if (node instanceof ReportNode.Group group) {
            return group.children().stream()
                    .map(child -> ofSeverity(child, severity))
                    .filter(java.util.Objects::nonNull)
                    .reduce(StatusCounts::plus)
                    .orElse(null);
        }
        Control control = ((ReportNode.Check) node).node();
        return control.severity().equalsIgnoreCase(severity) ? node.counts() : null;
    }

    private String status(Status status, long count) {
        var graph = new TextReport.Counter(root.counts(), theme);
        boolean failure = status == Status.ALARM || status == Status.ERROR;
        String number = TextReport.Counter.number(count);
        return line(
                count == 0 ? theme.quiet(status.name()) : theme.status(status, status.name()),
                status.name().length(),
                (failure ? theme.failed(count, number) : count == 0 ? theme.quiet(number) : number)
                        + " "
                        + graph.graph(failure ? count : 0, count),
                number.length() + 13);
    }

    private String counted(String name, StatusCounts counts) {
        var counter = new TextReport.Counter(root.counts(), theme);
        return line(theme.title(name), name.length(), counter.of(counts), counter.width());
    }

    private String line(String name, int nameWidth, String counts, int countsWidth) {
        return name + " " + theme.quiet(".".repeat(Math.max(1, width - nameWidth - countsWidth - 2))) + " " + counts;
    }
}
