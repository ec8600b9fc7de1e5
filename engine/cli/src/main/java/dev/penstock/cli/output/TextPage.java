package dev.penstock.cli.output;

import dev.penstock.spi.table.Example;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;

/** A table's page for a terminal. */
record TextPage(Writer out) {
    void write(TablePage page) throws IOException {
        out.write(page.name() + ": " + page.description() + "\n");
        section("Rows", page.rows());
        out.write("\nColumns (* narrows the calls)\n");
        int width = width(page, TablePage.PageColumn::name);
        int typeWidth = width(page, TablePage.PageColumn::type);
        for (TablePage.PageColumn column : page.columns()) {
            String name = (column.key() ? "* " : "  ") + column.name();
            out.write(padded(name, width + 4) + padded(column.type(), typeWidth + 2) + column.description());
            out.write(column.calls().isEmpty() ? "\n" : " [" + String.join(" | ", column.calls()) + "]\n");
        }
        section("Permissions", page.permissions());
        for (Example example : page.examples()) {
            out.write("\n" + example.question() + "\n\n" + example.sql().indent(4));
        }
    }

    private static int width(TablePage page, Function<TablePage.PageColumn, String> text) {
        return page.columns().stream()
                .mapToInt(column -> text.apply(column).length())
                .max()
                .orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private void section(String title, List<String> lines) throws IOException {
        out.write("\n" + title + "\n");
        for (String line : lines) {
            out.write("  " + line + "\n");
        }
    }
}
