package dev.penstock.cli.output;

import dev.penstock.spi.error.TextPosition;
import java.util.List;

/** The line of a statement in which an error lies, and a caret under its place, as psql prints them. */
final class Excerpt {
    private static final int COLUMNS = 60;
    private static final int AFTER_PLACE = 10;
    private static final String CUT = "...";

    private Excerpt() {}

    /** Two lines: {@code LINE 2: select nam from t} and the caret. */
    static List<String> of(String sql, TextPosition position) {
        List<String> lines = sql.lines().toList();
        int number = Math.min(position.line(), Math.max(1, lines.size()));
        String line = lines.isEmpty() ? "" : lines.get(number - 1).replaceAll("\\p{Cntrl}", " ");
        int place = Math.min(position.column() - 1, line.length());
        int start = 0;
        String before = "";
        if (DisplayWidth.of(line) > COLUMNS && DisplayWidth.of(line.substring(0, place)) > COLUMNS - AFTER_PLACE) {
            int hidden = DisplayWidth.of(line.substring(0, place)) - (COLUMNS - AFTER_PLACE);
            start = DisplayWidth.charactersIn(line, hidden + CUT.length());
            before = CUT;
        }
        String rest = line.substring(start);
        int fitting = DisplayWidth.charactersIn(rest, COLUMNS);
        String shown = before + rest.substring(0, fitting) + (fitting < rest.length() ? CUT : "");
        String head = "LINE " + number + ": ";
        int column = head.length() + before.length() + DisplayWidth.of(line.substring(start, Math.max(start, place)));
        return List.of(head + SafeText.line(shown), " ".repeat(column) + "^");
    }
}
