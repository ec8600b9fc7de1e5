package dev.penstock.cli.output;

import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.Status;
import dev.penstock.controls.model.StatusCounts;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The tree of a run for people: headings with counters, a line for each result, a summary. All lines end at the same
 * column. On a terminal that is its width, and what is too long is cut; elsewhere nothing is cut.
 *
 * @param brief whether only alarms and errors get a line
 * @param columns how wide the terminal is; nothing is cut if there is none
 * @param colours whether it has colours
 */
record TextReport(boolean brief, OptionalInt columns, boolean colours) implements CheckRenderer {
    private static final int WIDEST_ON_TERMINAL = 200;
    private static final int NARROWEST_ELSEWHERE = 100;

    @Override
    public boolean isForTerminals() {
        return true;
    }

    @Override
    public void write(CheckReport report, Writer out) throws IOException {
        var theme = new Theme(colours);
        for (ReportNode root : report.roots()) {
            var tree = new Tree(root, theme, brief, report.dryRun(), out);
            tree.width = columns.isPresent()
                    ? Math.max(tree.narrowest(), Math.min(WIDEST_ON_TERMINAL, columns.getAsInt()))
                    : Math.max(NARROWEST_ELSEWHERE, tree.needed());
            tree.write();
            if (!report.dryRun()) {
                for (String line : new TextSummary(root, tree.width, theme).lines()) {
                    out.write(line + "\n");
                }
            }
        }
        for (String note : report.notes()) {
            out.write("Note: " + SafeText.line(note) + "\n");
        }
    }

    /** One root with everything below it. */
    private static final class Tree {
        private static final int SHORTEST_REASON = 10;

        private final ReportNode root;
        private final Theme theme;
        private final boolean brief;
        private final boolean dryRun;
        private final Counter counter;
        private final Writer out;
        private final int labelWidth;
        private int width;

        Tree(ReportNode root, Theme theme, boolean brief, boolean dryRun, Writer out) {
            this.root = root;
            this.theme = theme;
            this.brief = brief;
            this.dryRun = dryRun;
            this.out = out;
            this.counter = new Counter(root.counts(), theme);
            this.labelWidth = (root.counts().exempt() > 0 ? Status.EXEMPT : Status.ALARM)
                    .name()
                    .length();
        }

        /** Below this a heading with its severity would have no room for a title of five columns. */
        int narrowest() {
            return 16 + 2 * depth(root) + counter.width();
        }

        private static int depth(ReportNode node) {
            return node instanceof ReportNode.Group group
                    ? 1 + group.children().stream().mapToInt(Tree::depth).max().orElse(0)
                    : 1;
        }

        /** The width at which nothing is cut. */
        int needed() {
            return needed(root, 2);
        }

        private int needed(ReportNode node, int indent) {
            int heading = indent + DisplayWidth.of(title(node)) + severity(node).length() + counter.width() + 5;
            if (node instanceof ReportNode.Group group) {
                return Math.max(
                        heading,
                        group.children().stream()
                                .mapToInt(child -> needed(child, indent + 2))
                                .max()
                                .orElse(0));
            }
            var check = (ReportNode.Check) node;
            int rows = check.rows().stream()
                    .mapToInt(row -> indent
                            + 7
                            + labelWidth
                            + DisplayWidth.of(SafeText.line(row.explanation()))
                            + DisplayWidth.of(String.join(" ", dimensions(row))))
                    .max()
                    .orElse(0);
            return Math.max(heading, rows);
        }

        void write() throws IOException {
            line("");
            if (root instanceof ReportNode.Group group) {
                group(group, "", "");
            } else {
                check((ReportNode.Check) root, "+ ", "  ");
            }
        }

        private void line(String text) throws IOException {
            out.write(text);
            out.write('\n');
        }

        private void group(ReportNode.Group group, String headingIndent, String indent) throws IOException {
            heading(group, headingIndent);
            line(theme.quiet(indent + "| "));
            List<ReportNode> children = group.children();
            for (int i = 0; i < children.size(); i++) {
                String below = indent + (i + 1 < children.size() ? "| " : "  ");
                ReportNode child = children.get(i);
                if (child instanceof ReportNode.Group inner) {
                    group(inner, indent + "+ ", below);
                } else {
                    check((ReportNode.Check) child, indent + "+ ", below);
                }
            }
        }

        private void check(ReportNode.Check check, String headingIndent, String indent) throws IOException {
            heading(check, headingIndent);
            boolean rows = !check.rows().isEmpty();
            line(theme.quiet(rows ? indent + "| " : indent));
            for (ControlResult result : check.rows()) {
                if (!brief || isAlarming(result.status())) {
                    line(row(result, indent));
                }
            }
            if (rows) {
                line(theme.quiet(indent));
            }
        }

        /** Also what is exempt: that an alarm is accepted does not make it less of one. */
        private static boolean isAlarming(Status status) {
            return status == Status.ALARM || status == Status.EXEMPT || status == Status.ERROR;
        }

