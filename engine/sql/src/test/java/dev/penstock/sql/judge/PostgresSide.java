package dev.penstock.sql.judge;

import dev.penstock.testkit.PostgresServer;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** PostgreSQL over an estate; one transaction, so that now stands still. */
public final class PostgresSide implements Side, AutoCloseable {
    private final Connection connection;
    private final Instant now;

    /** Opens a transaction in which no table is yet. */
    public PostgresSide(PostgresServer server, ZoneId zone) throws SQLException {
        connection = server.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set time zone '" + zone.getId() + "'; set statement_timeout = '20s'; set jit = off");
            connection.setAutoCommit(false);
            try (ResultSet rows = statement.executeQuery(
                    "select to_char(now() at time zone 'UTC', " + "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")) {
                rows.next();
                now = OffsetDateTime.parse(rows.getString(1)).toInstant();
            }
        }
    }

    /** What the transaction takes for now. */
    public Instant now() {
        return now;
    }

    /** Makes and fills the tables of an estate; they vanish with the transaction. */
    public PostgresSide holding(Estate estate) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            for (Estate.Filled filled : estate.tables()) {
                statement.execute(filled.table().definition());
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy " + filled.table().name() + " from stdin",
                                new StringReader(Estate.copied(filled)));
            }
            statement.execute("analyze");
        }
        return this;
    }

    @Override
    public Answer answer(String sql, List<? extends @Nullable String> parameters) {
        try {
            Savepoint before = connection.setSavepoint();
            try (Statement statement = connection.createStatement()) {
                if (parameters.isEmpty()) {
                    return rows(statement, sql);
                }
                statement.execute("prepare judged as " + sql);
                return rows(statement, "execute judged(" + literals(parameters) + ")");
            } catch (SQLException e) {
                connection.rollback(before);
                String message =
                        String.valueOf(e.getMessage()).lines().findFirst().orElse("");
                return new Answer.Failed(String.valueOf(e.getSQLState()), message.replace("ERROR: ", ""));
            } finally {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("deallocate all");
                }
                connection.releaseSavepoint(before);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL is gone", e);
        }
    }

    /** The types of a statement's parameters, if PostgreSQL prepares it; an error says why not. */
    public Answer prepared(String sql) {
        Answer prepared = answer("prepare judged_only as " + sql, List.of());
        if (prepared instanceof Answer.Failed failed && !failed.sqlState().equals("02000")) {
            return failed;
        }
        return prepared;
    }

    private static Answer rows(Statement statement, String sql) throws SQLException {
        if (!statement.execute(sql)) {
            return new Answer.Failed("02000", "no result");
        }
        try (ResultSet rows = statement.getResultSet()) {
            ResultSetMetaData meta = rows.getMetaData();
            var columns = new ArrayList<String>();
            var bools = new boolean[meta.getColumnCount()];
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                bools[i - 1] = meta.getColumnTypeName(i).equals("bool");
                columns.add(meta.getColumnLabel(i) + " " + typeName(meta.getColumnTypeName(i)));
            }
            var lines = new ArrayList<String>();
            while (rows.next()) {
                var values = new ArrayList<String>();
                for (int i = 1; i <= columns.size(); i++) {
                    String value = rows.getString(i);
                    values.add(value == null ? "NULL" : bools[i - 1] ? value.equals("t") ? "true" : "false" : value);
                }
                lines.add(Answer.line(values));
            }
            return new Answer.Rows(columns, lines);
        }
    }

    private static String literals(List<? extends @Nullable String> parameters) {
        return String.join(
                ", ",
                parameters.stream()
                        .map(value -> value == null ? "null" : "'" + value.replace("'", "''") + "'")
                        .toList());
    }

    /** Unknown literals and names are text to us. */
    private static String typeName(String type) {
        return switch (type) {
            case "varchar", "name", "unknown" -> "text";
            case "_varchar", "_name" -> "text[]";
            default -> type.startsWith("_") ? type.substring(1) + "[]" : type;
        };
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL is gone", e);
        }
    }
}
