package dev.penstock.sql;

import dev.penstock.spi.error.EngineException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gives, as text: a line of names and types, then a line for each row; or {@code ERROR}, the SQLSTATE
 * and the message. An empty line within a value is marked, because an empty line ends an answer.
 */
final class Answer {
    private Answer() {}

    static String ofPostgres(Connection connection, String sql) {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            ResultSetMetaData metaData = rows.getMetaData();
            var columns = new ArrayList<String>();
            for (int i = 1; i <= metaData.getColumnCount(); i++) {
                columns.add(metaData.getColumnLabel(i) + " " + typeName(metaData.getColumnTypeName(i)));
            }
            var lines = new ArrayList<String>();
            lines.add(String.join(" | ", columns));
            while (rows.next()) {
                var values = new ArrayList<@Nullable String>();
                for (int i = 1; i <= columns.size(); i++) {
                    String value = rows.getString(i);
                    boolean bool = metaData.getColumnTypeName(i).equals("bool");
                    values.add(bool && value != null ? value.equals("t") ? "true" : "false" : value);
                }
                lines.add(row(values));
            }
            return String.join("\n", lines);
        } catch (SQLException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return "ERROR " + e.getSQLState() + " " + message.replace("ERROR: ", "");
        }
    }

    /** Names and padded texts are text to us; an array's type is written with brackets. */
    private static String typeName(String type) {
        if (type.startsWith("_")) {
            return typeName(type.substring(1)) + "[]";
        }
        return switch (type) {
            case "varchar", "bpchar", "name", "unknown" -> "text";
            default -> type;
        };
    }

    static String ofPenstock(Session session, String sql) {
        try (QueryResult result = session.query(sql, List.of())) {
            var lines = new ArrayList<String>();
            lines.add(String.join(
                    " | ",
                    result.columns().stream()
                            .map(column -> column.name() + " " + column.type())
                            .toList()));
            for (@Nullable Object[] row = result.next(); row != null; row = result.next()) {
                var values = new ArrayList<@Nullable String>();
                for (int i = 0; i < row.length; i++) {
                    Object value = row[i];
                    values.add(value == null ? null : result.text(i, value));
                }
                lines.add(row(values));
            }
            return String.join("\n", lines);
        } catch (EngineException e) {
            return "ERROR " + e.code().sqlState() + " " + e.getMessage();
        }
    }

    private static String row(List<@Nullable String> values) {
        return String.join(
                        " | ",
                        values.stream()
                                .map(value -> value == null ? "NULL" : value)
                                .toList())
                .replace("\n\n", "\n\\n");
    }
}
