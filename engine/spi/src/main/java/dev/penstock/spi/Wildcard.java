package dev.penstock.spi;

import java.util.regex.Pattern;

/**
 * A pattern in which {@code *} stands for any characters, {@code ?} for one, and {@code [...]} for one of those within.
 */
public final class Wildcard {
    private final Pattern pattern;

    private Wildcard(Pattern pattern) {
        this.pattern = pattern;
    }

    /** The pattern of a text; a bracket that is not closed stands for itself. */
    public static Wildcard of(String text) {
        var regex = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            int end = c == '[' ? text.indexOf(']', at + 2) : -1;
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else if (end > 0) {
                regex.append(oneOf(text.substring(at + 1, end)));
                at = end;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return new Wildcard(Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    private static String oneOf(String within) {
        boolean none = within.startsWith("!") || within.startsWith("^");
        String members = (none ? within.substring(1) : within).replaceAll("([\\[\\]\\\\&^])", "\\\\$1");
        return "[" + (none ? "^" : "") + members + "]";
    }

    /** Whether a text has wildcards at all. */
    public static boolean isIn(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
    }

    /** Whether the pattern covers a whole text. */
    public boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}
