package dev.penstock.tables.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.ConformanceTest.ListedColumn;
import dev.penstock.tables.aws.simulator.Estates;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What columns show where there is nothing, against the list, over an account in which much is there and much is not. */
class NothingRulesTest {
    private static final SimulatedAccount ACCOUNT =
            SimulatedAccount.of(Estates.demo(Instant.parse("2026-01-01T00:00:00Z")), SimulatorOptions.defaults());

    @AfterAll
    static void close() {
        ACCOUNT.close();
    }

    @TestFactory
    Stream<DynamicTest> nothingIsShownAsTheListSays() {
        return new AwsPlugin()
                .tables().stream()
                        .filter(table -> !table.list().keys().isPresent() || canList(table.name()))
                        .map(table -> DynamicTest.dynamicTest(table.name(), () -> check(table.name())));
    }

    private static boolean canList(String table) {
        return !Set.of("aws_iam_access_advisor", "aws_iam_policy_simulator").contains(table);
    }

    private static void check(String table) {
        List<Map<String, @Nullable Object>> rows = ACCOUNT.rows(table);
        assertThat(rows).isNotEmpty();
        for (ListedColumn column : ConformanceTest.columns(table)) {
            List<@Nullable Object> values =
                    rows.stream().map(row -> row.get(column.name())).toList();
            String name = table + "." + column.name();
            switch (column.absent()) {
                case "never", "false", "0" -> assertThat(values).as(name).doesNotContainNull();
                case "''", "[]", "{}" ->
                    assertThat(values)
                            .as(name)
                            .doesNotContainNull()
                            .allSatisfy(
                                    value -> assertThat(String.valueOf(value)).isNotEqualTo("null"));
                case "null" ->
                    assertThat(values)
                            .as(name)
                            .noneMatch(value -> value != null
                                    && Set.of("", "[]", "{}", "null").contains(value.toString()));
                case "presence" -> assertThat(values).as(name).doesNotContain("null");
                default -> throw new AssertionError(name + ": " + column.absent());
            }
        }
    }
}
