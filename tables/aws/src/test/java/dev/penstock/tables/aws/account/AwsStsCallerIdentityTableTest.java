package dev.penstock.tables.aws.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.SimulatedAccount;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsStsCallerIdentityTableTest {
    @Test
    void namesTheCaller() {
        try (var account = SimulatedAccount.of(estate -> estate.user("ann").caller("ann"))) {
            assertThat(account.row("aws_sts_caller_identity", Map.of()))
                    .containsEntry("arn", "arn:aws:iam::123456789012:user/ann")
                    .containsEntry("account_id", "123456789012")
                    .containsEntry("partition", "aws");
        }
    }
}
