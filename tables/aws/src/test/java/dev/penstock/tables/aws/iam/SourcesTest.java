package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spi.error.EngineException;
import dev.penstock.tables.aws.SimulatedAccount;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Estates;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls behind scans of an account with 1,000 users, 300 roles, 200 policies and 50 groups. */
class SourcesTest {
    private static final String BULK = "iam:GetAccountAuthorizationDetails";
    private static final SimulatedAccount COMPANY =
            SimulatedAccount.of(Estates.company(1_000, 300, 200, 50), SimulatorOptions.defaults());

    @BeforeEach
    void anew() {
        COMPANY.anew();
    }

    @AfterAll
    static void close() {
        COMPANY.close();
    }

    @Test
    void allOfUsersButPasswordAndMfaNeedsNoRowCall() {
        var columns = new ArrayList<>(names("aws_iam_user"));
        columns.removeAll(List.of("login_profile", "mfa_enabled", "mfa_devices", "password_last_used"));
        assertThat(COMPANY.select("aws_iam_user", columns.toArray(String[]::new)))
                .hasSize(1_000);
        assertThat(COMPANY.calls()).isEqualTo(Map.of(BULK, 2, "iam:GetAccountSummary", 1));
    }

    @Test
    void whatABulkAnswerDoesNotProveIsAskedForManyAtOnce() {
        try (var slow = SimulatedAccount.of(
                Estates.company(40, 1, 1, 1), SimulatorOptions.defaults().withLatency(Duration.ofMillis(20)))) {
            slow.select("aws_iam_user", "name", "mfa_enabled");
            assertThat(slow.calls()).containsEntry("iam:ListMFADevices", 20);
            assertThat(slow.peakInFlight()).isGreaterThan(4);
        }
    }

    @Test
    void whatTheListingTellsNeedsNoOtherCall() {
        COMPANY.select("aws_iam_user", "name", "arn", "password_last_used");
        COMPANY.select("aws_iam_role", "name", "description", "assume_role_policy_std");
        COMPANY.select("aws_iam_group", "name");
        assertThat(COMPANY.calls()).isEqualTo(Map.of("iam:ListUsers", 1, "iam:ListRoles", 1, "iam:ListGroups", 1));
    }

    @Test
    void listedAndBulkColumnsMeetById() {
        var rows = COMPANY.select("aws_iam_user", "name", "password_last_used", "tags");
        assertThat(rows.get(2).get("tags")).hasToString("{\"number\": \"2\"}");
        assertThat(rows.get(3)).containsEntry("tags", null);
        assertThat(COMPANY.calls()).isEqualTo(Map.of("iam:ListUsers", 1, BULK, 2, "iam:GetAccountSummary", 1));
    }

    @Test
    void tablesShareOneBulkAnswerThatIsThereAlready() {
        COMPANY.select("aws_iam_user", "attached_policy_arns");
        COMPANY.select("aws_iam_group", "users", "inline_policies");
        COMPANY.select("aws_iam_role", "tags", "instance_profile_arns", "role_last_used_date");
        COMPANY.rows("aws_iam_policy", Map.of("is_aws_managed", Set.of("false")), OptionalLong.empty(), "policy_std");
        COMPANY.select("aws_iam_user", "name");
        assertThat(COMPANY.calls()).isEqualTo(Map.of(BULK, 2, "iam:GetAccountSummary", 1));
    }

    @Test
    void oneUserIsLookedUpAndNotSearchedForInTheWholeAccount() {
        assertThat(COMPANY.rows(
                        "aws_iam_user", Map.of("name", Set.of("user-000002")), OptionalLong.empty(), "name", "tags"))
                .hasSize(1);
        assertThat(COMPANY.calls()).isEqualTo(Map.of("iam:GetUser", 1));
    }

    @Test
    void manyNamesAreListedAndNotLookedUp() {
        var names = Set.copyOf(java.util.stream.IntStream.range(0, 400)
                .mapToObj("user-%06d"::formatted)
                .toList());
        assertThat(COMPANY.rows("aws_iam_user", Map.of("name", names), OptionalLong.empty(), "arn"))
                .hasSize(400);
        assertThat(COMPANY.calls()).isEqualTo(Map.of("iam:ListUsers", 1));
    }

