package dev.penstock.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What statements mean is what PostgreSQL 15 gives for them. Its answers stand beside the statements, one pair of files
 * for each feature; where a server can be started they are checked against it, and {@code -Dgolden.update=true} writes
 * them.
 */
class PostgresConformanceTest {
    private static final String WORDING_DIFFERS = "-- wording differs";

    @TestFactory
    Stream<DynamicContainer> answersAsPostgresDoes() throws IOException {
        var containers = new ArrayList<DynamicContainer>();
        for (StatementFile file : StatementFile.all()) {
            Map<String, String> answers = file.answers();
            containers.add(DynamicContainer.dynamicContainer(
                    file.name(),
                    file.statements().stream()
                            .map(sql ->
                                    DynamicTest.dynamicTest(sql, () -> check(sql, String.valueOf(answers.get(sql)))))));
        }
        return containers.stream();
    }

    private static void check(String sql, String expected) {
        try (Engine engine = SampleTables.engine(SampleTables.plugin());
                Session session = engine.openSession()) {
            assertThat(compared(sql, Answer.ofPenstock(session, sql))).as(sql).isEqualTo(compared(sql, expected));
        }
    }

    /** Of an error that we word differently only the SQLSTATE counts. */
    static String compared(String sql, String answer) {
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
            for (StatementFile file : StatementFile.all()) {
                var answers = new LinkedHashMap<String, String>();
                for (String sql : file.statements()) {
                    answers.put(sql, Answer.ofPostgres(connection, sql));
                }
                if (Boolean.getBoolean("golden.update")) {
                    file.record(answers);
                }
                assertThat(file.answers()).as(file.name()).isEqualTo(answers);
            }
        }
    }
}
