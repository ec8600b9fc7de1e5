package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pattern of LIKE or ILIKE (chapter 9.7.1). One of texts and {@code %} alone needs no regular expression. */
public final class LikePattern {
    private final String text;
    private final char escape;
    /** What stands before, between and behind the {@code %}. */
    private final List<String> parts;

    private final @Nullable Pattern regex;

    private LikePattern(String text, char escape, List<String> parts, @Nullable Pattern regex) {
        this.text = text;
        this.escape = escape;
        this.parts = parts;
        this.regex = regex;
    }

    /**
     * Reads a pattern.
     *
     * @throws EngineException with PostgreSQL's words if it ends with the escape character
     */
    public static LikePattern of(String text, char escape, boolean ignoreCase) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        boolean plain = !ignoreCase;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == escape) {
                if (++i == text.length()) {
                    throw new EngineException(
                            ErrorCode.INVALID_ESCAPE, "LIKE pattern must not end with escape character");
                }
                part.append(text.charAt(i));
            } else if (c == '%') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                plain &= c != '_';
                part.append(c);
            }
        }
        parts.add(part.toString());
        return new LikePattern(text, escape, parts, plain ? null : regex(text, escape, ignoreCase));
    }

    private static Pattern regex(String text, char escape, boolean ignoreCase) {
        var regex = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c == escape) {
                regex.append(Pattern.quote(Character.toString(text.codePointAt(++i))));
            } else if (c == '%') {
                regex.append(".*");
            } else if (c == '_') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(Character.toString(c)));
            }
        }
        int flags = Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
        return Pattern.compile(regex.toString(), flags);
    }

    /** Whether it was read from this text with this escape character. */
    public boolean isOf(String pattern, char character) {
        return character == escape && pattern.equals(text);
    }

    /** Whether it matches the whole of a text. */
    public boolean matches(String value) {
        if (regex != null) {
            return regex.matcher(value).matches();
        }
        int last = parts.size() - 1;
        if (last == 0) {
            return value.equals(parts.get(0));
        }
        String end = parts.get(last);
        int from = parts.get(0).length();
        int to = value.length() - end.length();
        if (from > to || !value.startsWith(parts.get(0)) || !value.endsWith(end)) {
            return false;
        }
        for (int i = 1; i < last; i++) {
            int found = value.indexOf(parts.get(i), from);
            from = found + parts.get(i).length();
            if (found < 0 || from > to) {
                return false;
            }
        }
        return true;
    }
}
