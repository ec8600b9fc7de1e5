package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.SimulatedAccount;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsIamUserTableTest {
    private static final String USER = "aws_iam_user";

    @Test
    void keepsNothingApartFromEmptyForABareUser() {
        try (var account = SimulatedAccount.of(estate -> estate.user("ann", user -> user.path("/eng/")))) {
            Map<String, @Nullable Object> row = account.row(USER, Map.of());
            assertThat(row)
                    .containsEntry("permissions_boundary_arn", "")
                    .containsEntry("permissions_boundary_type", "")
                    .containsEntry("mfa_enabled", false)
                    .containsEntry("login_profile", null)
                    .containsEntry("inline_policies", null)
                    .containsEntry("inline_policies_std", null)
                    .containsEntry("attached_policy_arns", null)
                    .containsEntry("tags", null)
                    .containsEntry("tags_src", null)
                    .containsEntry("password_last_used", null)
                    .containsEntry("partition", "aws")
                    .containsEntry("region", "global")
                    .containsEntry("account_id", "123456789012");
            assertThat(row.get("groups")).hasToString("[]");
            assertThat(row.get("mfa_devices")).hasToString("[]");
            assertThat(row.get("akas")).hasToString("[\"arn:aws:iam::123456789012:user/eng/ann\"]");
        }
    }

    @Test
    void asksForNothingWhereTheKeyCannotExist() {
        try (var account = SimulatedAccount.of(estate -> estate.user("ann"))) {
            assertThat(account.rows(USER, Map.of("name", Set.of("a b")))).isEmpty();
            assertThat(account.rows(USER, Map.of("arn", Set.of("arn:aws:iam::1:role/x"))))
                    .isEmpty();
            assertThat(account.calls()).isEmpty();
        }
    }

    @Test
    void readsEveryPage() {
        Estate estate = SimulatedAccount.estate(builder -> IntStream.range(0, 7).forEach(i -> builder.user("u" + i)));
        try (var account =
                SimulatedAccount.of(estate, SimulatorOptions.defaults().withPageSizeCap(3))) {
            assertThat(account.rows(USER)).hasSize(7);
        }
    }

    @Test
    void showsMfaDevicesWithTheirMembers() {
        try (var account = SimulatedAccount.of(estate -> estate.user("ann", user -> user.mfa("GAHT1")))) {
            assertThat(account.row(USER, Map.of()))
                    .containsEntry("mfa_enabled", true)
                    .extractingByKey("mfa_devices")
                    .hasToString("[{\"UserName\": \"ann\", \"EnableDate\": \"2025-01-01T00:00:00Z\","
                            + " \"SerialNumber\": \"GAHT1\"}]");
        }
    }
}
