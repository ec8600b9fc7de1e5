package dev.penstock.tables.aws.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.SimulatedAccount;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsAccountContactTableTest {
    @Test
    void tellsThePrimaryContact() {
        try (var account = SimulatedAccount.of(estate -> {})) {
            assertThat(account.row("aws_account_contact", Map.of()))
                    .containsEntry("full_name", "Nobody")
                    .containsEntry("address_line_2", null)
                    .containsEntry("linked_account_id", "123456789012")
                    .containsEntry("region", "global");
        }
    }
}
