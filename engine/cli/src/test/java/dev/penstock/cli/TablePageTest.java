package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.TablePlugin;
import dev.penstock.spi.table.Table;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estates;
import dev.penstock.testkit.GoldenFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the command line tells of tables. */
class TablePageTest {
    private static final AwsSimulator SIMULATOR =
            AwsSimulator.start(Estates.demo(Instant.parse("2026-01-01T00:00:00Z")));
    private static final Engine ENGINE = Engine.open(
            List.of(new ConnectionConfig(
                    "aws",
                    "aws",
                    Map.of(
                            "access_key", "AKIATEST",
                            "secret_key", "not checked",
                            "endpoint_url", SIMULATOR.endpoint().toString()),
                    16)),
            EngineSettings.defaults());

    @AfterAll
    static void close() {
        ENGINE.close();
        SIMULATOR.close();
    }

    private static List<Table<?>> tables() {
        return ServiceLoader.load(TablePlugin.class).stream()
                .<TablePlugin<?>>map(ServiceLoader.Provider::get)
                .<Table<?>>flatMap(plugin -> plugin.tables().stream())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyTableHasExamplesThatRunAndAreAboutIt() {
        return tables().stream()
                .map(table -> DynamicTest.dynamicTest(table.name(), () -> {
                    assertThat(table.examples()).isNotEmpty();
                    for (var example : table.examples()) {
                        assertThat(example.question()).matches("[A-Z].*[^.]");
                        assertThat(example.sql()).contains("from " + table.name());
                        try (var session = ENGINE.openSession();
                                var result = session.query(example.sql(), List.of())) {
                            assertThat(result.columns()).isNotEmpty();
                            while (result.next() != null) {
                                // Every row is read: what fails fails late.
                            }
                        }
                    }
                }));
    }

    @Test
    void tablesAreListed() {
        Ran ran = Ran.penstock("table", "list");
        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines()).hasSize(tables().size() + 1);
        assertThat(ran.out()).startsWith("TABLE ").contains("aws_iam_user ", "aws_ec2_instance ");
        assertThat(Ran.penstock("table", "list", "--output", "json").out()).contains("\"table\": \"aws_iam_user\"");
    }

    @Test
    void aPageTellsColumnsCallsKeysPermissionsAndExamples() {
        GoldenFile.check("table/aws_iam_access_key.txt", page("aws_iam_access_key", "pretty"));
        GoldenFile.check("table/aws_iam_access_key.md", page("aws_iam_access_key", "markdown"));
        GoldenFile.check("table/aws_iam_access_key.json", page("aws_iam_access_key", "json"));
    }

    @Test
    void everyPageNamesEveryColumn() {
        for (Table<?> table : tables()) {
            String page = page(table.name(), "markdown");
            assertThat(table.columns()).allSatisfy(column -> assertThat(page).contains("| `" + column.name() + "` |"));
            assertThat(table.actions()).allSatisfy(action -> assertThat(page).contains("- `" + action + "`"));
        }
    }

    private static String page(String table, String format) {
        Ran ran = Ran.penstock("table", "show", table, "--output", format);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return ran.out();
    }

    @Test
    void aNameThatIsNoneIsAnsweredWithTheNearest() {
        Ran ran = Ran.penstock("table", "show", "aws_iam_rol");
        assertThat(ran.code()).isEqualTo(254);
        assertThat(ran.err()).contains("there is no table \"aws_iam_rol\"; did you mean \"aws_iam_role\"?");
        assertThat(Ran.penstock("table", "show", "aws_iam_role", "--output", "html")
                        .err())
                .contains("formats are pretty, markdown, json");
    }
}
