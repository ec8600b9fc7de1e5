package dev.penstock.cli.output;

import dev.penstock.controls.model.CheckNode;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.RunError;
import dev.penstock.controls.model.Status;
import dev.penstock.controls.model.StatusCounts;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One page for people that needs nothing else: it loads nothing, and runs and styles only what it brings along. Without
 * scripts it shows everything; with them it can be searched and filtered.
 */
record HtmlReport(ReportSettings.Origin origin) implements CheckRenderer {
    private static final List<Status> WORST_FIRST =
            List.of(Status.ALARM, Status.ERROR, Status.EXEMPT, Status.INFO, Status.OK, Status.SKIP);
    private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low", "none");
    private static final int OPENED_AT_MOST = 200;
    private static final int LOWEST_HEADING = 6;

    @Override
    public void write(CheckReport report, Writer out) throws IOException {
        ReportNode root = ReportRoot.of(report, origin.mod());
        String style = resource("report.css");
        String script = resource("report.js");
        head(root, style, script, out);
        header(report, root, out);
        tools(root, out);
        out.write("<main id=\"results\" tabindex=\"-1\">\n");
        for (String note : report.notes()) {
            out.write("<p class=\"note\">" + HtmlText.of(note) + "</p>\n");
        }
        new Tree(out).children(root);
        out.write("<p class=\"empty\" id=\"empty\" hidden>Nothing matches. Clear the filters to see everything.</p>\n");
        out.write("</main>\n<footer><p>Written by Penstock " + HtmlText.of(origin.version()) + " in "
                + HtmlText.of(origin.folder()) + ".</p></footer>\n");
        out.write("<script>" + script + "</script>\n</body>\n</html>\n");
    }

