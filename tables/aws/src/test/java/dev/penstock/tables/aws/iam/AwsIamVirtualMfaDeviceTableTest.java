package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.SimulatedAccount;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsIamVirtualMfaDeviceTableTest {
    private static final String DEVICE = "aws_iam_virtual_mfa_device";

    @Test
    void namesUsersAndRoot() {
        try (var account = SimulatedAccount.of(estate -> estate.rootVirtualMfa().user("ann", user -> user.mfa()))) {
            List<Map<String, @Nullable Object>> rows = account.rows(DEVICE);
            assertThat(rows.get(0)).containsEntry("user_name", "ann").containsEntry("assignment_status", "Assigned");
            assertThat(rows.get(1)).containsEntry("user_name", null).containsEntry("user_id", "123456789012");
            assertThat(String.valueOf(rows.get(1).get("user"))).contains("arn:aws:iam::123456789012:root");
        }
    }

    @Test
    void aDeviceOfNobodyHasNoUser() {
        try (var account = SimulatedAccount.of(estate -> estate.unassignedMfaDevice("spare"))) {
            Map<String, @Nullable Object> row = account.row(DEVICE, Map.of());
            assertThat(row)
                    .containsEntry("assignment_status", "Unassigned")
                    .containsEntry("user", null)
                    .containsEntry("user_id", null)
                    .containsEntry("enable_date", null)
                    .containsEntry("tags", null);
            assertThat(row.get("tags_src")).hasToString("[]");
        }
    }

    @Test
    void aStatusThatNoRowCarriesAsksForNothing() {
        try (var account = SimulatedAccount.of(estate -> estate.user("ann", user -> user.mfa()))) {
            assertThat(account.rows(DEVICE, Map.of("assignment_status", Set.of("Any"))))
                    .isEmpty();
            assertThat(account.rows(DEVICE, Map.of("assignment_status", Set.of("Lost"))))
                    .isEmpty();
            assertThat(account.calls()).isEmpty();
            assertThat(account.rows(DEVICE, Map.of("assignment_status", Set.of("Assigned"))))
                    .hasSize(1);
        }
    }
}
