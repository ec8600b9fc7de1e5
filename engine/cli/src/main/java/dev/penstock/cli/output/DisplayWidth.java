package dev.penstock.cli.output;

import org.jline.utils.WCWidth;

/** How many columns of a terminal a text takes: letters of East Asia take two, combining marks none. */
final class DisplayWidth {
    private DisplayWidth() {}

    static int of(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            width += of(c);
            i += Character.charCount(c);
        }
        return width;
    }

    /** How many characters of a text fit into so many columns. */
    static int charactersIn(String text, int columns) {
        int width = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            width += of(c);
            if (width > columns) {
                return i;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** The text, cut with an ellipsis if it takes more than so many columns. */
    static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        return columns < 1 ? "" : text.substring(0, charactersIn(text, columns - 1)) + "…";
    }

    private static int of(int codePoint) {
        return codePoint < 0x7F ? 1 : Math.max(0, WCWidth.wcwidth(codePoint));
    }
}
