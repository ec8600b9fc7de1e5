package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.SimulatedAccount;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsIamPolicyTableTest {
    private static final String POLICY = "aws_iam_policy";
    private static final String ARN = "arn:aws:iam::123456789012:policy/p";

    @Test
    void aListingTellsTheDescriptionToo() {
        try (var account = SimulatedAccount.of(estate -> estate.policy("p", policy -> policy.description("why")))) {
            assertThat(account.rows(
                            POLICY, Map.of("is_aws_managed", Set.of("false")), OptionalLong.empty(), "description"))
                    .containsExactly(Map.of("description", "why"));
        }
    }

    @Test
    void tagsAreAnEmptyListAndNoMapWhereThereAreNone() {
        try (var account = SimulatedAccount.of(estate -> estate.policy("p", policy -> policy))) {
            Map<String, @Nullable Object> row = account.row(POLICY, Map.of("arn", Set.of(ARN)));
            assertThat(row.get("tags_src")).hasToString("[]");
            assertThat(row)
                    .containsEntry("tags", null)
                    .containsEntry("is_attached", false)
                    .containsEntry("attachment_count", 0L)
                    .containsEntry("is_aws_managed", false);
        }
    }

    @Test
    void theDocumentIsThatOfTheVersionInEffect() {
        try (var account = SimulatedAccount.of(estate ->
                estate.policy("p", policy -> policy.version("{\"Id\":\"1\"}").version("{\"Id\":\"2\"}")))) {
            assertThat(account.row(POLICY, Map.of("arn", Set.of(ARN))))
                    .containsEntry("default_version_id", "v2")
                    .extractingByKey("policy")
                    .hasToString("{\"Id\": \"2\"}");
        }
    }

    @Test
    void onlyAttachedPoliciesAreListedWhereTheQueryWantsNoOthers() {
        try (var account = SimulatedAccount.of(
                estate -> estate.policy("p", policy -> policy).user("ann", user -> user.attachedPolicy(ARN)))) {
            assertThat(account.rows(POLICY, Map.of("is_attached", Set.of("true")), OptionalLong.empty(), "arn"))
                    .containsExactly(Map.of("arn", ARN));
            assertThat(account.calls()).isEqualTo(Map.of("iam:ListPolicies", 1));
        }
    }

    @Test
    void aLimitCountsAfterTheCheckThatAPolicyIsNotAttached() {
        try (var account = SimulatedAccount.of(estate -> estate.policy("p", policy -> policy)
                .policy("q", policy -> policy)
                .user("ann", user -> user.attachedPolicy(ARN)))) {
            assertThat(account.rows(
                            POLICY,
                            Map.of("is_attached", Set.of("false"), "is_aws_managed", Set.of("false")),
                            OptionalLong.of(1),
                            "name"))
                    .containsExactly(Map.of("name", "q"));
        }
    }

    @Test
    void useAsABoundaryIsNoAttachment() {
        try (var account = SimulatedAccount.of(
                estate -> estate.policy("p", policy -> policy).user("ann", user -> user.boundary(ARN)))) {
            assertThat(account.row(POLICY, Map.of("arn", Set.of(ARN))))
                    .containsEntry("is_attached", false)
                    .containsEntry("permissions_boundary_usage_count", 1L);
        }
    }
}