        private void heading(ReportNode node, String indent) throws IOException {
            if (dryRun) {
                line(theme.quiet(indent) + theme.title(title(node)));
                return;
            }
            String severity = severity(node);
            int room = width - indent.length() - severity.length() - counter.width() - 2;
            String title = DisplayWidth.cut(title(node), room);
            int dots = Math.max(0, room - DisplayWidth.of(title));
            line(theme.quiet(indent)
                    + theme.title(title)
                    + " "
                    + theme.quiet(".".repeat(dots))
                    + " "
                    + theme.severity(severity)
                    + counter.of(node.counts()));
        }

        private static String title(ReportNode node) {
            return SafeText.line(node.node().title());
        }

        private static String severity(ReportNode node) {
            if (node.node() instanceof Control control) {
                String severity = control.severity().toLowerCase(Locale.ROOT);
                if (severity.equals("critical") || severity.equals("high")) {
                    return severity.toUpperCase(Locale.ROOT) + " ";
                }
            }
            return "";
        }

        private String row(ControlResult result, String indent) {
            int room = width - indent.length() - labelWidth - 2;
            List<String> values = dimensions(result);
            String reason = SafeText.line(result.explanation());
            int most = room - 3 - SHORTEST_REASON;
            while (!values.isEmpty() && DisplayWidth.of(String.join(" ", values)) > most) {
                values = shortened(values, most);
            }
            int used = DisplayWidth.of(String.join(" ", values));
            String text = DisplayWidth.cut(reason, values.isEmpty() ? room : room - used - 3);
            var line = new StringBuilder(theme.quiet(indent))
                    .append(theme.status(result.status(), label(result.status())))
                    .append(": ")
                    .append(text);
            if (!values.isEmpty()) {
                line.append(' ')
                        .append(theme.quiet(".".repeat(Math.max(1, room - DisplayWidth.of(text) - used - 2))))
                        .append(' ')
                        .append(coloured(result, values));
            }
            return line.toString();
        }

        private String label(Status status) {
            return status.name() + " ".repeat(labelWidth - status.name().length());
        }

        /** The first value loses its end, or goes when nothing is left of it. */
        private static List<String> shortened(List<String> values, int room) {
            String first = values.get(0);
            int over = DisplayWidth.of(String.join(" ", values)) - room;
            int left = DisplayWidth.of(first) - over;
            var shorter = new ArrayList<>(values.subList(1, values.size()));
            if (left > 1) {
                shorter.add(0, DisplayWidth.cut(first, left));
            }
            return shorter;
        }

        private static List<String> dimensions(ControlResult result) {
            return result.dimensions().stream()
                    .map(dimension -> SafeText.line(dimension.value()))
                    .filter(value -> !value.isBlank())
                    .toList();
        }

        private String coloured(ControlResult result, List<String> values) {
            var keys = result.dimensions().stream()
                    .filter(dimension -> !SafeText.line(dimension.value()).isBlank())
                    .toList();
            int skipped = keys.size() - values.size();
            var all = new ArrayList<String>();
            for (int i = 0; i < values.size(); i++) {
                var dimension = keys.get(skipped + i);
                all.add(theme.dimension(dimension.key(), dimension.value(), values.get(i)));
            }
            return String.join(" ", all);
        }
    }

    /** Failed and total beside a graph, aligned to the widest numbers of a root. */
    static final class Counter {
        private static final int CELLS = 10;

        private final StatusCounts root;
        private final Theme theme;
        private final int failedWidth;
        private final int totalWidth;

        Counter(StatusCounts root, Theme theme) {
            this.root = root;
            this.theme = theme;
            this.failedWidth = number(root.failed()).length();
            this.totalWidth = number(root.total()).length();
        }

        int width() {
            return failedWidth + 3 + totalWidth + 1 + CELLS + 2;
        }

        String of(StatusCounts counts) {
            return theme.failed(counts.failed(), padded(counts.failed(), failedWidth))
                    + theme.quiet(" / ")
                    + theme.total(counts.failed(), padded(counts.total(), totalWidth))
                    + " "
                    + graph(counts.failed(), counts.total());
        }

        String graph(long failed, long total) {
            double cell = root.total() / (double) CELLS;
            int bad = root.total() == 0 ? 0 : (int) Math.ceil(failed / cell);
            int used = root.total() == 0 ? 0 : (int) Math.ceil(total / cell);
            int good = total > failed ? Math.max(used - bad, Math.min(1, CELLS - bad)) : 0;
            return "["
                    + theme.status(Status.ALARM, "=".repeat(bad))
                    + theme.status(Status.OK, "=".repeat(good))
                    + " ".repeat(Math.max(0, CELLS - bad - good))
                    + "]";
        }

        /** With commas; formatting by locale takes longer to load than all else here. */
        static String number(long value) {
            var digits = new StringBuilder(Long.toString(value));
            for (int i = digits.length() - 3; i > 0; i -= 3) {
                digits.insert(i, ',');
            }
            return digits.toString();
        }

        private static String padded(long value, int width) {
            return " ".repeat(width - number(value).length()) + number(value);
        }
    }
}
