package dev.penstock.sql.judge;

import java.util.List;

/** What one side says to a statement. */
public sealed interface Answer {

    /**
     * Rows.
     *
     * @param columns name and type of each
     * @param rows one line each, values separated as in {@link #line}
     */
    record Rows(List<String> columns, List<String> rows) implements Answer {

        /** Copies both. */
        public Rows {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        @Override
        public String toString() {
            var text = new StringBuilder(columns.isEmpty() ? "()" : String.join(" | ", columns));
            rows.forEach(row -> text.append('\n').append(row));
            return text.toString();
        }
    }

    /** An error. */
    record Failed(String sqlState, String message) implements Answer {
        @Override
        public String toString() {
            return "ERROR " + sqlState + " " + message;
        }
    }

    /** The text by which answers are compared: of rows without an order, the sorted lines. */
    default String compared(boolean ordered) {
        if (!ordered && this instanceof Rows answer) {
            return new Rows(answer.columns(), answer.rows().stream().sorted().toList()).toString();
        }
        return toString();
    }

    /** One row as a line, never an empty one; line ends inside values are written out. */
    static String line(List<String> values) {
        if (values.stream().allMatch(String::isEmpty)) {
            return "(" + " | ".repeat(Math.max(0, values.size() - 1)) + ")";
        }
        return String.join(" | ", values)
                .replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
