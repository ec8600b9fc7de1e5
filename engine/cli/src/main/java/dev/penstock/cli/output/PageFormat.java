package dev.penstock.cli.output;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of a {@link TablePage}. */
public enum PageFormat {
    PRETTY,
    MARKDOWN,
    JSON;

    /** The names of all formats. */
    public static List<String> names() {
        return Arrays.stream(values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The format of this name, in any case. */
    public static Optional<PageFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Writes a page. */
    public void write(TablePage page, Writer out) throws IOException {
        switch (this) {
            case PRETTY -> new TextPage(out).write(page);
            case MARKDOWN -> new MarkdownPage(out).write(page);
            case JSON -> new JsonPage(out).write(page);
        }
    }
}
