package dev.penstock.cli.output;

import dev.penstock.spi.table.Example;
import java.io.IOException;
import java.io.Writer;

/** A table's page in Markdown. */
record MarkdownPage(Writer out) {
    void write(TablePage page) throws IOException {
        out.write("# " + page.name() + "\n\n" + MarkdownText.line(page.description()) + "\n");
        for (Example example : page.examples()) {
            out.write("\n" + MarkdownText.line(example.question()) + ":\n\n```sql\n"
                    + example.sql().strip() + "\n```\n");
        }
        out.write("\n## Rows\n\n");
        for (String line : page.rows()) {
            out.write("- " + MarkdownText.line(line) + "\n");
        }
        out.write(
                "\n## Columns\n\nA key narrows the calls with `=` or `in`. A column without a call comes with its row.\n\n");
        out.write("| column | type | key | call | what it is |\n|---|---|---|---|---|\n");
        for (TablePage.PageColumn column : page.columns()) {
            out.write("| " + MarkdownText.code(column.name()) + " | " + column.type() + " | "
                    + (column.key() ? "key" : "") + " | " + MarkdownText.line(String.join(" or ", column.calls()))
                    + " | " + MarkdownText.line(column.description()) + " |\n");
        }
        out.write("\n## Permissions\n\n");
        for (String action : page.permissions()) {
            out.write("- " + MarkdownText.code(action) + "\n");
        }
    }
}