    private static void head(ReportNode root, String style, String script, Writer out) throws IOException {
        out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"UTF-8\">\n");
        out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '"
                + digest(style) + "'; script-src '" + digest(script)
                + "'; img-src data:; base-uri 'none'; form-action 'none'\">\n");
        out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.write("<meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"icon\" href=\"data:,\">\n");
        out.write("<title>" + HtmlText.of(root.node().title()) + "</title>\n<style>" + style + "</style>\n</head>\n");
        out.write("<body>\n<a class=\"skip-link\" href=\"#results\">Skip to the results</a>\n");
    }

    private void header(CheckReport report, ReportNode root, Writer out) throws IOException {
        StatusCounts counts = root.counts();
        out.write("<header>\n<p class=\"brand\">Penstock report</p>\n<h1>"
                + HtmlText.of(root.node().title()) + "</h1>\n");
        if (root instanceof ReportNode.Group group
                && !group.node().description().isBlank()) {
            out.write("<p class=\"lead\">" + HtmlText.of(group.node().description()) + "</p>\n");
        }
        String time = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH)
                .format(report.started().atZone(origin.zone()));
        String took = Seconds.of(Duration.between(report.started(), report.ended()));
        out.write("<p class=\"meta\"><span><time datetime=\"" + report.started() + "\">" + time
                + "</time></span><span>took " + took + " s</span><span>mod " + HtmlText.of(origin.mod())
                + "</span><span>" + many(report.checks().size(), "control") + "</span><span>"
                + many(counts.total(), "result") + "</span></p>\n");
        bar(counts, out);
        out.write("</header>\n");
    }

    private static String many(long count, String what) {
        return TextReport.Counter.number(count) + " " + what + (count == 1 ? "" : "s");
    }

    /** What is exempt is shown only where something is. */
    private static List<Status> shown(StatusCounts counts) {
        return WORST_FIRST.stream()
                .filter(status -> status != Status.EXEMPT || counts.exempt() > 0)
                .toList();
    }

    private static void bar(StatusCounts counts, Writer out) throws IOException {
        var words = new StringBuilder();
        var parts = new StringBuilder();
        long before = 0;
        for (Status status : shown(counts)) {
            long count = counts.of(status);
            words.append(words.isEmpty() ? "" : ", ").append(count).append(' ').append(status.text());
            if (count > 0) {
                parts.append("<rect class=\"" + status.text() + "\" x=\"" + before + "\" width=\"" + count
                        + "\" height=\"1\"/>");
            }
            before += count;
        }
        out.write("<svg class=\"bar\" viewBox=\"0 0 " + Math.max(1, before)
                + " 1\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"" + words + "\">" + parts + "</svg>\n");
    }

    private static void tools(ReportNode root, Writer out) throws IOException {
        out.write("<div class=\"tools\" id=\"tools\" role=\"search\" hidden><div>\n");
        out.write("<input type=\"search\" id=\"search\" aria-label=\"Search in all results\""
                + " placeholder=\"Search reasons, resources, controls   ( / )\" autocomplete=\"off\""
                + " spellcheck=\"false\">\n<output id=\"shown\" aria-live=\"polite\"></output>\n</div><div>\n");
        out.write("<fieldset><legend>Status</legend>\n");
        for (Status status : shown(root.counts())) {
            out.write("<button type=\"button\" aria-pressed=\"false\" data-status=\"" + status.text() + "\">"
                    + mark(status) + "<b>"
                    + TextReport.Counter.number(root.counts().of(status)) + "</b></button>\n");
        }
        out.write("</fieldset>\n<fieldset><legend>Severity</legend>\n");
        for (var severity : severities(root).entrySet()) {
            out.write("<button type=\"button\" aria-pressed=\"false\" data-severity=\""
                    + HtmlText.of(severity.getKey()) + "\">"
                    + HtmlText.of(severity.getKey().isEmpty() ? "unset" : severity.getKey()) + "<b>"
                    + TextReport.Counter.number(severity.getValue()) + "</b></button>\n");
        }
        out.write("</fieldset>\n<button type=\"button\" class=\"plain\" id=\"open\">Open all</button>\n");
        out.write("<button type=\"button\" class=\"plain\" id=\"close\">Close all</button>\n");
        out.write("<button type=\"button\" class=\"plain\" id=\"reset\" hidden>Clear filters</button>\n");
        out.write("</div></div>\n");
    }

    /** How many rows there are of each severity, the gravest first. */
    private static Map<String, Long> severities(ReportNode root) {
        var found = new TreeMap<String, Long>((a, b) -> {
            int byRank = Integer.compare(rank(a), rank(b));
            return byRank != 0 ? byRank : a.compareTo(b);
        });
        severities(root, found);
        return found;
    }

    private static int rank(String severity) {
        int known = SEVERITIES.indexOf(severity);
        return known >= 0 ? known : severity.isEmpty() ? SEVERITIES.size() + 1 : SEVERITIES.size();
    }

    private static void severities(ReportNode node, Map<String, Long> found) {
        if (node instanceof ReportNode.Group group) {
            group.children().forEach(child -> severities(child, found));
        } else if (node instanceof ReportNode.Check check) {
            found.merge(severity(check.node()), check.counts().total(), Long::sum);
        }
    }

    private static String severity(Control control) {
        return control.severity().toLowerCase(Locale.ROOT);
    }

    private static String mark(Status status) {
        String icon = switch (status) {
            case ALARM -> "✖";
            case ERROR -> "!";
            case EXEMPT -> "⊘";
            case INFO -> "i";
            case OK -> "✓";
            case SKIP -> "–";
        };
        return "<span class=\"mark " + status.text() + "\"><span aria-hidden=\"true\">" + icon + "</span> "
                + status.text() + "</span>";
    }

    private static String counts(StatusCounts counts) {
        var text = new StringBuilder("<span class=\"counts\">");
        for (Status status : WORST_FIRST) {
            if (counts.of(status) > 0) {
                text.append("<span><span class=\"mark " + status.text() + "\">" + counts.of(status) + "</span> "
                        + status.text() + "</span>");
            }
        }
        return text.append(counts.total() == 0 ? "<span>no results</span></span>" : "</span>")
                .toString();
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " can't be read from the jar", e);
        }
    }

    /** What the page's policy lets pass: exactly this text. */
    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Benchmarks and controls, in the order of the mod. */
    private static final class Tree {
        private final Writer out;
        private int controls;

        Tree(Writer out) {
            this.out = out;
        }

        void children(ReportNode root) throws IOException {
            if (root instanceof ReportNode.Group group) {
                for (ReportNode child : group.children()) {
                    node(child, 2);
                }
            } else {
                node(root, 2);
            }
        }

        private void node(ReportNode node, int level) throws IOException {
            if (node instanceof ReportNode.Check check) {
                check(check);
                return;
            }
            CheckNode benchmark = node.node();
            String heading = "h" + Math.min(level, LOWEST_HEADING);
            out.write("<section class=\"group\"><" + heading + ">" + HtmlText.of(benchmark.title())
                    + counts(node.counts()) + "</" + heading + ">\n");
            if (!benchmark.description().isBlank()) {
                out.write("<p class=\"lead\">" + HtmlText.of(benchmark.description()) + "</p>\n");
            }
            for (ReportNode child : ((ReportNode.Group) node).children()) {
                node(child, level + 1);
            }
            out.write("</section>\n");
        }

        private void check(ReportNode.Check check) throws IOException {
            Control control = check.node();
            StatusCounts counts = check.counts();
            boolean fails = counts.failed() > 0;
            boolean open = fails && counts.total() <= OPENED_AT_MOST;
            controls++;
            out.write("<details" + (fails ? " class=\"fails\"" : "") + (open ? " open" : "") + " data-severity=\""
                    + HtmlText.of(severity(control)) + "\"><summary><span class=\"name\" id=\"c" + controls + "\">"
                    + HtmlText.of(control.title()) + "</span>");
            if (!control.severity().isBlank()) {
                String known = SEVERITIES.contains(severity(control)) ? " " + severity(control) : "";
                out.write("<span class=\"severity" + known + "\">" + HtmlText.of(control.severity()) + "</span>");
            }
            out.write(counts(counts) + "</summary>\n");
            String description = control.description().isBlank() ? "" : HtmlText.of(control.description()) + "\n";
            out.write(
                    "<p class=\"about\">" + description + "<code>" + HtmlText.of(control.fullName()) + "</code></p>\n");
            if (check.rows().isEmpty()) {
                out.write("<p class=\"none\">There is nothing that this control is about.</p>\n");
            } else {
                rows(check);
            }
            out.write("</details>\n");
        }

        private void rows(ReportNode.Check check) throws IOException {
            out.write("<table aria-labelledby=\"c" + controls + "\"><thead><tr><th scope=\"col\">Status</th>"
                    + "<th scope=\"col\">Reason</th><th scope=\"col\">Resource</th><th scope=\"col\">Dimensions</th>"
                    + "</tr></thead><tbody>\n");
            for (ControlResult row : check.rows()) {
                out.write("<tr data-status=\"" + row.status().text() + "\"><td>" + mark(row.status())
                        + "</td><td dir=\"auto\">" + HtmlText.of(row.reason()));
                if (row.decision().isPresent()) {
                    out.write("<p class=\"decision\">"
                            + HtmlText.of(row.decision().get().sentence()) + "</p>");
                }
                out.write("</td><td>");
                if (!row.resource().isBlank()) {
                    out.write("<code>" + HtmlText.of(row.resource()) + "</code>");
                }
                out.write("</td><td>");
                for (Dimension dimension : row.dimensions()) {
                    if (!dimension.value().isBlank()) {
                        dimension(dimension.key(), dimension.value());
                    }
                }
                error(check);
                out.write("</td></tr>\n");
            }
            out.write("</tbody></table>\n");
        }

        private void error(ReportNode.Check check) throws IOException {
            if (check.error().isPresent()) {
                RunError error = check.error().get();
                if (error.account().isPresent()) {
                    dimension("account", error.account().get());
                }
                if (error.call().isPresent()) {
                    dimension("call", error.call().get());
                }
            }
        }

        private void dimension(String key, String value) throws IOException {
            out.write("<span class=\"dimension\"><i>" + HtmlText.of(key) + "</i>" + HtmlText.of(value) + "</span>");
        }
    }
}
