package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cli.output.CheckFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.TestFactory;

/** Markdown before a real reader, also when everything is nasty. */
class MarkdownFormatTest {
    @TestFactory
    Stream<DynamicTest> markdown() {
        return ReportRows.ofSamples(report -> {
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
                    .filter(row -> row.size() == 3 && row.get(0).matches("[✅⇨ℹ❌🔕❗]"))
                    .filter(row -> !List.of("OK", "Skip", "Info", "Alarm", "Error", "Exempt")
                            .contains(row.get(1)))
                    .map(row -> row.get(1))
                    .sorted()
                    .toList();
            assertThat(reasons)
                    .isEqualTo(ReportRows.rows(report).stream()
                            .filter(row -> !row.resource().isEmpty())
                            .map(row -> shown(row.explanation()))
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
}
