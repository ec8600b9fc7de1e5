package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spi.error.EngineException;
import dev.penstock.tables.aws.SimulatedAccount;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.PasswordPolicy;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsIamAccountPasswordPolicyTableTest {
    private static final String POLICY = "aws_iam_account_password_policy";

    @Test
    void noPolicyIsNoRow() {
        try (var account = SimulatedAccount.of(estate -> {})) {
            assertThat(account.rows(POLICY)).isEmpty();
        }
    }

    @Test
    void whatIsNotDemandedIsNullAndFlagsAreFalse() {
        try (var account = SimulatedAccount.of(
                estate -> estate.passwordPolicy(new PasswordPolicy(8, false, true, false, true, null, null, null)))) {
            assertThat(account.row(POLICY, Map.of()))
                    .containsEntry("minimum_password_length", 8L)
                    .containsEntry("require_symbols", false)
                    .containsEntry("require_numbers", true)
                    .containsEntry("expire_passwords", false)
                    .containsEntry("max_password_age", null)
                    .containsEntry("password_reuse_prevention", null)
                    .containsEntry("hard_expiry", null);
        }
    }

    @Test
    void aPolicyThatMayNotBeReadIsNoMissingPolicy() {
        Estate estate = SimulatedAccount.estate(nothing -> {});
        var options = SimulatorOptions.defaults().withFault(Faults.denied("iam:GetAccountPasswordPolicy"));
        try (var account = SimulatedAccount.of(estate, options)) {
            assertThatThrownBy(() -> account.rows(POLICY))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("iam:GetAccountPasswordPolicy");
        }
    }
}
