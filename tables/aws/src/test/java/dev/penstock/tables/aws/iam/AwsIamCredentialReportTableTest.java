package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spi.error.EngineException;
import dev.penstock.tables.aws.SimulatedAccount;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import dev.penstock.tables.aws.simulator.UserBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsIamCredentialReportTableTest {
    private static final String REPORT = "aws_iam_credential_report";

    @Test
    void aMissingReportIsMadeAndWaitedFor() {
        try (var account = SimulatedAccount.of(estate -> estate.user("ann", UserBuilder::loginProfile))) {
            assertThat(account.select(REPORT, "user_name"))
                    .extracting(row -> row.get("user_name"))
                    .containsExactly("<root_account>", "ann");
            assertThat(account.calls())
                    .isEqualTo(Map.of("iam:GetCredentialReport", 2, "iam:GenerateCredentialReport", 3));
        }
    }

    @Test
    void anExpiredReportIsMadeAnew() {
        Instant old = Instant.now().minus(Duration.ofHours(5));
        try (var account = SimulatedAccount.of(estate -> estate.credentialReport(old))) {
            Object generated = account.select(REPORT, "generated_time").get(0).get("generated_time");
            assertThat((Long) generated).isGreaterThan(old.toEpochMilli() * 1000);
            assertThat(account.calls()).containsEntry("iam:GenerateCredentialReport", 3);
        }
    }

    @Test
    void aReportThatIsThereIsReadAsItIs() {
        Instant fresh = Instant.ofEpochSecond(Instant.now().getEpochSecond() - 600);
        try (var account = SimulatedAccount.of(estate -> estate.credentialReport(fresh))) {
            assertThat(account.select(REPORT, "generated_time").get(0))
                    .containsEntry("generated_time", fresh.getEpochSecond() * 1_000_000);
            assertThat(account.calls()).isEqualTo(Map.of("iam:GetCredentialReport", 1));
        }
    }

    @Test
    void aReportThatMayNotBeMadeIsAnErrorThatNamesTheCall() {
        Estate estate = SimulatedAccount.estate(nothing -> {});
        var options = SimulatorOptions.defaults().withFault(Faults.denied("iam:GenerateCredentialReport"));
        try (var account = SimulatedAccount.of(estate, options)) {
            assertThatThrownBy(() -> account.rows(REPORT))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("iam:GenerateCredentialReport was denied");
        }
    }

    @Test
    void wordsForNothingAreNullAndRootIsNotSaidToHaveAPassword() {
        try (var account = SimulatedAccount.of(estate -> estate.credentialReport(Instant.now())
                .user("ann", user -> user.loginProfile())
                .user("bob", user -> user.key()))) {
            List<Map<String, @Nullable Object>> rows = account.rows(REPORT);
            assertThat(rows.get(0))
                    .containsEntry("user_name", "<root_account>")
                    .containsEntry("password_enabled", false)
                    .containsEntry("password_last_used", null)
                    .containsEntry("password_last_changed", null)
                    .containsEntry("mfa_active", true)
                    .containsEntry("access_key_1_active", false);
            assertThat(rows.get(1))
                    .containsEntry("password_enabled", true)
                    .containsEntry("password_status", "never_used")
                    .containsEntry("password_next_rotation", null)
                    .containsEntry("access_key_1_last_used_region", null);
            assertThat(rows.get(2))
                    .containsEntry("password_enabled", false)
                    .containsEntry("password_status", "not_set")
                    .containsEntry("access_key_1_active", true)
                    .containsEntry("access_key_1_last_used_date", null)
                    .containsEntry("access_key_2_active", false);
        }
    }

    @Test
    void fieldsInQuotesMayHoldCommas() {
        var lines = CredentialReportLine.read("user,arn\n\"a,b\",\"x\"\"y\"\n", null);
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).raw("user")).isEqualTo("a,b");
        assertThat(lines.get(0).raw("arn")).isEqualTo("x\"y");
    }
}
