package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.SimulatedAccount;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsIamInstanceProfileTableTest {
    private static final String PROFILE = "aws_iam_instance_profile";

    @Test
    void aProfileUnderAPathIsFoundByItsArn() {
        try (var account =
                SimulatedAccount.of(estate -> estate.role("r", role -> role).instanceProfile("p", "/service/", "r"))) {
            String arn = "arn:aws:iam::123456789012:instance-profile/service/p";
            Map<String, @Nullable Object> row = account.row(PROFILE, Map.of("arn", Set.of(arn)));
            assertThat(String.valueOf(row.get("roles")))
                    .contains(
                            "\"RoleName\": \"r\"",
                            "\"MaxSessionDuration\": 3600",
                            "\"AssumeRolePolicyDocument\": \"%7B");
            assertThat(account.calls())
                    .containsEntry("iam:GetInstanceProfile", 1)
                    .doesNotContainKey("iam:ListInstanceProfiles");
        }
    }

    @Test
    void nothingInItIsEmptyAndNotNull() {
        try (var account = SimulatedAccount.of(estate -> estate.instanceProfile("p", "/", null))) {
            Map<String, @Nullable Object> row = account.row(PROFILE, Map.of());
            assertThat(row.get("roles")).hasToString("[]");
            assertThat(row.get("tags_src")).hasToString("[]");
            assertThat(row.get("tags")).hasToString("{}");
        }
    }
}
