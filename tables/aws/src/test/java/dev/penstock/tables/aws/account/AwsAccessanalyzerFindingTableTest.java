package dev.penstock.tables.aws.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.SimulatedAccount;
import dev.penstock.tables.aws.simulator.AccountFacts;
import dev.penstock.tables.aws.simulator.Estate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsAccessanalyzerFindingTableTest {
    private static final String FINDING = "aws_accessanalyzer_finding";
    private static final Estate ESTATE = SimulatedAccount.estate(estate -> estate.facts(new AccountFacts(
            AccountFacts.NONE.primaryContact(),
            Map.of(),
            null,
            List.of(
                    analyzer("us-east-1", "ACCOUNT", finding("1", "ACTIVE"), finding("2", "ARCHIVED")),
                    analyzer("eu-west-1", "ACCOUNT", finding("3", "ACTIVE")),
                    analyzer("ca-central-1", "ACCOUNT_UNUSED_ACCESS")))));

    private static AccountFacts.Analyzer analyzer(String region, String type, AccountFacts.Finding... findings) {
        return new AccountFacts.Analyzer(region, "main", type, "ACTIVE", Instant.EPOCH, List.of(findings));
    }

    private static AccountFacts.Finding finding(String id, String status) {
        return new AccountFacts.Finding(
                id,
                "arn:aws:s3:::open",
                "AWS::S3::Bucket",
                status,
                true,
                List.of("s3:GetObject"),
                Map.of("AWS", "*"),
                Instant.EPOCH);
    }

    @Test
    void aListingTellsTheActionsToo() {
        try (var account = SimulatedAccount.inRegions(ESTATE, "us-east-1,eu-west-1,ca-central-1")) {
            List<Map<String, @Nullable Object>> rows = account.rows(FINDING);
            assertThat(rows).extracting(row -> row.get("id")).containsExactly("1", "2", "3");
            assertThat(rows.get(0).get("action")).hasToString("[\"s3:GetObject\"]");
            assertThat(rows.get(0).get("principal")).hasToString("{\"AWS\": \"*\"}");
            assertThat(rows.get(0).get("condition")).hasToString("{}");
            assertThat(rows.get(2)).containsEntry("region", "eu-west-1").containsEntry("is_public", true);
            assertThat(account.calls())
                    .isEqualTo(Map.of("access-analyzer:ListAnalyzers", 3, "access-analyzer:ListFindings", 2));
        }
    }

    @Test
    void filtersGoToTheService() {
        try (var account = SimulatedAccount.inRegions(ESTATE, "us-east-1,eu-west-1")) {
            assertThat(account.rows(FINDING, Map.of("status", Set.of("ARCHIVED"))))
                    .hasSize(1);
            String arn = "arn:aws:access-analyzer:eu-west-1:123456789012:analyzer/main";
            assertThat(account.anew().rows(FINDING, Map.of("access_analyzer_arn", Set.of(arn), "id", Set.of("3"))))
                    .hasSize(1);
            assertThat(account.calls()).isEqualTo(Map.of("access-analyzer:ListFindings", 1));
        }
    }
}
