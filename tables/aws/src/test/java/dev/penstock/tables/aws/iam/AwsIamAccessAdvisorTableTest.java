package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.SimulatedAccount;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsIamAccessAdvisorTableTest {
    private static final String ADVISOR = "aws_iam_access_advisor";
    private static final String ANN = "arn:aws:iam::123456789012:user/ann";
    private static final Instant USED = Instant.parse("2025-11-01T00:00:00Z");
    private static final Estate ESTATE = SimulatedAccount.estate(estate -> estate.user(
            "ann",
            user -> user.key(key -> key.lastUsed(USED, "s3", "eu-west-1"))
                    .attachedPolicy("arn:aws:iam::aws:policy/ReadOnlyAccess")));

    @Test
    void theJobIsOrderedOnceAndAwaited() {
        try (var account = SimulatedAccount.of(ESTATE, SimulatorOptions.defaults())) {
            List<Map<String, @Nullable Object>> rows = account.rows(ADVISOR, Map.of("principal_arn", Set.of(ANN)));
            assertThat(rows).extracting(row -> row.get("service_namespace")).containsExactly("ec2", "iam", "s3");
            assertThat(rows.get(2))
                    .containsEntry("last_authenticated", USED.getEpochSecond() * 1_000_000)
                    .containsEntry("last_authenticated_region", "eu-west-1")
                    .containsEntry("total_authenticated_entities", 1L)
                    .containsEntry("principal_arn", ANN);
            assertThat(rows.get(0)).containsEntry("last_authenticated", null);
            assertThat(account.calls())
                    .isEqualTo(Map.of(
                            "iam:GenerateServiceLastAccessedDetails", 1, "iam:GetServiceLastAccessedDetails", 2));
        }
    }

    @Test
    void pagesOfOneJobAreReadWithOneOrderAndStopAtTheLimit() {
        try (var account =
                SimulatedAccount.of(ESTATE, SimulatorOptions.defaults().withPageSizeCap(1))) {
            assertThat(account.rows(ADVISOR, Map.of("principal_arn", Set.of(ANN)), OptionalLong.of(2), "service_name"))
                    .hasSize(2);
            assertThat(account.calls()).containsEntry("iam:GenerateServiceLastAccessedDetails", 1);
        }
    }

    @Test
    void whoIsNotThereHasNoRows() {
        try (var account = SimulatedAccount.of(ESTATE, SimulatorOptions.defaults())) {
            String other = "arn:aws:iam::999988887777:user/ann";
            assertThat(account.rows(ADVISOR, Map.of("principal_arn", Set.of(other, "a:b:c:d", ""))))
                    .isEmpty();
        }
    }
}
