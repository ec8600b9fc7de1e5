package dev.penstock.cli.output;

/** Text from outside in Markdown: shown as it is, on one line, also inside a table. */
final class MarkdownText {
    private static final String MARKS = "\\`*[]<>|~";

    private MarkdownText() {}

    /** The text with its marks escaped; words_with_underscores stay as they are. */
    static String line(String text) {
        String line = SafeText.line(text).strip();
        var escaped = new StringBuilder(line.length() + 8);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean mark = MARKS.indexOf(c) >= 0
                    || (c == '_' && !(isWord(line, i - 1) && isWord(line, i + 1)))
                    || (c == '&' && i + 1 < line.length() && (isWord(line, i + 1) || line.charAt(i + 1) == '#'))
                    || (c == '#' && isAtEdge(line, i));
            if (mark) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    private static boolean isWord(String line, int i) {
        return i >= 0 && i < line.length() && Character.isLetterOrDigit(line.charAt(i));
    }

    /** Number signs at the end of a heading would be taken for its closing. */
    private static boolean isAtEdge(String line, int i) {
        return i == 0 || i == line.length() - 1;
    }

    /** The text as code: nothing in it is a mark but what ends the cell of a table. */
    static String code(String text) {
        String line = SafeText.line(text).replace("|", "\\|");
        if (line.isBlank()) {
            return "` `";
        }
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        boolean padded = line.startsWith("`") || line.endsWith("`") || (line.startsWith(" ") && line.endsWith(" "));
        return padded ? fence + " " + line + " " + fence : fence + line + fence;
    }
}
