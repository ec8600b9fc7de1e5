package dev.penstock.tables.aws.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spi.error.EngineException;
import dev.penstock.tables.aws.SimulatedAccount;
import dev.penstock.tables.aws.simulator.AccountFacts;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsOrganizationsAccountTableTest {
    private static final String TABLE = "aws_organizations_account";
    private static final String MANAGER = "210987654321";
    private static final String ROOT = "r-ab12";
    private static final String UNIT = "ou-ab12-11111111";
    private static final String BELOW = "ou-ab12-22222222";
    private static final Instant JOINED = Instant.parse("2025-01-01T10:00:00Z");

    private static AccountFacts.Member member(int number, String parent, Map<String, String> tags) {
        String id = String.format(Locale.ROOT, "%012d", number);
        return new AccountFacts.Member(
                id, "account " + number, number + "@example.com", parent, "ACTIVE", "CREATED", JOINED, tags);
    }

    /** Two accounts in the root, one in a unit, and the others in a unit below that. */
    private static Estate estate(int accounts) {
        var members = new ArrayList<AccountFacts.Member>();
        for (int i = 1; i <= accounts; i++) {
            members.add(member(i, i < 3 ? ROOT : i == 3 ? UNIT : BELOW, i == 3 ? Map.of("team", "core") : Map.of()));
        }
        var organization = new AccountFacts.Organization(
                "o-abc",
                MANAGER,
                "boss@example.com",
                ROOT,
                List.of(new AccountFacts.Unit(UNIT, "unit", ROOT), new AccountFacts.Unit(BELOW, "below", UNIT)),
                members);
        return SimulatedAccount.estate(estate ->
                estate.facts(new AccountFacts(AccountFacts.NONE.primaryContact(), Map.of(), organization, List.of())));
    }

    private static SimulatedAccount account(int accounts) {
        return SimulatedAccount.of(estate(accounts), SimulatorOptions.defaults());
    }

    @Test
    void everyColumnOfAnAccount() {
        try (var account = account(3)) {
            Map<String, @Nullable Object> row = account.row(TABLE, Map.of("id", Set.of("000000000003")));
            assertThat(row)
                    .containsEntry("name", "account 3")
                    .containsEntry("title", "account 3")
                    .containsEntry("id", "000000000003")
                    .containsEntry("parent_id", UNIT)
                    .containsEntry("arn", "arn:aws:organizations::210987654321:account/o-abc/000000000003")
                    .containsEntry("state", "ACTIVE")
                    .containsEntry("status", "ACTIVE")
                    .containsEntry("email", "3@example.com")
                    .containsEntry("joined_method", "CREATED")
                    .containsEntry("joined_timestamp", JOINED.getEpochSecond() * 1_000_000)
                    .containsEntry("partition", "aws")
                    .containsEntry("region", "global")
                    .containsEntry("account_id", SimulatedAccount.ID);
            assertThat(row.get("tags_src")).hasToString("[{\"Key\": \"team\", \"Value\": \"core\"}]");
            assertThat(row.get("tags")).hasToString("{\"team\": \"core\"}");
            assertThat(row.get("akas"))
                    .hasToString("[\"arn:aws:organizations::210987654321:account/o-abc/000000000003\"]");
            assertThat(account.calls())
                    .isEqualTo(Map.of(
                            "organizations:DescribeAccount",
                            1,
                            "organizations:ListParents",
                            1,
                            "organizations:ListTagsForResource",
                            1));
        }
    }

    @Test
    void anAccountWithoutTagsHasEmptyOnes() {
        try (var account = account(1)) {
            Map<String, @Nullable Object> row = account.row(TABLE, Map.of());
            assertThat(row.get("tags_src")).hasToString("[]");
            assertThat(row.get("tags")).hasToString("{}");
        }
    }

    /** Without parent_id nothing needs the tree: units cost no calls. */
    @Test
    void aListingIsOnePagePerTwentyAccounts() {
        try (var account = account(45)) {
            assertThat(account.select(TABLE, "id", "name", "state"))
                    .doesNotHaveDuplicates()
                    .hasSize(45);
            assertThat(account.calls()).isEqualTo(Map.of("organizations:ListAccounts", 3));
        }
    }

    @Test
    void parentsAreAskedForPerAccountOnlyWhereTheyAreRead() {
        try (var account = account(4)) {
            assertThat(account.select(TABLE, "id", "parent_id"))
                    .extracting(row -> row.get("parent_id"))
                    .containsExactly(ROOT, ROOT, UNIT, BELOW);
            assertThat(account.calls())
                    .isEqualTo(Map.of("organizations:ListAccounts", 1, "organizations:ListParents", 4));
        }
    }

    @Test
    void theAccountsOfAParentAreListedAsSuch() {
        try (var account = account(30)) {
            assertThat(of(account, UNIT, ROOT)).containsExactlyInAnyOrder(ROOT, ROOT, UNIT);
            assertThat(account.calls()).isEqualTo(Map.of("organizations:ListAccountsForParent", 2));
            assertThat(of(account.anew(), BELOW)).hasSize(27).containsOnly(BELOW);
            assertThat(account.calls()).isEqualTo(Map.of("organizations:ListAccountsForParent", 2));
        }
    }

    @Test
    void whatDoesNotExistHasNoRows() {
        try (var account = account(3)) {
            assertThat(of(account, "ou-ab12-99999999")).isEmpty();
            assertThat(account.rows(TABLE, Map.of("id", Set.of("999999999999"))))
                    .isEmpty();
            assertThat(account.calls())
                    .isEqualTo(Map.of("organizations:ListAccountsForParent", 1, "organizations:DescribeAccount", 1));
            assertThat(of(account.anew(), "no such id")).isEmpty();
            assertThat(account.rows(TABLE, Map.of("id", Set.of("no number")))).isEmpty();
            assertThat(account.calls()).as("the service refuses such ids").isEmpty();
        }
        try (var alone = SimulatedAccount.of(estate -> {})) {
            assertThat(alone.rows(TABLE)).as("no organization").isEmpty();
        }
    }

    @Test
    void whatIsDeniedIsAnErrorAndOnlyWhereItIsNeeded() {
        var options = SimulatorOptions.defaults().withFault(Faults.denied("organizations:ListParents"));
        try (var account = SimulatedAccount.of(estate(3), options)) {
            assertThat(account.select(TABLE, "id")).hasSize(3);
            assertThat(of(account, UNIT)).hasSize(1);
            assertThatThrownBy(() -> account.select(TABLE, "parent_id"))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("organizations:ListParents for \"000000000001\" was denied");
        }
    }

    private static List<@Nullable Object> of(SimulatedAccount account, String... parents) {
        return account.rows(TABLE, Map.of("parent_id", Set.of(parents)), OptionalLong.empty(), "parent_id").stream()
                .<@Nullable Object>map(row -> row.get("parent_id"))
                .toList();
    }
}
