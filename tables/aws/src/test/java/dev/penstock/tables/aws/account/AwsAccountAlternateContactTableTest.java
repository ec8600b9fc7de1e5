package dev.penstock.tables.aws.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spi.error.EngineException;
import dev.penstock.tables.aws.SimulatedAccount;
import dev.penstock.tables.aws.simulator.AccountFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AwsAccountAlternateContactTableTest {
    private static final String CONTACT = "aws_account_alternate_contact";
    private static final AccountFacts FACTS = new AccountFacts(
            AccountFacts.NONE.primaryContact(),
            Map.of("SECURITY", new AccountFacts.Contact("Ann", "ann@example.com", "+1", "CISO")),
            null,
            List.of());

    @Test
    void aKindThatIsNotSetDoesNotHideTheOthers() {
        try (var account = SimulatedAccount.of(estate -> estate.facts(FACTS))) {
            assertThat(account.row(CONTACT, Map.of()))
                    .containsEntry("contact_type", "SECURITY")
                    .containsEntry("contact_title", "CISO")
                    .containsEntry("linked_account_id", "123456789012");
            assertThat(account.calls()).isEqualTo(Map.of("account:GetAlternateContact", 3));
        }
    }

    @Test
    void aNamedKindIsOneCall() {
        try (var account = SimulatedAccount.of(estate -> estate.facts(FACTS))) {
            assertThat(account.rows(CONTACT, Map.of("contact_type", Set.of("SECURITY"))))
                    .hasSize(1);
            assertThat(account.rows(CONTACT, Map.of("contact_type", Set.of("LEGAL"))))
                    .isEmpty();
            assertThat(account.calls()).isEqualTo(Map.of("account:GetAlternateContact", 1));
        }
    }

    @Test
    void theOwnAccountIsAskedAboutWithoutNamingItAndAnotherByName() {
        try (var account = SimulatedAccount.of(estate -> estate.facts(FACTS))) {
            assertThat(account.rows(CONTACT, Map.of("linked_account_id", Set.of("123456789012"))))
                    .hasSize(1);
            assertThatThrownBy(() -> account.rows(CONTACT, Map.of("linked_account_id", Set.of("999988887777"))))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("account:GetAlternateContact")
                    .hasMessageContaining("denied");
        }
    }
}
