package dev.penstock.cli.shell.dot;

import dev.penstock.sql.SqlToken;
import dev.penstock.sql.SqlTokens;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A text as a shell reads it: statements up to their semicolons, and commands, which begin where a statement could and
 * take the rest of their line.
 *
 * @param items in their order
 * @param missing what the last statement lacks: {@code ;}, or the end of a quote; empty if it lacks nothing
 */
public record Script(List<Item> items, String missing) {

    /** Copies the items. */
    public Script {
        items = List.copyOf(items);
    }

    /**
     * A statement or a command.
     *
     * @param text without its semicolon
     */
    public record Item(boolean command, String text) {}

    /** The script of a text. */
    public static Script of(String text) {
        var items = new ArrayList<Item>();
        String missing = "";
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '.' || c == '\\') {
                int end = text.indexOf('\n', at);
                end = end < 0 ? text.length() : end;
                items.add(new Item(true, text.substring(at, end).strip()));
                at = end;
            } else {
                Statement statement = statement(text, at);
                if (!statement.blank()) {
                    items.add(
                            new Item(false, text.substring(at, statement.end()).strip()));
                    missing = statement.missing();
                } else if (!statement.missing().equals(";")) {
                    missing = statement.missing();
                }
                at = statement.end() + 1;
            }
        }
        return new Script(items, missing);
    }

    private static Statement statement(String text, int start) {
        Iterator<SqlToken> tokens = SqlTokens.from(text, start);
        boolean blank = true;
        while (tokens.hasNext()) {
            SqlToken token = tokens.next();
            if (token.is(";")) {
                return new Statement(token.start(), blank, "");
            }
            if (!token.closed()) {
                return new Statement(text.length(), blank, opened(token));
            }
            blank &= token.kind() == SqlToken.Kind.COMMENT;
        }
        return new Statement(text.length(), blank, ";");
    }

    private static String opened(SqlToken token) {
        return switch (token.text().charAt(0)) {
            case '"' -> "\"";
            case '/' -> "*";
            case '$' -> "$";
            default -> "'";
        };
    }

    private record Statement(int end, boolean blank, String missing) {}
}
