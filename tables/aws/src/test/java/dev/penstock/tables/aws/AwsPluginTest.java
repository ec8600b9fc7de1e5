package dev.penstock.tables.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spi.CallFailure;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.Prompt;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.Failure;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estates;
import dev.penstock.testkit.TableContract;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AwsPluginTest {
    private static final AwsSimulator SIMULATOR =
            AwsSimulator.start(Estates.demo(Instant.parse("2026-01-01T00:00:00Z")));

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    private static ConnectionConfig connection(Map<String, String> more) {
        var arguments = new HashMap<>(Map.of(
                "access_key", "AKIATEST000000000000",
                "secret_key", "not checked",
                "endpoint_url", SIMULATOR.endpoint().toString()));
        arguments.putAll(more);
        arguments.values().removeIf(String::isEmpty);
        return new ConnectionConfig("aws", "aws", arguments, 16);
    }

    @TestFactory
    Stream<DynamicTest> everyTableKeepsTheContract() {
        return TableContract.of(new AwsPlugin(List.of()), connection(Map.of()));
    }

    @Test
    void onlyWhatTablesDeclareIsEverSent() {
        var plugin = new AwsPlugin(List.of());
        try (AwsConnection aws = plugin.connect(connection(Map.of()), Prompt.NOBODY)) {
            assertThatThrownBy(() -> aws.iam().deleteUser(request -> request.userName("alice")))
                    .hasStackTraceContaining("refused: iam:DeleteUser is not declared by any table");
            assertThatThrownBy(() -> aws.iam().createAccessKey(request -> request.userName("alice")))
                    .hasStackTraceContaining("refused: iam:CreateAccessKey");
            assertThat(aws.iam().listUsers().users()).isNotEmpty();
        }
        assertThat(SIMULATOR.log().counts()).doesNotContainKeys("iam:DeleteUser", "iam:CreateAccessKey");
    }

    @Test
    void everyDeclaredActionOnlyReads() {
        assertThat(new AwsPlugin(List.of()).tables())
                .flatExtracting(table -> table.actions())
                .allMatch(
                        action -> action.matches(
                                "[a-z-]+:((Get|List|Describe)[A-Za-z]+|GenerateCredentialReport|GenerateServiceLastAccessedDetails|SimulatePrincipalPolicy)"));
    }

    @Test
    void wrongArgumentsAreRefusedByName() {
        refuses(Map.of("acces_key", "x"), "did you mean \"access_key\"?");
        refuses(Map.of("secret_key", ""), "needs access_key and secret_key together");
        refuses(Map.of("access_key", "", "secret_key", "", "session_token", "t"), "session_token without");
        refuses(Map.of("endpoint_url", "localhost:4566"), "endpoint_url such as https://host:port");
        refuses(Map.of("endpoint_url", "http://"), "endpoint_url such as https://host:port");
    }

    @Test
    void wrongListsAndNumbersAreRefusedWithTheirPlace() {
        refuses(Map.of("regions", "eu-west-1"), "needs a list as regions");
        refuses(Map.of("max_error_retry_attempts", "0"), "a number from 1");
        refuses(Map.of("max_error_retry_attempts", "many"), "a number from 1");
        refusesLists(Map.of("regions", List.of()), "has no region");
        refusesLists(Map.of("profile", List.of("a")), "needs one value as profile");
        refusesLists(Map.of("ignore_error_messages", List.of("(")), "no regular expression");
    }

    private static void refusesLists(Map<String, List<String>> lists, String words) {
        var config = new ConnectionConfig("aws", "aws", Map.of(), lists, 16, "aws.hcl:3:1");
        assertThatThrownBy(() -> new AwsPlugin().connect(config, Prompt.NOBODY))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("aws.hcl:3:1: connection \"aws\" ")
                .hasMessageContaining(words);
    }

    @Test
    void ignoredErrorsAreThoseOfThePatterns() {
        var config = new ConnectionConfig(
                "aws",
                "aws",
                Map.of("access_key", "k", "secret_key", "s", "max_error_retry_attempts", "3"),
                Map.of(
                        "ignore_error_codes",
                        List.of("AccessDenied*"),
                        "ignore_error_messages",
                        List.of("explicit\\s+deny")),
                16,
                "");
        try (AwsConnection aws = new AwsPlugin().connect(config, Prompt.NOBODY)) {
            assertThat(aws.attempts()).hasValue(3);
            assertThat(aws.ignores(failure("AccessDeniedException", ""))).isTrue();
            assertThat(aws.ignores(failure("Unauthorized", "with an explicit deny in a policy")))
                    .isTrue();
            assertThat(aws.ignores(failure("NotAccessDenied", "denied"))).isFalse();
        }
    }

    private static CallFailure failure(String code, String message) {
        return new CallFailure(Failure.DENIED, code, message, null);
    }

    private static void refuses(Map<String, String> arguments, String words) {
        assertThatThrownBy(() -> new AwsPlugin(List.of()).connect(connection(arguments), Prompt.NOBODY))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("not checked");
    }

    @Test
    void warmingUpContactsNothing() {
        long before = SIMULATOR.log().count();
        new AwsPlugin(List.of()).warmUp();
        assertThat(SIMULATOR.log().count()).isEqualTo(before);
    }
}
