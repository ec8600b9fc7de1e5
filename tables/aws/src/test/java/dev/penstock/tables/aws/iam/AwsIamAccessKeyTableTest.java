package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spi.error.EngineException;
import dev.penstock.tables.aws.SimulatedAccount;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsIamAccessKeyTableTest {
    private static final String KEY = "aws_iam_access_key";
    private static final String KEY_ID = "AKIASIMULATED0000001";

    @Test
    void namesTheOwnersPathInTheAkaOfAKeyListedOrLookedUp() {
        try (var account = SimulatedAccount.of(estate ->
                estate.user("ann", user -> user.path("/eng/").key(key -> key.id(KEY_ID))))) {
            String aka = "[\"arn:aws:iam::123456789012:user/eng/ann/accesskey/" + KEY_ID + "\"]";
            Map<String, @Nullable Object> listed = account.row(KEY, Map.of());
            assertThat(listed.get("akas")).hasToString(aka);
            assertThat(listed)
                    .containsEntry("access_key_last_used_service", "N/A")
                    .containsEntry("access_key_last_used_date", null)
                    .containsEntry("status", "Active");
            account.anew();
            assertThat(account.row(KEY, Map.of("user_name", Set.of("ann"))).get("akas"))
                    .hasToString(aka);
            assertThat(account.calls()).doesNotContainKey("iam:ListUsers");
        }
    }

    @Test
    void aUserThatIsNotThereHasNoKeys() {
        try (var account = SimulatedAccount.of(estate -> estate.user("ann"))) {
            assertThat(account.rows(KEY, Map.of("user_name", Set.of("gone")))).isEmpty();
            assertThat(account.calls()).doesNotContainKey("iam:ListUsers");
        }
    }

    @Test
    void failsInsteadOfLeavingOutWhatItMayNotRead() {
        Estate estate = SimulatedAccount.estate(builder -> builder.user("ann"));
        var options = SimulatorOptions.defaults().withFault(Faults.denied("iam:ListAccessKeys"));
        try (var account = SimulatedAccount.of(estate, options)) {
            assertThatThrownBy(() -> account.rows(KEY))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("iam:ListAccessKeys")
                    .hasMessageContaining("123456789012");
        }
    }
}
