package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.SimulatedAccount;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsIamRoleTableTest {
    private static final String ROLE = "aws_iam_role";

    @Test
    void aBareRoleHasNothing() {
        try (var account = SimulatedAccount.of(estate -> estate.role("r", role -> role.path("/service/")))) {
            assertThat(account.row(ROLE, Map.of()))
                    .containsEntry("permissions_boundary_arn", null)
                    .containsEntry("permissions_boundary_type", null)
                    .containsEntry("role_last_used_date", null)
                    .containsEntry("role_last_used_region", null)
                    .containsEntry("description", null)
                    .containsEntry("max_session_duration", 3600L)
                    .containsEntry("instance_profile_arns", null)
                    .containsEntry("attached_policy_arns", null)
                    .containsEntry("inline_policies", null)
                    .containsEntry("tags", null)
                    .containsEntry("tags_src", null);
        }
    }

    @Test
    void aTrustPolicyWithTabsIsRead() {
        String document = "{\n\t\"Version\": \"2012-10-17\",\n\t\"Statement\": {\"Effect\": \"Allow\","
                + " \"Principal\": \"*\", \"Action\": \"STS:AssumeRole\"}}";
        try (var account = SimulatedAccount.of(estate -> estate.role("r", role -> role.trustPolicy(document)))) {
            Map<String, @Nullable Object> row = account.row(ROLE, Map.of());
            assertThat(row.get("assume_role_policy"))
                    .hasToString("{\"Version\": \"2012-10-17\", \"Statement\": {\"Action\": \"STS:AssumeRole\","
                            + " \"Effect\": \"Allow\", \"Principal\": \"*\"}}");
            assertThat(row.get("assume_role_policy_std"))
                    .hasToString("{\"Version\": \"2012-10-17\", \"Statement\": [{\"Action\": [\"sts:assumerole\"],"
                            + " \"Effect\": \"Allow\", \"Principal\": {\"AWS\": [\"*\"]}}]}");
            assertThat(String.valueOf(row.get("assume_role_policy_document"))).startsWith("%7B%0A%09");
        }
    }

    @Test
    void aRoleIsFoundByArnAndOnlyUnderItsOwnPath() {
        try (var account = SimulatedAccount.of(estate -> estate.role("r", role -> role.path("/service/")))) {
            String arn = "arn:aws:iam::123456789012:role/service/r";
            assertThat(account.rows(ROLE, Map.of("arn", Set.of(arn)), OptionalLong.empty(), "name"))
                    .hasSize(1);
            assertThat(account.calls()).isEqualTo(Map.of("iam:GetRole", 1));
            assertThat(account.rows(
                            ROLE, Map.of("arn", Set.of(arn.replace("service/", ""))), OptionalLong.empty(), "name"))
                    .isEmpty();
        }
    }
}
