package dev.penstock.tables.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsPlugin;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estates;
import dev.penstock.testkit.ListedTables;
import dev.penstock.testkit.TableContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every table of this module. */
class Ec2TablesTest {
    private static final ListedTables LISTED = ListedTables.read();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final AwsSimulator SIMULATOR = AwsSimulator.start(Estates.demo(NOW));

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    private static List<? extends Table<?>> tables() {
        var names = new Ec2Tables().tables().keySet();
        return new AwsPlugin()
                .tables().stream().filter(table -> names.contains(table.name())).toList();
    }

    @Test
    void thePluginHasThem() {
        assertThat(new AwsPlugin().tableNames()).contains("aws_ec2_instance", "aws_iam_user", "aws_region");
        assertThat(tables()).extracting(Table::name).containsExactlyInAnyOrderElementsOf(new TreeSet<>(LISTED.names()));
    }

    @TestFactory
    Stream<DynamicTest> theyHaveTheListedColumnsTypesAndKeys() {
        return tables().stream().map(table -> DynamicTest.dynamicTest(table.name(), () -> LISTED.check(table)));
    }

    @TestFactory
    Stream<DynamicTest> nothingIsShownAsTheListSays() {
        return tables().stream()
                .map(table -> DynamicTest.dynamicTest(table.name(), () -> {
                    try (var account = new SimulatedRegions(Estates.demo(NOW))) {
                        LISTED.checkNothing(table.name(), account.reader().rows(table.name(), Map.of()));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyTableKeepsTheContract() {
        var names = new Ec2Tables().tables().keySet();
        return TableContract.of(new AwsPlugin(), SimulatedRegions.connection(SIMULATOR, "us-east-1", "eu-central-1"))
                .filter(test ->
                        names.stream().anyMatch(name -> test.getDisplayName().startsWith(name + ":")));
    }

    @Test
    void everyActionOnlyReads() {
        assertThat(tables())
                .flatExtracting(table -> table.actions())
                .allMatch(action -> action.matches("(ec2:(Describe|Get)[A-Za-z]+|sts:GetCallerIdentity)"));
    }
}
