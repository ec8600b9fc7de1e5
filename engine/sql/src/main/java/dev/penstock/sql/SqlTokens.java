package dev.penstock.sql;

import dev.penstock.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Cuts a text into its pieces by PostgreSQL's lexical rules (chapter 4.1). Every text can be cut, also one that is still
 * being typed.
 */
public final class SqlTokens implements Iterator<SqlToken> {
    private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|`?";

    private final String text;
    private int position;
    private boolean closed;

    private SqlTokens(String text, int position) {
        this.text = text;
        this.position = position;
    }

    /** The pieces, without the white space between them. */
    public static List<SqlToken> of(String text) {
        var tokens = new ArrayList<SqlToken>();
        from(text, 0).forEachRemaining(tokens::add);
        return tokens;
    }

    /** The pieces from a place on, outside of any quotes, each cut when it is asked for. */
    public static Iterator<SqlToken> from(String text, int start) {
        return new SqlTokens(text, start);
    }

    @Override
    public boolean hasNext() {
        while (position < text.length() && isBlank(text.charAt(position))) {
            position++;
        }
        return position < text.length();
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\uFEFF';
    }

    @Override
    public SqlToken next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int start = position;
        closed = true;
        Kind kind = skip(text.charAt(start));
        position = Math.min(position, text.length());
        return new SqlToken(kind, text.substring(start, position), start, closed);
    }

    /** Goes behind the piece that begins here. */
    private Kind skip(char c) {
        if (text.startsWith("--", position)) {
            int end = text.indexOf('\n', position);
            position = end < 0 ? text.length() : end;
            return Kind.COMMENT;
        }
        if (text.startsWith("/*", position)) {
            blockComment();
            return Kind.COMMENT;
        }
        if (c == '\'') {
            quoted('\'', false);
            return Kind.TEXT;
        }
        if (c == '"') {
            quoted('"', false);
            return Kind.QUOTED_NAME;
        }
        if (c == '$') {
            return dollar();
        }
        if (isDigit(c) || (c == '.' && position + 1 < text.length() && isDigit(text.charAt(position + 1)))) {
            number();
            return Kind.NUMBER;
        }
        return isNameStart(c) ? word(c) : operator(c);
    }

    private Kind word(char c) {
        boolean quoteFollows = position + 1 < text.length() && text.charAt(position + 1) == '\'';
        if (quoteFollows && "eEbBxXnN".indexOf(c) >= 0) {
            position++;
            quoted('\'', c == 'e' || c == 'E');
            return Kind.TEXT;
        }
        while (position < text.length() && isNamePart(text.charAt(position))) {
            position++;
        }
        return Kind.WORD;
    }

    private Kind operator(char c) {
        if (OPERATOR_CHARACTERS.indexOf(c) < 0) {
            position += text.startsWith("::", position) ? 2 : 1;
            return Kind.SYMBOL;
        }
        while (position < text.length()
                && OPERATOR_CHARACTERS.indexOf(text.charAt(position)) >= 0
                && !text.startsWith("--", position)
                && !text.startsWith("/*", position)) {
            position++;
        }
        return Kind.OPERATOR;
    }

    private void number() {
        while (position < text.length()) {
            char c = text.charAt(position);
            boolean exponent = (c == '+' || c == '-') && "eE".indexOf(text.charAt(position - 1)) >= 0;
            if (!isDigit(c) && c != '.' && c != 'e' && c != 'E' && !exponent) {
                return;
            }
            position++;
        }
    }

    private void quoted(char quote, boolean escapes) {
        String doubled = String.valueOf(quote).repeat(2);
        position++;
        while (position < text.length()) {
            char c = text.charAt(position);
            boolean skipsNext = (escapes && c == '\\') || text.startsWith(doubled, position);
            position += skipsNext ? 2 : 1;
            if (c == quote && !skipsNext) {
                return;
            }
        }
        closed = false;
    }

    private void blockComment() {
        int depth = 0;
        while (position < text.length()) {
            if (text.startsWith("/*", position)) {
                depth++;
                position += 2;
            } else if (text.startsWith("*/", position)) {
                depth--;
                position += 2;
                if (depth == 0) {
                    return;
                }
            } else {
                position++;
            }
        }
        closed = false;
    }

    /** A parameter, or a text between two marks such as {@code $body$}. */
    private Kind dollar() {
        int end = position + 1;
        while (end < text.length() && isNamePart(text.charAt(end)) && text.charAt(end) != '$') {
            end++;
        }
        boolean digits = end > position + 1 && isDigit(text.charAt(position + 1));
        if (digits || end == text.length() || text.charAt(end) != '$') {
            position = end;
            return digits ? Kind.PARAMETER : Kind.SYMBOL;
        }
        String mark = text.substring(position, end + 1);
        int close = text.indexOf(mark, end + 1);
        closed = close >= 0;
        position = closed ? close + mark.length() : text.length();
        return Kind.TEXT;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c > 0x7F;
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || Character.isDigit(c) || c == '$';
    }
}
