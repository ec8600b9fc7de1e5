package dev.penstock.tables.aws.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.simulator.QueryClient.QueryAnswer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "999, 1", "1000, 1", "1001, 2", "2500, 3"})
    void listsEveryUserOnceInAsFewPagesAsPossible(int users, int pages) {
        Estate estate = Estates.users(users);
        try (var simulator = AwsSimulator.start(estate)) {
            assertThat(allUserNames(simulator, "1000")).isEqualTo(estate.userNames());
            assertThat(simulator.log().count("iam:ListUsers")).isEqualTo(pages);
        }
    }

    @Test
    void givesAHundredItemsUnlessAskedOtherwise() {
        try (var simulator = AwsSimulator.start(Estates.users(101))) {
            QueryAnswer answer = new QueryClient(simulator).iam("ListUsers");
            assertThat(answer.all("UserName")).hasSize(100);
            assertThat(answer.one("IsTruncated")).isEqualTo("true");
        }
    }

    @Test
    void capForcesSmallPagesOnEveryList() {
        Estate estate = Estate.account("123456789012")
                .user(
                        "bob",
                        user -> user.key()
                                .key()
                                .group("a")
                                .group("b")
                                .tag("k", "v")
                                .tag("l", "w"))
                .build();
        try (var simulator =
                AwsSimulator.start(estate, SimulatorOptions.defaults().withPageSizeCap(1))) {
            var client = new QueryClient(simulator);
            assertTwoPages(client, "ListAccessKeys", "AccessKeyId");
            assertTwoPages(client, "ListGroupsForUser", "GroupName");
            assertTwoPages(client, "ListUserTags", "Key");
            assertTwoPages(client, "ListGroups", "GroupName");
        }
    }

    @Test
    void deletionsBetweenTwoPagesShiftNothing() {
        Estate estate = Estates.users(6);
        try (var simulator = AwsSimulator.start(estate)) {
            var client = new QueryClient(simulator);
            QueryAnswer first = client.iam("ListUsers", "MaxItems", "3");
            estate.deleteUser("user-000000");
            estate.deleteUser("user-000002");
            QueryAnswer second = client.iam("ListUsers", "MaxItems", "3", "Marker", first.one("Marker"));
            assertThat(second.all("UserName")).containsExactly("user-000003", "user-000004", "user-000005");
            assertThat(second.has("Marker")).isFalse();
        }
    }

    @Test
    void pathPrefixFiltersBeforePaging() {
        try (var simulator = AwsSimulator.start(Estates.users(10))) {
            QueryAnswer answer =
                    new QueryClient(simulator).iam("ListUsers", "PathPrefix", "/engineering/", "MaxItems", "5");
            assertThat(answer.all("UserName")).hasSize(5).allMatch(name -> "02468".contains(name.substring(10)));
            assertThat(answer.one("IsTruncated")).isEqualTo("false");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MaxItems, 0, 'Member must have value greater than or equal to 1'",
        "MaxItems, 1001, 'Member must have value less than or equal to 1000'",
        "MaxItems, many, 'MaxItems is not a number'",
        "Marker, nonsense, 'Invalid Marker.'",
        "PathPrefix, engineering, 'It must begin with the / character.'"
    })
    void refusesWhatIamRefuses(String parameter, String value, String message) {
        try (var simulator = AwsSimulator.start(Estates.users(1))) {
            QueryAnswer answer = new QueryClient(simulator).iam("ListUsers", parameter, value);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.one("Message")).contains(message);
        }
    }

    private static void assertTwoPages(QueryClient client, String action, String element) {
        QueryAnswer first = client.iam(action, "UserName", "bob", "MaxItems", "1000");
        QueryAnswer second = client.iam(action, "UserName", "bob", "Marker", first.one("Marker"));
        assertThat(second.one("IsTruncated")).isEqualTo("false");
        assertThat(List.of(first.one(element), second.one(element))).doesNotHaveDuplicates();
    }

    private static List<String> allUserNames(AwsSimulator simulator, String maxItems) {
        var client = new QueryClient(simulator);
        var names = new ArrayList<String>();
        QueryAnswer answer = client.iam("ListUsers", "MaxItems", maxItems);
        names.addAll(answer.all("UserName"));
        while (answer.has("Marker")) {
            answer = client.iam("ListUsers", "MaxItems", maxItems, "Marker", answer.one("Marker"));
            names.addAll(answer.all("UserName"));
        }
        return names;
    }
}
