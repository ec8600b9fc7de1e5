package dev.penstock.hcl;

/** Literal text of a template: escapes to what they stand for. */
final class Escapes {
    private final TokenReader tokens;

    Escapes(TokenReader tokens) {
        this.tokens = tokens;
    }

    /** Doubled signs before a brace to single ones; nothing else is an escape in heredocs and template files. */
    static String plain(String written) {
        return doubled(written) ? written.substring(1) : written;
    }

    private static boolean doubled(String written) {
        return written.startsWith("$${") || written.startsWith("%%{");
    }

    /** The text of a token between quotes. */
    String quoted(Token token) {
        String written = tokens.text(token);
        if (written.indexOf('\\') < 0) {
            return plain(written);
        }
        var text = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else {
                i = escape(token, written, i + 1, text);
            }
        }
        return text.toString();
    }

    /** Resolves the escape whose selector stands at {@code index}; the index of its last character. */
    private int escape(Token token, String written, int index, StringBuilder text) {
        char selector = index < written.length() ? written.charAt(index) : ' ';
        switch (selector) {
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case '"', '\\' -> text.append(selector);
            case 'u' -> {
                return codePoint(token, written, index, 4, text);
            }
            case 'U' -> {
                return codePoint(token, written, index, 8, text);
            }
            default -> report(token, index, "\\" + selector + " is no escape", "write \\\\ for a backslash");
        }
        return index;
    }

    private int codePoint(Token token, String written, int index, int digits, StringBuilder text) {
        int end = index + 1 + digits;
        String hex = written.substring(index + 1, Math.min(end, written.length()));
        if (!hex.matches("[0-9a-fA-F]{" + digits + "}")) {
            report(token, index, "\\" + written.charAt(index) + " needs " + digits + " hexadecimal digits", "");
            return index;
        }
        long point = Long.parseLong(hex, 16);
        if (point > Character.MAX_CODE_POINT
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            report(token, index, "there is no character U+" + hex, "");
        } else {
            text.appendCodePoint((int) point);
        }
        return end - 1;
    }

    private void report(Token token, int index, String problem, String suggestion) {
        tokens.problems().add(token.start() + index - 1, problem, suggestion);
    }
}
