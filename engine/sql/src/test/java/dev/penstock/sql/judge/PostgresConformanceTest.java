package dev.penstock.sql.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.sql.judge.Statements.Statement;
import dev.penstock.testkit.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Our own statements mean what PostgreSQL 15 says they mean. A server answers where one can be started, and then the
 * recorded answers are checked as well ({@code -Dgolden.update=true} writes them); elsewhere the recorded ones count.
 */
@ExtendWith(PostgresResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresConformanceTest {
    private static final Path KIT = Path.of("src/test/resources/judge");
    private static final Path STATEMENTS = Path.of("src/test/resources/postgres");
    private static final long SEED = 1;
    private static final int ROWS = 12;
    private static final Instant MIDDLE_OF_ROWS = Instant.parse("2024-06-01T00:00:00Z");

    private final Optional<PostgresServer> server;
    private int judged;
    private int equal;
    private int unrecorded;

    PostgresConformanceTest(Optional<PostgresServer> server) {
        this.server = server;
    }

    @BeforeAll
    void sayWhoJudges() {
        System.out.println(
                server.isPresent()
                        ? "own statements: PostgreSQL 15 itself is the judge"
                        : "own statements: no PostgreSQL 15 here, its recorded answers are the judge");
    }

    @AfterAll
    void sayHowMany() {
        System.out.printf(
                "own statements: %d of %d equal%s%n",
                equal,
                judged,
                unrecorded == 0 ? "" : ", " + unrecorded + " not judged, as they depend on the time of the run");
    }

    @TestFactory
    Stream<DynamicTest> answersAreThoseOfPostgres() throws IOException {
        return Statements.in(STATEMENTS).stream().map(file -> DynamicTest.dynamicTest(file.name(), () -> judge(file)));
    }

    private void judge(Statements file) throws IOException, SQLException {
        Path answers = STATEMENTS.resolve(file.name() + ".txt");
        var differences = new ArrayList<String>();
        if (server.isPresent()) {
            var recorded = new LinkedHashMap<String, String>();
            try (var postgres = new PostgresSide(server.get(), file.zone())) {
                postgres.holding(estate(postgres.now()));
                try (var engine = new EngineSide(estate(postgres.now()), file.zone())) {
                    for (Statement statement : file.statements()) {
                        Answer theirs = postgres.answer(statement.sql(), statement.parameters());
                        Answer ours = engine.answer(statement.sql(), statement.parameters());
                        compare(statement, statement.compared(ours), statement.compared(theirs), differences);
                        if (!statement.dependsOnNow()) {
                            recorded.put(statement.key(), RecordedAnswers.recorded(statement, theirs));
                        }
                    }
                }
            }
            if (Boolean.getBoolean("golden.update")) {
                new RecordedAnswers(recorded).write(answers);
            }
            assertThat(RecordedAnswers.read(answers).byKey())
                    .as("%s (-Dgolden.update=true writes it anew)", answers)
                    .isEqualTo(recorded);
        } else {
            RecordedAnswers recorded = RecordedAnswers.read(answers);
            try (var engine = new EngineSide(estate(Instant.now()), file.zone())) {
                for (Statement statement : file.statements()) {
                    if (statement.dependsOnNow()) {
                        unrecorded++;
                        continue;
                    }
                    Answer ours = engine.answer(statement.sql(), statement.parameters());
                    compare(
                            statement,
                            RecordedAnswers.recorded(statement, ours),
                            String.valueOf(recorded.byKey().get(statement.key())),
                            differences);
                }
            }
        }
        assertThat(differences).as(String.join("\n", differences)).isEmpty();
    }

    private void compare(Statement statement, String ours, String theirs, List<String> differences) {
        judged++;
        if (ours.equals(theirs)) {
            equal++;
        } else {
            differences.add(statement.sql() + "\n-- ours:\n" + ours + "\n-- PostgreSQL:\n" + theirs + "\n");
        }
    }

    private static Estate estate(Instant now) throws IOException {
        Estate made = Estate.generated(
                JudgedTable.read(KIT.resolve("tables.txt")),
                JsonShapes.read(KIT.resolve("shapes.txt")),
                SEED,
                ROWS,
                MIDDLE_OF_ROWS);
        var tables = new ArrayList<>(made.tables());
        tables.addAll(SampleTables.filled());
        return new Estate(tables, now);
    }
}
