package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.SimulatedAccount;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AwsIamPolicyAttachmentTableTest {
    private static final String ATTACHMENT = "aws_iam_policy_attachment";
    private static final String ARN = "arn:aws:iam::123456789012:policy/p";

    @Test
    void aPolicyOnManyPagesIsOneRowAlsoUnderALimit() {
        Estate estate = SimulatedAccount.estate(builder ->
                IntStream.range(0, 5).forEach(i -> builder.user("u" + i, user -> user.attachedPolicy(ARN))));
        var options = SimulatorOptions.defaults()
                .withPageSizeCap(2)
                .withFault(Faults.denied("iam:GetAccountAuthorizationDetails"));
        try (var account = SimulatedAccount.of(estate, options)) {
            var rows = account.rows(
                    ATTACHMENT,
                    Map.of("is_attached", Set.of("true")),
                    OptionalLong.of(1),
                    "policy_arn",
                    "policy_users");
            assertThat(rows).hasSize(1);
            assertThat(String.valueOf(rows.get(0).get("policy_users"))).contains("\"u0\"", "\"u4\"");
        }
    }

    @Test
    void whoHasItAsBoundaryUsesItToo() {
        try (var account = SimulatedAccount.of(
                estate -> estate.policy("p", policy -> policy).role("r", role -> role.boundary(ARN)))) {
            var row = account.rows(ATTACHMENT).stream()
                    .filter(each -> ARN.equals(each.get("policy_arn")))
                    .findFirst()
                    .orElseThrow();
            assertThat(row).containsEntry("is_attached", false);
            assertThat(String.valueOf(row.get("policy_roles"))).contains("\"RoleName\": \"r\"");
            assertThat(row.get("policy_users")).hasToString("[]");
        }
    }

    @Test
    void aPolicyThatNobodyUsesIsNotAskedAbout() {
        Estate estate = SimulatedAccount.estate(builder -> builder.user("ann", user -> user.attachedPolicy(ARN)));
        var options = SimulatorOptions.defaults().withFault(Faults.denied("iam:GetAccountAuthorizationDetails"));
        try (var account = SimulatedAccount.of(estate, options)) {
            assertThat(account.rows(ATTACHMENT)).hasSizeGreaterThan(5);
            assertThat(account.calls()).containsEntry("iam:ListEntitiesForPolicy", 1);
        }
    }
}
