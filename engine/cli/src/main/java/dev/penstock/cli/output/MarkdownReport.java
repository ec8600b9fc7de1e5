package dev.penstock.cli.output;

import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.RunError;
import dev.penstock.controls.model.Status;
import dev.penstock.controls.model.StatusCounts;
import java.io.IOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The tree of a run as Markdown with tables. The blank lines are the peer's. */
record MarkdownReport(ReportSettings.Origin origin) implements CheckRenderer {

    @Override
    public void write(CheckReport report, Writer out) throws IOException {
        ReportNode root = ReportRoot.of(report, origin.mod());
        out.write("\n\n");
        if (root instanceof ReportNode.Check check) {
            check(check, out);
        }
        out.write("\n\n");
        if (root instanceof ReportNode.Group group) {
            out.write("\n# " + MarkdownText.line(group.node().title()) + "\n");
            total(group.counts(), out);
            children(group, out);
        }
        for (String note : report.notes()) {
            out.write("\n> Note: " + MarkdownText.line(note) + "\n");
        }
        String time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                .format(report.started().atZone(origin.zone()));
        out.write("\n\n\\\n_Report run at " + MarkdownText.code(time) + " using "
                + MarkdownText.code("Penstock " + origin.version()) + " in dir " + MarkdownText.code(origin.folder())
                + "._\n");
    }

    private static void children(ReportNode.Group group, Writer out) throws IOException {
        if (group.children().stream().anyMatch(ReportNode.Check.class::isInstance)) {
            out.write("\n");
        }
        for (ReportNode child : group.children()) {
            if (child instanceof ReportNode.Check check) {
                check(check, out);
            }
        }
        for (ReportNode child : group.children()) {
            if (child instanceof ReportNode.Group inner) {
                out.write("\n# " + MarkdownText.line(inner.node().title()) + "\n");
                counts(inner.counts(), out);
                children(inner, out);
            }
        }
    }

    private static void total(StatusCounts counts, Writer out) throws IOException {
        out.write("\n| | TOTAL | " + counts.total() + " |\n|-|-|-|\n");
        var shown = new ArrayList<>(List.of(Status.OK, Status.SKIP, Status.INFO, Status.ALARM, Status.ERROR));
        if (counts.exempt() > 0) {
            shown.add(Status.EXEMPT);
        }
        for (Status status : shown) {
            String name = status.name().charAt(0) + status.text().substring(1);
            out.write("| " + icon(status) + " | " + (status == Status.OK ? "OK" : name) + " | " + counts.of(status)
                    + " |\n");
        }
    }

    private static void counts(StatusCounts counts, Writer out) throws IOException {
        boolean exempt = counts.exempt() > 0;
        out.write("\n| OK | Skip | Info | Alarm | Error |" + (exempt ? " Exempt |" : "") + " Total |\n");
        out.write("|-|-|-|-|-|" + (exempt ? "-|" : "") + "-|\n");
        out.write("| " + counts.ok() + " | " + counts.skip() + " | " + counts.info() + " | " + counts.alarm() + " | "
                + counts.error() + " | " + (exempt ? counts.exempt() + " | " : "") + counts.total() + " |\n");
    }

    private static void check(ReportNode.Check check, Writer out) throws IOException {
        out.write("\n## " + MarkdownText.line(check.node().title()) + "\n");
        String description = MarkdownText.line(check.node().description());
        if (!description.isEmpty()) {
            out.write(" \n*" + description + "*");
        }
        out.write("\n");
        counts(check.counts(), out);
        if (check.error().isPresent()) {
            String error = check.error().map(RunError::message).orElse("");
            out.write("\n> Error: _" + MarkdownText.line(error) + "_\n\n");
            return;
        }
        out.write("\n\n");
        if (!check.results().isEmpty()) {
            out.write("\n| | Reason | Dimensions |\n|-|--------|------------|");
        }
        for (ControlResult result : check.results()) {
            out.write("\n| " + icon(result.status()) + " | " + MarkdownText.line(result.explanation()) + "| ");
            for (Dimension dimension : result.dimensions()) {
                out.write(MarkdownText.code(dimension.value()) + " ");
            }
            out.write(" |");
        }
        out.write("\n");
    }

    private static String icon(Status status) {
        return switch (status) {
            case OK -> "✅";
            case SKIP -> "⇨";
            case INFO -> "ℹ";
            case ALARM -> "❌";
            case EXEMPT -> "🔕";
            case ERROR -> "❗";
        };
    }
}