    @Test
    void aNameIsFoundInAListingThatIsThere() {
        COMPANY.select("aws_iam_user", "name");
        assertThat(COMPANY.rows("aws_iam_user", Map.of("name", Set.of("user-000007")), OptionalLong.empty(), "arn"))
                .hasSize(1);
        assertThat(COMPANY.calls()).isEqualTo(Map.of("iam:ListUsers", 1));
    }

    @Test
    void aRunThatWillAskForManyChoosesTheBulkAnswerForAllOfThem() {
        List<Map<String, Set<String>>> each = IntStream.range(1, 9)
                .mapToObj(i -> Map.of("name", Set.of("user-00000" + i)))
                .toList();
        COMPANY.expect(each.stream()
                .map(keys -> SimulatedAccount.request("aws_iam_user", keys, OptionalLong.empty(), "name", "tags"))
                .collect(Collectors.toSet()));
        each.forEach(keys -> assertThat(COMPANY.rows("aws_iam_user", keys, OptionalLong.empty(), "name", "tags"))
                .hasSize(1));
        assertThat(COMPANY.calls()).isEqualTo(Map.of(BULK, 2, "iam:GetAccountSummary", 1));
    }

    @Test
    void aRunThatWillAskForOneUserLooksItUp() {
        Map<String, Set<String>> keys = Map.of("name", Set.of("user-000001"));
        COMPANY.expect(Set.of(
                SimulatedAccount.request("aws_iam_user", keys, OptionalLong.empty(), "name", "tags"),
                SimulatedAccount.request("aws_iam_user", keys, OptionalLong.empty(), "tags")));
        COMPANY.rows("aws_iam_user", keys, OptionalLong.empty(), "name", "tags");
        COMPANY.rows("aws_iam_user", keys, OptionalLong.empty(), "tags");
        assertThat(COMPANY.calls()).isEqualTo(Map.of("iam:GetUser", 1));
    }

    @Test
    void aRunWhoseBulkAnswerIsRefusedAsksSingly() {
        var keys = Map.of("name", Set.of("user-000001"));
        var other = Map.of("name", Set.of("user-000002"));
        try (var account = SimulatedAccount.of(
                Estates.company(1_000, 300, 200, 50),
                SimulatorOptions.defaults().withFault(Faults.denied(BULK)))) {
            account.expect(Set.of(
                    SimulatedAccount.request("aws_iam_user", keys, OptionalLong.empty(), "name", "tags"),
                    SimulatedAccount.request("aws_iam_user", Map.of(), OptionalLong.empty(), "name", "groups")));
            assertThat(account.rows("aws_iam_user", keys, OptionalLong.empty(), "name", "tags"))
                    .hasSize(1);
            assertThat(account.rows("aws_iam_user", other, OptionalLong.empty(), "name", "tags"))
                    .hasSize(1);
            assertThat(account.calls()).isEqualTo(Map.of(BULK, 1, "iam:GetUser", 2, "iam:GetAccountSummary", 1));
        }
    }

    @Test
    void fewRowsAreReadSingly() {
        assertThat(COMPANY.rows("aws_iam_user", Map.of(), OptionalLong.of(1), "name", "tags"))
                .hasSize(1);
        assertThat(COMPANY.calls()).isEqualTo(Map.of("iam:ListUsers", 1, "iam:GetUser", 1));
    }

    @Test
    void virtualDevicesProveThatUsersHaveMfaAndOnlyTheOthersAreAsked() {
        assertThat(COMPANY.select("aws_iam_user", "name", "mfa_enabled"))
                .filteredOn(row -> Boolean.TRUE.equals(row.get("mfa_enabled")))
                .hasSize(500);
        assertThat(COMPANY.calls())
                .containsEntry("iam:ListMFADevices", 500)
                .containsEntry("iam:ListVirtualMFADevices", 1);
    }

    @Test
    void instanceProfilesAreListedTheOtherWayRoundWhereTheBulkAnswerIsDenied() {
        try (var account = SimulatedAccount.of(
                Estates.company(10, 300, 10, 10), SimulatorOptions.defaults().withFault(Faults.denied(BULK)))) {
            assertThat(account.select("aws_iam_role", "name", "instance_profile_arns"))
                    .filteredOn(row -> row.get("instance_profile_arns") != null)
                    .hasSize(75);
            assertThat(account.calls())
                    .containsEntry("iam:ListInstanceProfiles", 1)
                    .doesNotContainKey("iam:ListInstanceProfilesForRole");
        }
    }

