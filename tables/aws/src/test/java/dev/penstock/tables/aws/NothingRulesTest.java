package dev.penstock.tables.aws;

import dev.penstock.tables.aws.simulator.Estates;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import dev.penstock.testkit.ListedTables;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What columns show where there is nothing, against the list, over an account in which much is there and much is not. */
class NothingRulesTest {
    private static final ListedTables LISTED = ListedTables.read();
    private static final SimulatedAccount ACCOUNT =
            SimulatedAccount.of(Estates.demo(Instant.parse("2026-01-01T00:00:00Z")), SimulatorOptions.defaults());

    @AfterAll
    static void close() {
        ACCOUNT.close();
    }

    @TestFactory
    Stream<DynamicTest> nothingIsShownAsTheListSays() {
        return new AwsPlugin(List.of())
                .tables().stream()
                        .filter(table -> !table.list().keys().isPresent() || canList(table.name()))
                        .map(table -> DynamicTest.dynamicTest(
                                table.name(), () -> LISTED.checkNothing(table.name(), ACCOUNT.rows(table.name()))));
    }

    private static boolean canList(String table) {
        return !Set.of("aws_iam_access_advisor", "aws_iam_policy_simulator").contains(table);
    }
}
