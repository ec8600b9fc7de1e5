package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.SimulatedAccount;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AwsIamGroupTableTest {
    private static final String GROUP = "aws_iam_group";

    @Test
    void aGroupWithMoreThanAPageOfMembersShowsThemAll() {
        try (var account = SimulatedAccount.of(
                SimulatedAccount.estate(estate ->
                        IntStream.range(0, 7).forEach(i -> estate.user("u" + i, user -> user.group("team")))),
                SimulatorOptions.defaults()
                        .withPageSizeCap(3)
                        .withFault(Faults.denied("iam:GetAccountAuthorizationDetails")))) {
            assertThat(String.valueOf(account.row(GROUP, Map.of()).get("users")))
                    .contains("\"u0\"", "\"u6\"");
            assertThat(account.calls()).containsEntry("iam:GetGroup", 3);
        }
    }

    @Test
    void anEmptyGroupHasNoUsersAndNoPolicies() {
        try (var account = SimulatedAccount.of(estate -> estate.group("team", "/x/"))) {
            assertThat(account.row(GROUP, Map.of()))
                    .containsEntry("users", null)
                    .containsEntry("inline_policies", null)
                    .containsEntry("inline_policies_std", null)
                    .containsEntry("attached_policy_arns", null)
                    .containsEntry("arn", "arn:aws:iam::123456789012:group/x/team");
        }
    }

    @Test
    void membersCarryEveryMemberOfTheShape() {
        try (var account = SimulatedAccount.of(
                estate -> estate.user("ann", user -> user.group("team").tag("a", "b")))) {
            assertThat(String.valueOf(
                            account.row(GROUP, Map.of("name", Set.of("team"))).get("users")))
                    .contains(
                            "\"Path\": \"/\"",
                            "\"Tags\": null",
                            "\"PasswordLastUsed\": null",
                            "\"CreateDate\": \"2025-01-01T00:00:00Z\"");
        }
    }

    @Test
    void aPathIsTheWholePathAlsoUnderALimit() {
        try (var account = SimulatedAccount.of(
                estate -> estate.group("a", "/x/y/").group("b", "/x/").group("c", "/x/"))) {
            assertThat(account.rows(GROUP, Map.of("path", Set.of("/x/")), OptionalLong.of(1), "name"))
                    .containsExactly(Map.of("name", "b"));
            assertThat(account.rows(GROUP, Map.of("path", Set.of("/x/", "/x/y/")), OptionalLong.empty(), "name"))
                    .hasSize(3);
        }
    }

    @Test
    void inlinePoliciesKeepTheirOrder() {
        try (var account = SimulatedAccount.of(estate -> estate.group(
                "team",
                group -> group.inlinePolicy("b", "{\"Statement\":[]}").inlinePolicy("a", "{\"Statement\":[]}")))) {
            assertThat(account.row(GROUP, Map.of()).get("inline_policies"))
                    .hasToString("[{\"PolicyName\": \"b\", \"PolicyDocument\": {\"Statement\": []}},"
                            + " {\"PolicyName\": \"a\", \"PolicyDocument\": {\"Statement\": []}}]");
        }
    }
}
