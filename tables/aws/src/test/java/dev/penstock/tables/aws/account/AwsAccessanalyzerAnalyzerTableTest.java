package dev.penstock.tables.aws.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.SimulatedAccount;
import dev.penstock.tables.aws.simulator.AccountFacts;
import dev.penstock.tables.aws.simulator.Estate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AwsAccessanalyzerAnalyzerTableTest {
    private static final String ANALYZER = "aws_accessanalyzer_analyzer";
    private static final Estate ESTATE = SimulatedAccount.estate(estate -> estate.facts(new AccountFacts(
            AccountFacts.NONE.primaryContact(),
            Map.of(),
            null,
            List.of(
                    new AccountFacts.Analyzer("us-east-1", "main", "ACCOUNT", "ACTIVE", Instant.EPOCH, List.of()),
                    new AccountFacts.Analyzer("eu-west-1", "main", "ACCOUNT", "ACTIVE", Instant.EPOCH, List.of()),
                    new AccountFacts.Analyzer(
                            "eu-west-1", "unused", "ACCOUNT_UNUSED_ACCESS", "ACTIVE", Instant.EPOCH, List.of()),
                    new AccountFacts.Analyzer("sa-east-1", "far", "ACCOUNT", "ACTIVE", Instant.EPOCH, List.of())))));

    @Test
    void everyConfiguredRegionIsListed() {
        try (var account = SimulatedAccount.inRegions(ESTATE, "us-east-1, eu-west-*")) {
            assertThat(account.select(ANALYZER, "region", "name"))
                    .containsExactlyInAnyOrder(
                            Map.of("region", "us-east-1", "name", "main"),
                            Map.of("region", "eu-west-1", "name", "main"),
                            Map.of("region", "eu-west-1", "name", "unused"));
        }
    }

    @Test
    void withoutConfigurationItIsTheConnectionsOwnRegion() {
        try (var account = SimulatedAccount.inRegions(ESTATE, "")) {
            assertThat(account.select(ANALYZER, "name", "status_reason")).hasSize(1);
            assertThat(account.calls()).isEqualTo(Map.of("access-analyzer:ListAnalyzers", 1));
        }
    }

    @Test
    void aNameInSeveralRegionsIsFoundInEach() {
        try (var account = SimulatedAccount.inRegions(ESTATE, "us-east-1,eu-west-1")) {
            assertThat(account.rows(ANALYZER, Map.of("name", Set.of("main"))))
                    .filteredOn(row -> "main".equals(row.get("name")))
                    .hasSize(2);
        }
    }

    @Test
    void aRegionOfTheQueryLeavesTheOthersOut() {
        try (var account = SimulatedAccount.inRegions(ESTATE, "us-east-1,eu-west-1")) {
            assertThat(account.rows(ANALYZER, Map.of("region", Set.of("eu-west-1"))))
                    .hasSize(2);
            assertThat(account.rows(ANALYZER, Map.of("region", Set.of("sa-east-1"))))
                    .isEmpty();
            assertThat(account.rows(
                            ANALYZER, Map.of("region", Set.of("eu-west-1"), "type", Set.of("ACCOUNT_UNUSED_ACCESS"))))
                    .hasSize(1);
            assertThat(account.calls()).isEqualTo(Map.of("access-analyzer:ListAnalyzers", 2));
        }
    }
}