    @Test
    void attachmentsAreTheBulkAnswerTheOtherWayRound() {
        var rows = COMPANY.rows("aws_iam_policy_attachment", Map.of("is_attached", Set.of("true")));
        assertThat(rows).hasSize(200);
        assertThat(COMPANY.calls()).isEqualTo(Map.of("iam:ListPolicies", 1, BULK, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"aws_iam_user", "aws_iam_group", "aws_iam_role", "aws_iam_policy", "aws_iam_policy_attachment"})
    void withoutTheBulkAnswerSingleCallsTellTheSame(String table) {
        var estate = Estates.demo(Instant.parse("2026-01-01T00:00:00Z"));
        try (var bulk = SimulatedAccount.of(estate, SimulatorOptions.defaults());
                var single =
                        SimulatedAccount.of(estate, SimulatorOptions.defaults().withFault(Faults.denied(BULK)))) {
            assertThat(single.rows(table)).containsExactlyElementsOf(bulk.rows(table));
            assertThat(bulk.calls()).containsKey(BULK);
            assertThat(single.calls()).containsEntry(BULK, 1);
            single.rows(table);
            assertThat(single.calls()).as("denied once, not asked again").containsEntry(BULK, 1);
        }
    }

    @Test
    void whoIsNewSinceTheBulkAnswerIsReadSingly() {
        Estate estate = Estates.company(20, 5, 5, 5);
        var options = SimulatorOptions.defaults().withFault(call -> {
            if (call.action().equals("iam:ListUsers") && call.nth() == 1) {
                estate.createUser("zoe", "/");
            }
            return Optional.empty();
        });
        try (var account = SimulatedAccount.of(estate, options)) {
            var rows =
                    account.select("aws_iam_user", "name", "password_last_used", "permissions_boundary_arn", "groups");
            assertThat(rows).hasSize(21);
            assertThat(rows.get(20)).containsEntry("name", "zoe").containsEntry("permissions_boundary_arn", "");
            assertThat(rows.get(20).get("groups")).hasToString("[]");
            assertThat(account.calls())
                    .containsEntry(BULK, 1)
                    .containsEntry("iam:GetUser", 1)
                    .containsEntry("iam:ListGroupsForUser", 1);
        }
    }

    @Test
    void whoIsDeletedAfterTheBulkAnswerHasNoRow() {
        Estate estate = Estates.company(20, 5, 5, 5);
        var options = SimulatorOptions.defaults().withFault(call -> {
            if (call.action().equals("iam:GetLoginProfile") && call.nth() == 1) {
                estate.deleteUser("user-000013");
            }
            return Optional.empty();
        });
        try (var account = SimulatedAccount.of(estate, options)) {
            assertThat(account.select("aws_iam_user", "name", "groups", "tags", "inline_policies", "login_profile"))
                    .hasSize(19)
                    .noneMatch(row -> "user-000013".equals(row.get("name")));
        }
    }

    @Test
    void whoMayNotAskHowMuchThereIsGetsTheSameRows() {
        var options = SimulatorOptions.defaults().withFault(Faults.denied("iam:GetAccountSummary"));
        try (var account = SimulatedAccount.of(Estates.company(20, 5, 5, 5), options)) {
            assertThat(account.select("aws_iam_user", "name", "groups", "tags")).hasSize(20);
            account.select("aws_iam_role", "tags", "attached_policy_arns");
            assertThat(account.calls()).containsEntry("iam:GetAccountSummary", 1);
        }
    }

    @Test
    void whereSingleCallsAreDeniedTooTheErrorNamesTheOne() {
        var options =
                SimulatorOptions.defaults().withFault(Faults.denied(BULK)).withFault(Faults.denied("iam:GetUser"));
        try (var account = SimulatedAccount.of(Estates.company(3, 0, 0, 0), options)) {
            assertThatThrownBy(() -> account.select("aws_iam_user", "tags"))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("iam:GetUser")
                    .hasMessageContaining("denied");
        }
    }

    private static List<String> names(String table) {
        return SimulatedAccount.table(table).columns().stream()
                .map(column -> column.name())
                .toList();
    }
}
