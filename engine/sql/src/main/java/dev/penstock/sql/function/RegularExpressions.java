package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** PostgreSQL's advanced regular expressions as Java's (chapter 9.7.3). */
final class RegularExpressions {
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("alnum", "\\p{IsAlphabetic}\\p{IsDigit}"),
            Map.entry("alpha", "\\p{IsAlphabetic}"),
            Map.entry("blank", " \\t"),
            Map.entry("cntrl", "\\p{Cntrl}"),
            Map.entry("digit", "\\p{IsDigit}"),
            Map.entry("graph", "\\p{Graph}"),
            Map.entry("lower", "\\p{IsLowercase}"),
            Map.entry("print", "\\p{Print}"),
            Map.entry("punct", "\\p{Punct}"),
            Map.entry("space", "\\s"),
            Map.entry("upper", "\\p{IsUppercase}"),
            Map.entry("xdigit", "\\p{XDigit}"),
            Map.entry("word", "\\p{IsAlphabetic}\\p{IsDigit}_"));

    private final String source;
    private final boolean multiline;
    private final StringBuilder java = new StringBuilder();
    private int at;

    private RegularExpressions(String source, boolean multiline) {
        this.source = source;
        this.multiline = multiline;
    }

    /**
     * A pattern of PostgreSQL's.
     *
     * @param flags letters of chapter 9.7.3.4; {@code g} is the caller's
     */
    static Pattern compile(String pattern, String flags) {
        int options = Pattern.DOTALL;
        String body = pattern;
        String all = flags;
        if (body.startsWith("***=")) {
            all += "q";
            body = body.substring(4);
        } else if (body.startsWith("***:")) {
            body = body.substring(4);
        }
        if (body.startsWith("(?") && body.matches("(?s)\\(\\?[bceimnpqstwx]+\\).*")) {
            all += body.substring(2, body.indexOf(')'));
            body = body.substring(body.indexOf(')') + 1);
        }
        boolean literal = false;
        boolean expanded = false;
        for (int i = 0; i < all.length(); i++) {
            char flag = all.charAt(i);
            switch (flag) {
                case 'i' -> options |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                case 'c' -> options &= ~(Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
                case 'n', 'm' -> options = (options | Pattern.MULTILINE) & ~Pattern.DOTALL;
                case 'p' -> options &= ~Pattern.DOTALL;
                case 'w' -> options |= Pattern.MULTILINE;
                case 's' -> options = (options | Pattern.DOTALL) & ~Pattern.MULTILINE;
                case 'q' -> literal = true;
                case 'x' -> expanded = true;
                case 'g', 't', 'b', 'e' -> {}
                default ->
                    throw new EngineException(
                            ErrorCode.INVALID_PARAMETER, "invalid regular expression option: \"" + flag + "\"");
            }
        }
        if (literal) {
            return Pattern.compile(Pattern.quote(body), options);
        }
        return compiled(body, options | Pattern.UNIX_LINES | (expanded ? Pattern.COMMENTS : 0));
    }

    private static Pattern compiled(String body, int options) {
        try {
            return Pattern.compile(
                    new RegularExpressions(body, (options & Pattern.MULTILINE) != 0).translated(), options);
        } catch (PatternSyntaxException e) {
            throw new EngineException(
                    ErrorCode.INVALID_REGULAR_EXPRESSION, "invalid regular expression: " + reason(e), e);
        } catch (StackOverflowError e) {
            throw new EngineException(
                    ErrorCode.INVALID_REGULAR_EXPRESSION,
                    "invalid regular expression: regular expression is too complex");
        }
    }

    private static String reason(PatternSyntaxException wrong) {
        String description = wrong.getDescription();
        if (description.contains("Unclosed group") || description.contains("Unmatched closing")) {
            return "parentheses () not balanced";
        }
        if (description.contains("Dangling") || description.contains("repetition")) {
            return "quantifier operand invalid";
        }
        if (description.contains("character class")) {
            return "brackets [] not balanced";
        }
        if (description.contains("character range")) {
            return "invalid character range";
        }
        return "invalid escape \\ sequence";
    }

    private String translated() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\\') {
                escape();
            } else if (c == '[') {
                bracket();
            } else if (c == '{' && !startsBound()) {
                java.append("\\{");
                at++;
            } else if (c == '$') {
                // Java's $ also matches before a last line end.
                java.append(multiline ? "$" : "\\z");
                at++;
            } else if (c == '#') {
                java.append("\\#");
                at++;
            } else if ((c == '*' || c == '+' || c == '?' || c == '}')
                    && at + 1 < source.length()
                    && source.charAt(at + 1) == '+') {
                throw new PatternSyntaxException("Dangling meta character '+'", source, at);
            } else {
                java.append(c);
                at++;
            }
        }
        return java.toString();
    }

    private boolean startsBound() {
        return at + 1 < source.length() && Character.isDigit(source.charAt(at + 1));
    }

    private void escape() {
        if (at + 1 >= source.length()) {
            throw new PatternSyntaxException("Unexpected end", source, at);
        }
        char c = source.charAt(at + 1);
        at += 2;
        switch (c) {
            case 'm' -> java.append("\\b(?=\\w)");
            case 'M' -> java.append("\\b(?<=\\w)");
            case 'y' -> java.append("\\b");
            case 'Y' -> java.append("\\B");
            case 'A' -> java.append("\\A");
            case 'Z' -> java.append("\\z");
            case 'B' -> java.append("\\\\");
            case 'd' -> java.append("\\p{IsDigit}");
            case 'D' -> java.append("\\P{IsDigit}");
            case 'w' -> java.append("[\\p{IsAlphabetic}\\p{IsDigit}_]");
            case 'W' -> java.append("[^\\p{IsAlphabetic}\\p{IsDigit}_]");
            case 'a' -> java.append("\\x07");
            case 'b' -> java.append("\\x08");
            case 'v' -> java.append("\\x0B");
            default -> {
                boolean known = Character.isDigit(c) || "sSnrtfeucx0".indexOf(c) >= 0 || !Character.isLetter(c);
                if (!known) {
                    throw new PatternSyntaxException("Illegal/unsupported escape sequence", source, at);
                }
                java.append('\\').append(c);
            }
        }
    }

    /** A bracket expression; within one only a backslash escapes, and classes have names. */
    private void bracket() {
        if (source.startsWith("[[:<:]]", at) || source.startsWith("[[:>:]]", at)) {
            java.append(source.charAt(at + 3) == '<' ? "\\b(?=\\w)" : "\\b(?<=\\w)");
            at += 7;
            return;
        }
        java.append('[');
        at++;
        if (at < source.length() && source.charAt(at) == '^') {
            java.append('^');
            at++;
        }
        boolean first = true;
        while (true) {
            if (at >= source.length()) {
                throw new PatternSyntaxException("Unclosed character class", source, at);
            }
            char c = source.charAt(at);
            if (c == ']' && !first) {
                java.append(']');
                at++;
                return;
            }
            first = false;
            if (source.startsWith("[:", at)) {
                named();
            } else if (source.startsWith("[.", at) || source.startsWith("[=", at)) {
                java.append(Pattern.quote(String.valueOf(source.charAt(at + 2))));
                at += 5;
            } else if (c == '\\') {
                classEscape();
            } else {
                java.append("[]&^~ #".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
                at++;
            }
        }
    }

    private void named() {
        int end = source.indexOf(":]", at);
        String name = end < 0 ? "" : source.substring(at + 2, end);
        String members = CLASSES.get(name);
        if (members == null) {
            throw new EngineException(
                    ErrorCode.INVALID_REGULAR_EXPRESSION, "invalid regular expression: invalid character class");
        }
        java.append(members);
        at = end + 2;
    }

    private void classEscape() {
        char c = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
        java.append(
                switch (c) {
                    case 'd' -> "\\p{IsDigit}";
                    case 'w' -> "\\p{IsAlphabetic}\\p{IsDigit}_";
                    default -> "\\" + c;
                });
        at += 2;
    }

    /** A pattern of {@code SIMILAR TO}: the whole text must fit. */
    static Pattern similar(String pattern, String escape) {
        return compiled("^(?:" + similarRegex(pattern, escape, ".*") + ")$", Pattern.DOTALL | Pattern.UNIX_LINES);
    }

    /** A pattern of {@code SUBSTRING SIMILAR}: its part between two escaped quotes is wanted, as early as it can begin. */
    static Pattern similarPart(String pattern, String escape) {
        String[] parts = escape.isEmpty() ? new String[] {pattern} : pattern.split(Pattern.quote(escape + '"'), -1);
        if (parts.length == 1) {
            return compiled("^(" + similarRegex(pattern, escape, ".*") + ")$", Pattern.DOTALL | Pattern.UNIX_LINES);
        }
        if (parts.length != 3) {
            throw new EngineException(
                    ErrorCode.INVALID_ESCAPE,
                    "SQL regular expression may not contain more than two escape-double-quote separators");
        }
        return compiled(
                "^(?:" + similarRegex(parts[0], escape, ".*?") + ")(" + similarRegex(parts[1], escape, ".*") + ")(?:"
                        + similarRegex(parts[2], escape, ".*") + ")$",
                Pattern.DOTALL | Pattern.UNIX_LINES);
    }

    private static String similarRegex(String pattern, String escape, String anything) {
        var regex = new StringBuilder();
        boolean inBracket = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (!escape.isEmpty() && c == escape.charAt(0)) {
                i++;
                if (i < pattern.length()) {
                    regex.append('\\').append(pattern.charAt(i));
                }
            } else if (inBracket) {
                inBracket = c != ']';
                regex.append(c == '\\' ? "\\\\" : String.valueOf(c));
            } else {
                inBracket = c == '[';
                regex.append(
                        switch (c) {
                            case '%' -> anything;
                            case '_' -> ".";
                            case '.', '^', '$', '\\' -> "\\" + c;
                            case '(' -> "(?:";
                            default -> String.valueOf(c);
                        });
            }
        }
        return regex.toString();
    }
}
