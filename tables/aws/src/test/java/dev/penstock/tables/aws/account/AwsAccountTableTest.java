package dev.penstock.tables.aws.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spi.error.EngineException;
import dev.penstock.tables.aws.SimulatedAccount;
import dev.penstock.tables.aws.simulator.AccountFacts;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsAccountTableTest {
    @Test
    void anAccountWithoutAliasAndOrganizationIsARow() {
        try (var account = SimulatedAccount.of(estate -> {})) {
            Map<String, @Nullable Object> row = account.row("aws_account", Map.of());
            assertThat(row)
                    .containsEntry("title", "123456789012")
                    .containsEntry("arn", "arn:aws:::123456789012")
                    .containsEntry("organization_id", null)
                    .containsEntry("organization_available_policy_types", null);
            assertThat(row.get("account_aliases")).hasToString("[]");
        }
    }

    @Test
    void tellsTheOrganization() {
        var facts = new AccountFacts(
                AccountFacts.NONE.primaryContact(),
                Map.of(),
                new AccountFacts.Organization("o-abc", "210987654321", "boss@example.com"),
                List.of());
        try (var account = SimulatedAccount.of(estate -> estate.alias("tools").facts(facts))) {
            Map<String, @Nullable Object> row = account.row("aws_account", Map.of());
            assertThat(row)
                    .containsEntry("title", "tools")
                    .containsEntry("organization_id", "o-abc")
                    .containsEntry("organization_master_account_id", "210987654321");
            assertThat(row.get("organization_available_policy_types"))
                    .hasToString("[{\"Type\": \"SERVICE_CONTROL_POLICY\", \"Status\": \"ENABLED\"}]");
        }
    }

    @Test
    void theOrganizationIsAskedForOnlyWhereItIsRead() {
        Estate estate = SimulatedAccount.estate(nothing -> {});
        var options = SimulatorOptions.defaults().withFault(Faults.denied("organizations:DescribeOrganization"));
        try (var account = SimulatedAccount.of(estate, options)) {
            assertThat(account.select("aws_account", "account_id", "title", "arn"))
                    .hasSize(1);
            assertThatThrownBy(() -> account.select("aws_account", "organization_id"))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("organizations:DescribeOrganization was denied");
        }
    }

    @Test
    void theAliasIsAskedForOnlyWhereItIsRead() {
        Estate estate = SimulatedAccount.estate(nothing -> {});
        var options = SimulatorOptions.defaults().withFault(Faults.denied("iam:ListAccountAliases"));
        try (var account = SimulatedAccount.of(estate, options)) {
            assertThat(account.select("aws_account", "account_id", "partition", "arn", "akas"))
                    .hasSize(1);
            assertThatThrownBy(() -> account.select("aws_account", "title"))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("iam:ListAccountAliases was denied");
        }
    }
}
