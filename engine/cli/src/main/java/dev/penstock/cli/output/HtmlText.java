package dev.penstock.cli.output;

/** Text from outside in HTML: nothing in it is markup, in elements and in attributes. */
final class HtmlText {
    private HtmlText() {}

    static String of(String text) {
        String safe = SafeText.lines(text);
        var escaped = new StringBuilder(safe.length() + 16);
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
