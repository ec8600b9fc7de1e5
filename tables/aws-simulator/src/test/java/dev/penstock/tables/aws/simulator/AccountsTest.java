package dev.penstock.tables.aws.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private final Estate first = Estate.account("111111111111")
            .credentials("AKIAFIRST")
            .user(
                    "bob",
                    user -> user.key(key -> key.id("AKIABOBACTIVE0000000"))
                            .key(key -> key.id("AKIABOBINACTIVE00000").inactive()))
            .build();
    private final Estate second = Estate.account("222222222222")
            .credentials("AKIASECOND")
            .user("bob", UserBuilder::key)
            .build();

    @Test
    void accessKeyChoosesTheAccount() {
        try (var simulator = AwsSimulator.start(List.of(first, second))) {
            assertThat(account(simulator, "AKIAFIRST")).isEqualTo("111111111111");
            assertThat(account(simulator, "AKIASECOND")).isEqualTo("222222222222");
            assertThat(new QueryClient(simulator, "AKIAFIRST")
                            .iam("ListAccessKeys", "UserName", "bob")
                            .all("AccessKeyId"))
                    .hasSize(2);
            assertThat(new QueryClient(simulator, "AKIASECOND")
                            .iam("ListAccessKeys", "UserName", "bob")
                            .all("AccessKeyId"))
                    .hasSize(1);
            assertThat(simulator.log().requests().get(0).accountId()).isEqualTo("111111111111");
        }
    }

    @Test
    void activeKeyOfAUserMakesTheUserTheCaller() {
        try (var simulator = AwsSimulator.start(List.of(first, second))) {
            assertThat(new QueryClient(simulator, "AKIABOBACTIVE0000000")
                            .sts("GetCallerIdentity")
                            .one("Arn"))
                    .isEqualTo("arn:aws:iam::111111111111:user/bob");
        }
    }

    @Test
    void unknownAndInactiveKeysAreRefused() {
        try (var simulator = AwsSimulator.start(List.of(first, second))) {
            for (String key : List.of("AKIANOBODY", "AKIABOBINACTIVE00000")) {
                assertThat(new QueryClient(simulator, key)
                                .sts("GetCallerIdentity")
                                .error())
                        .isEqualTo("403 InvalidClientTokenId: The security token included in the request is invalid.");
            }
        }
    }

    @Test
    void singleAccountWithoutCredentialsLetsEveryKeyIn() {
        try (var simulator = AwsSimulator.start(Estates.empty())) {
            assertThat(new QueryClient(simulator, "whatever")
                            .sts("GetCallerIdentity")
                            .one("Arn"))
                    .isEqualTo("arn:aws:iam::123456789012:user/auditor");
        }
    }

    @Test
    void singleAccountWithCredentialsIsStrict() {
        try (var simulator = AwsSimulator.start(first)) {
            assertThat(new QueryClient(simulator, "whatever").iam("ListUsers").status())
                    .isEqualTo(403);
            assertThat(simulator.log().requests().get(0).accountId()).isNull();
        }
    }

    @Test
    void accountsMustDiffer() {
        assertThatThrownBy(() -> AwsSimulator.start(List.of(first, first)))
                .hasMessage("two estates have the account id 111111111111");
        assertThatThrownBy(() -> AwsSimulator.start(List.of())).hasMessage("a simulator needs an estate");
    }

    private static String account(AwsSimulator simulator, String accessKeyId) {
        return new QueryClient(simulator, accessKeyId).sts("GetCallerIdentity").one("Account");
    }
}
