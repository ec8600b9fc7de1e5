package dev.penstock.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.penstock.spi.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What statements mean is what PostgreSQL 15 gives for them. Its answers stand in {@code answers.txt}, beside the
 * statements; where a server can be started they are checked against it, and {@code -Dgolden.update=true} writes them.
 */
class PostgresConformanceTest {
    private static final Path STATEMENTS = Path.of("src/test/resources/postgres/statements.sql");
    private static final String WORDING_DIFFERS = "-- wording differs";
    private static final Path ANSWERS = Path.of("src/test/resources/postgres/answers.txt");

    @TestFactory
    Stream<DynamicTest> answersAsPostgresDoes() throws IOException {
        Map<String, String> answers = answers();
        return statements().stream()
                .map(sql -> DynamicTest.dynamicTest(
                        sql,
                        () -> assertThat(compared(sql, ours(sql)))
                                .as(sql)
                                .isEqualTo(compared(sql, String.valueOf(answers.get(sql))))));
    }

    /** Of an error that we word differently only the SQLSTATE counts. */
    private static String compared(String sql, String answer) {
        return sql.startsWith(WORDING_DIFFERS) && answer.startsWith("ERROR ")
                ? answer.substring(0, "ERROR 00000".length())
                : answer;
    }

    @Test
    void theAnswersAreThoseOfPostgres() throws IOException, SQLException {
        var started = PostgresServer.start();
        assumeTrue(started.isPresent(), "skipped: PostgreSQL 15 is not installed, its recorded answers were used");
        try (PostgresServer server = started.get();
                Connection connection = server.connect()) {
            try (var statement = connection.createStatement()) {
                for (String definition : SampleTables.definitions()) {
                    statement.execute(definition);
                }
            }
            var answers = new LinkedHashMap<String, String>();
            for (String sql : statements()) {
                answers.put(sql, postgres(connection, sql));
            }
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(ANSWERS, written(answers));
            }
            assertThat(answers()).isEqualTo(answers);
        }
    }

    private static List<String> statements() throws IOException {
        return Stream.of(Files.readString(STATEMENTS).split(";\n", -1))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    private static String written(Map<String, String> answers) {
        var text = new StringBuilder();
        answers.forEach(
                (sql, answer) -> text.append(sql).append(";\n").append(answer).append("\n\n"));
        return text.toString();
    }

    private static Map<String, String> answers() throws IOException {
        var answers = new LinkedHashMap<String, String>();
        for (String pair : Files.readString(ANSWERS).split("\n\n", -1)) {
            int end = pair.indexOf(";\n");
            if (end > 0) {
                answers.put(pair.substring(0, end), pair.substring(end + 2));
            }
        }
        return answers;
    }

    private static String postgres(Connection connection, String sql) {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var lines = new ArrayList<String>();
            var columns = new ArrayList<String>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getMetaData().getColumnLabel(i) + " "
                        + typeName(rows.getMetaData().getColumnTypeName(i)));
            }
            lines.add(String.join(" | ", columns));
            while (rows.next()) {
                var values = new ArrayList<@Nullable String>();
                for (int i = 1; i <= columns.size(); i++) {
                    String value = rows.getString(i);
                    boolean bool = rows.getMetaData().getColumnTypeName(i).equals("bool");
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

    /** Unknown literals, names and padded texts are text to us. */
    private static String typeName(String type) {
        return switch (type) {
            case "varchar", "bpchar", "name", "unknown" -> "text";
            case "_text", "_varchar" -> "text[]";
            case "_int4" -> "int4[]";
            case "_int8" -> "int8[]";
            default -> type;
        };
    }

    private static String ours(String sql) {
        try (Engine engine = SampleTables.engine(SampleTables.plugin());
                Session session = engine.openSession();
                QueryResult result = session.query(sql, List.of())) {
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
                values.stream().map(value -> value == null ? "NULL" : value).toList());
    }
}
