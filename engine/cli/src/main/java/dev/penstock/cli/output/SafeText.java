package dev.penstock.cli.output;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Text from outside, made harmless for a terminal: names and reasons come from the cloud and may hold escape sequences,
 * line breaks or marks that turn the direction of writing.
 */
public final class SafeText {
    private static final char REPLACEMENT = '\uFFFD';

    private SafeText() {}

    /** The text on one line: line breaks and tabs become blanks, other control characters a replacement character. */
    public static String line(String text) {
        return replaced(text, false);
    }

    /** The text with its line breaks. */
    public static String lines(String text) {
        return replaced(text, true);
    }

    /** A writer that passes on what is harmless, line breaks and tabs included. */
    static Writer writer(Writer out) {
        return new FilterWriter(out) {
            @Override
            public void write(int character) throws IOException {
                out.write(isHarmful((char) character) ? REPLACEMENT : character);
            }

            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                write(new String(text, offset, length), 0, length);
            }

            @Override
            public void write(String text, int offset, int length) throws IOException {
                out.write(lines(text.substring(offset, offset + length)));
            }
        };
    }

    private static String replaced(String text, boolean keepsLines) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == '\n' || c == '\t' || c == '\r';
            if (blank ? !keepsLines || c == '\r' : isHarmful(c)) {
                if (safe == null) {
                    safe = new StringBuilder(text);
                }
                safe.setCharAt(i, blank ? ' ' : REPLACEMENT);
            }
        }
        return safe == null ? text : safe.toString();
    }

    private static boolean isHarmful(char c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r';
        boolean direction = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        return control || direction || c == '\u2028' || c == '\u2029';
    }
}
