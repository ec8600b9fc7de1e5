package dev.penstock.grammar;

/** What the text of a string token means: PostgreSQL 15, section 4.1.2. */
final class StringTokens {
    private static final int OCTAL_DIGITS = 3;

    private StringTokens() {}

    /** The value of {@code $tag$...$tag$}. */
    static String dollarQuoted(String image) {
        int mark = image.indexOf('$', 1) + 1;
        return image.substring(mark, image.length() - mark);
    }

    /**
     * The value of {@code E'...'}.
     *
     * @throws IllegalArgumentException if an escape is malformed, in PostgreSQL's words
     */
    static String escaped(String image) {
        String body = image.substring(2, image.length() - 1);
        StringBuilder value = new StringBuilder(body.length());
        int at = 0;
        while (at < body.length()) {
            char c = body.charAt(at++);
            if (c == '\'') {
                at++; // a quote is written twice
                value.append(c);
            } else if (c == '\\') {
                at = escape(body, at, value);
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    private static int escape(String body, int at, StringBuilder value) {
        char c = body.charAt(at);
        switch (c) {
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'u' -> {
                return unicode(body, at + 1, 4, value);
            }
            case 'U' -> {
                return unicode(body, at + 1, 8, value);
            }
            case 'x' -> {
                return number(body, at + 1, 2, 16, value, at);
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                return number(body, at, OCTAL_DIGITS, 8, value, at);
            }
            default -> value.append(c);
        }
        return at + 1;
    }

    private static int unicode(String body, int from, int digits, StringBuilder value) {
        int to = from + digits;
        if (to > body.length() || !body.substring(from, to).chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw new IllegalArgumentException("invalid Unicode escape");
        }
        long point = Long.parseLong(body.substring(from, to), 16);
        if (point == 0 || point > Character.MAX_CODE_POINT) {
            throw new IllegalArgumentException("invalid Unicode escape value");
        }
        value.appendCodePoint((int) point);
        return to;
    }

    private static int number(String body, int from, int most, int radix, StringBuilder value, int letterAt) {
        int to = from;
        while (to < body.length() && to - from < most && Character.digit(body.charAt(to), radix) >= 0) {
            to++;
        }
        if (to == from) {
            value.append(body.charAt(letterAt)); // \x without digits is an x
            return letterAt + 1;
        }
        int code = Integer.parseInt(body.substring(from, to), radix);
        if (code == 0 || code > 0x7f) {
            throw new IllegalArgumentException("invalid byte in an escape string: only \\u and \\U reach beyond ASCII");
        }
        value.append((char) code);
        return to;
    }
}
