package dev.penstock.cli.output;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/** XML 1.0, indented, well-formed whatever the texts hold: what XML can't hold becomes a replacement character. */
final class XmlWriter {
    private static final char REPLACEMENT = '\uFFFD';

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;
    private boolean holdsText;

    XmlWriter(Writer out) throws IOException {
        this.out = out;
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Begins an element. */
    XmlWriter start(String name) throws IOException {
        closeTag();
        indent();
        out.write('<');
        out.write(name);
        open.push(name);
        inTag = true;
        return this;
    }

    /** An attribute of the element that has just begun. */
    XmlWriter attribute(String name, Object value) throws IOException {
        out.write(' ');
        out.write(name);
        out.write("=\"");
        escaped(value.toString(), true);
        out.write('"');
        return this;
    }

    /** The text of the element, which has no elements. */
    XmlWriter text(String text) throws IOException {
        out.write('>');
        inTag = false;
        holdsText = true;
        escaped(text, false);
        return this;
    }

    /** Ends the element that was begun last. */
    XmlWriter end() throws IOException {
        String name = open.pop();
        if (inTag) {
            out.write("/>\n");
        } else {
            if (!holdsText) {
                indent();
            }
            out.write("</" + name + ">\n");
        }
        inTag = false;
        holdsText = false;
        return this;
    }

    private void closeTag() throws IOException {
        if (inTag) {
            out.write(">\n");
            inTag = false;
        }
    }

    private void indent() throws IOException {
        out.write("  ".repeat(open.size()));
    }

    private void escaped(String text, boolean attribute) throws IOException {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write(attribute ? "&quot;" : "\"");
                case '\r' -> out.write("&#13;");
                case '\n', '\t' -> out.write(attribute ? "&#" + c + ";" : Character.toString(c));
                default -> out.write(isCharacter(c) ? Character.toString(c) : String.valueOf(REPLACEMENT));
            }
        }
    }

    private static boolean isCharacter(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
