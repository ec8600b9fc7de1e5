package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.SimulatedAccount;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsIamAccountSummaryTableTest {
    @Test
    void countsWhatThereIs() {
        try (var account = SimulatedAccount.of(
                estate -> estate.root(true, true).user("ann").role("r", role -> role))) {
            assertThat(account.row("aws_iam_account_summary", Map.of()))
                    .containsEntry("users", 1L)
                    .containsEntry("roles", 1L)
                    .containsEntry("account_mfa_enabled", true)
                    .containsEntry("account_access_keys_present", 1L)
                    .containsEntry("policy_versions_in_use_quota", 10_000L);
        }
    }
}
