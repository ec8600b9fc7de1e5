package dev.penstock.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into statements at the semicolons that stand outside quotes, comments and dollar quotes, by PostgreSQL's
 * lexical rules (chapter 4.1).
 */
final class StatementSplitter {
    private final String text;
    private final List<String> statements = new ArrayList<>();
    private int position;
    private int start;
    private boolean closed = true;

    private StatementSplitter(String text) {
        this.text = text;
    }

    /** The statements that hold more than white space and comments, without their semicolons. */
    static List<String> split(String text) {
        var splitter = new StatementSplitter(text);
        splitter.run();
        splitter.add(text.length());
        return splitter.statements;
    }

    /** Whether the text ends with a semicolon that ends a statement, or holds nothing to run. */
    static boolean isComplete(String text) {
        var splitter = new StatementSplitter(text);
        splitter.run();
        return splitter.closed && isBlank(text.substring(splitter.start));
    }

    private void run() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == ';') {
                add(position);
                position++;
                start = position;
            } else if (c == '\'') {
                boolean escapes = position > start && isEscapePrefix(position - 1);
                quoted('\'', escapes);
            } else if (c == '"') {
                quoted('"', false);
            } else if (text.startsWith("--", position)) {
                int end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end + 1;
            } else if (text.startsWith("/*", position)) {
                blockComment();
            } else if (c == '$' && !isNamePart(position - 1)) {
                dollarQuoted();
            } else {
                position++;
            }
        }
    }

    private boolean isEscapePrefix(int index) {
        char c = text.charAt(index);
        return (c == 'e' || c == 'E') && !isNamePart(index - 1);
    }

    private boolean isNamePart(int index) {
        if (index < start) {
            return false;
        }
        char c = text.charAt(index);
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private void quoted(char quote, boolean escapes) {
        position++;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (escapes && c == '\\') {
                position += 2;
            } else if (c == quote) {
                position++;
                return;
            } else {
                position++;
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

    private void dollarQuoted() {
        int end = position + 1;
        while (end < text.length() && isNamePart(end) && text.charAt(end) != '$') {
            end++;
        }
        boolean opens = end < text.length()
                && text.charAt(end) == '$'
                && (end == position + 1 || !Character.isDigit(text.charAt(position + 1)));
        if (!opens) {
            position++;
            return;
        }
        String mark = text.substring(position, end + 1);
        int close = text.indexOf(mark, end + 1);
        if (close < 0) {
            closed = false;
            position = text.length();
        } else {
            position = close + mark.length();
        }
    }

    private void add(int end) {
        String statement = text.substring(start, Math.min(end, text.length()));
        if (!isBlank(statement)) {
            statements.add(statement);
        }
    }

    /** Whether there is nothing but white space and comments. */
    private static boolean isBlank(String statement) {
        int at = 0;
        while (at < statement.length()) {
            if (Character.isWhitespace(statement.charAt(at)) || statement.charAt(at) == '\uFEFF') {
                at++;
            } else if (statement.startsWith("--", at)) {
                int end = statement.indexOf('\n', at);
                at = end < 0 ? statement.length() : end + 1;
            } else if (statement.startsWith("/*", at)) {
                var comment = new StatementSplitter(statement);
                comment.position = at;
                comment.blockComment();
                at = comment.position;
            } else {
                return false;
            }
        }
        return true;
    }
}
