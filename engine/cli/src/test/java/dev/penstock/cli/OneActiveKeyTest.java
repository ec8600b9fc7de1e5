package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.config.Configuration;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.RunError;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Estates;
import dev.penstock.tables.aws.simulator.Fault;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.KeyBuilder;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import dev.penstock.tables.aws.simulator.UserBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CIS AWS Foundations v2.0.0, 1.13, in every case, against the simulator. */
class OneActiveKeyTest {
    private static final String ACCOUNT = "123456789012";

    private static UserBuilder keys(UserBuilder user, String states) {
        for (String state : states.split("", -1)) {
            if (!state.isEmpty()) {
                user.key(state.equals("A") ? KeyBuilder::active : KeyBuilder::inactive);
            }
        }
        return user;
    }

    private static String arn(String pathAndName) {
        return "arn:aws:iam::" + ACCOUNT + ":user" + pathAndName;
    }

    @Test
    void theTruthTable() {
        Estate estate = Estate.account(ACCOUNT)
                .user("none")
                .user("one_active", user -> keys(user, "A"))
                .user("active_inactive", user -> keys(user, "AI"))
                .user("inactive_active", user -> keys(user, "IA"))
                .user("one_inactive", user -> keys(user, "I"))
                .user("two_inactive", user -> keys(user, "II"))
                .user("two_active", user -> keys(user, "AA"))
                .user("below_a_path", user -> keys(user.path("/engineering/"), "AA"))
                .user("bob", user -> keys(user, "A"))
                .user("bobby", user -> keys(user, "A"))
                .user("svc_a", user -> keys(user, "A"))
                .user("svc-a", user -> keys(user, "A"))
                .user("a,b+c=d@e.f", user -> keys(user, "AA"))
                .build();
        try (AwsSimulator simulator = AwsSimulator.start(estate)) {
            ControlRun run = ControlRun.over(simulator.endpoint());
            assertThat(run.check().error()).isEmpty();
            assertThat(run.verdicts())
                    .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                            Map.entry(arn("/none"), "ok"),
                            Map.entry(arn("/one_active"), "ok"),
                            Map.entry(arn("/active_inactive"), "ok"),
                            Map.entry(arn("/inactive_active"), "ok"),
                            Map.entry(arn("/one_inactive"), "ok"),
                            Map.entry(arn("/two_inactive"), "ok"),
                            Map.entry(arn("/two_active"), "alarm"),
                            Map.entry(arn("/engineering/below_a_path"), "alarm"),
                            Map.entry(arn("/bob"), "ok"),
                            Map.entry(arn("/bobby"), "ok"),
                            Map.entry(arn("/svc_a"), "ok"),
                            Map.entry(arn("/svc-a"), "ok"),
                            Map.entry(arn("/a,b+c=d@e.f"), "alarm")));
            assertThat(run.check().results())
                    .flatExtracting(ControlResult::dimensions)
                    .containsOnly(new Dimension("account_id", ACCOUNT));
            assertThat(run.check().counts().alarm()).isEqualTo(3);
            assertThat(run.check().counts().error()).isZero();
        }
    }

    @Test
    void theReasonNamesTheActiveKeysAndTheirAges() {
        Instant now = Instant.now();
        Estate estate = Estate.account(ACCOUNT)
                .user(
                        "ann",
                        user -> user.key(key -> key.id("AKIAFIRSTFIRSTFIRST1").created(now.minus(Duration.ofDays(400))))
                                .key(key -> key.id("AKIASECONDSECONDSEC2").created(now.minus(Duration.ofDays(3)))))
                .user(
                        "ben",
                        user -> user.key(key -> key.id("AKIAINACTIVEINACTIV3").inactive()))
                .build();
        try (AwsSimulator simulator = AwsSimulator.start(estate)) {
            assertThat(ControlRun.over(simulator.endpoint()).reasons())
                    .containsExactly(
                            "ann has 2 active access keys: AKIAFIRSTFIRSTFIRST1 (400 days old), AKIASECONDSECONDSEC2 (3 days old).",
                            "ben has no active access key.");
        }
    }

    @Test
    void anAccountWithoutUsersHasNoRowsAndNoError() {
        try (AwsSimulator simulator = AwsSimulator.start(Estates.empty())) {
            ControlRun run = ControlRun.over(simulator.endpoint());
            assertThat(run.check().results()).isEmpty();
            assertThat(run.check().error()).isEmpty();
            assertThat(run.check().counts().total()).isZero();
        }
    }

    @Test
    void oneNameInTwoAccountsIsCountedApart() {
        Estate first = Estate.account("111111111111")
                .credentials("AKIACREDENTIALSOFTHE1")
                .user("deploy", user -> keys(user, "A"))
                .user("both", user -> keys(user, "AA"))
                .build();
        Estate second = Estate.account("222222222222")
                .credentials("AKIACREDENTIALSOFTHE2")
                .user("deploy", user -> keys(user, "A"))
                .user("both", user -> keys(user, "AI"))
                .build();
        try (AwsSimulator simulator = AwsSimulator.start(List.of(first, second))) {
            URI endpoint = simulator.endpoint();
            ControlRun run = ControlRun.over(
                    List.of(
                            ControlRun.connection("one", endpoint, "AKIACREDENTIALSOFTHE1"),
                            ControlRun.connection("two", endpoint, "AKIACREDENTIALSOFTHE2")),
                    Duration.ofMinutes(1));
            assertThat(run.check().error()).isEmpty();
            assertThat(run.verdicts())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "arn:aws:iam::111111111111:user/deploy", "ok",
                            "arn:aws:iam::111111111111:user/both", "alarm",
                            "arn:aws:iam::222222222222:user/deploy", "ok",
                            "arn:aws:iam::222222222222:user/both", "ok"));
        }
    }

    @TestFactory
    Stream<DynamicTest> whatCannotBeReadIsAnErrorAndNeverOk() {
        return Stream.of(
                broken("denied to list users", Faults.denied("iam:ListUsers"), "iam:ListUsers was denied", ACCOUNT),
                broken(
                        "denied to list the keys of one user",
                        Faults.denied("iam:ListAccessKeys", "user-000003"),
                        "iam:ListAccessKeys for \"user-000003\" was denied",
                        ACCOUNT,
                        "the caller needs the permission iam:ListAccessKeys"),
                broken(
                        "denied to ask who is calling",
                        Faults.denied("sts:GetCallerIdentity"),
                        "sts:GetCallerIdentity was denied"),
                broken(
                        "expired credentials",
                        Faults.expiredToken("iam:ListUsers"),
                        "iam:ListUsers could not be signed",
                        "connection aws"),
                broken(
                        "unknown credentials",
                        Faults.invalidClientTokenId("iam:ListAccessKeys"),
                        "iam:ListAccessKeys for \"user-00000",
                        "could not be signed"),
                broken("throttled to the end", Faults.throttled("iam:ListAccessKeys"), "throttled to the end", ACCOUNT),
                broken("a broken answer", Faults.cutShort("iam:ListUsers"), "iam:ListUsers failed", ACCOUNT),
                broken(
                        "a closed connection",
                        Faults.dropped("iam:ListAccessKeys"),
                        "iam:ListAccessKeys for",
                        "failed"));
    }

    private static DynamicTest broken(String name, Fault fault, String... words) {
        return DynamicTest.dynamicTest(name, () -> {
            var options = SimulatorOptions.defaults().withFault(fault);
            try (AwsSimulator simulator = AwsSimulator.start(Estates.users(ACCOUNT, 5), options)) {
                var connections = Configuration.demo(simulator.endpoint(), 64).connections();
                ControlRun run = ControlRun.over(connections, Duration.ofSeconds(1));
                assertThat(run.check().error()).isPresent();
                RunError error = run.check().error().orElseThrow();
                assertThat(error.message()).contains(words).doesNotContain("\n");
                assertThat(error.message()).contains(error.call().orElseThrow());
                assertThat(error.account())
                        .isEqualTo(
                                error.message().contains("in account " + ACCOUNT)
                                        ? Optional.of(ACCOUNT)
                                        : Optional.empty());
                assertThat(run.check().results()).isEmpty();
                assertThat(run.check().counts().error()).isEqualTo(1);
                assertThat(run.check().counts().ok()).isZero();
            }
        });
    }

    @Test
    void oneUnreadableAccountOfTwoIsAnErrorBesideTheOther() {
        Estate first = Estate.account("111111111111")
                .credentials("AKIACREDENTIALSOFTHE1")
                .user("deploy", user -> keys(user, "A"))
                .build();
        try (AwsSimulator simulator = AwsSimulator.start(List.of(first))) {
            ControlRun run = ControlRun.over(
                    List.of(
                            ControlRun.connection("good", simulator.endpoint(), "AKIACREDENTIALSOFTHE1"),
                            ControlRun.connection("bad", simulator.endpoint(), "AKIANOBODYKNOWSTHISID")),
                    Duration.ofSeconds(1));
            assertThat(run.check().error()).isEmpty();
            assertThat(run.check().counts().error()).isEqualTo(1);
            assertThat(run.check().counts().ok()).isEqualTo(1);
            assertThat(run.check().results().get(0).reason()).contains("connection bad");
        }
    }

    @Test
    void aUserDeletedWhileTheRunReadsHasNoRow() {
        Estate estate = Estate.account(ACCOUNT)
                .user("stays", user -> keys(user, "A"))
                .user("goes", user -> keys(user, "AA"))
                .build();
        var options = SimulatorOptions.defaults()
                .withFault(Faults.when(
                        "iam:ListAccessKeys",
                        call -> {
                            if (estate.user("goes").isPresent()) {
                                estate.user("goes")
                                        .orElseThrow()
                                        .keys()
                                        .forEach(key -> estate.deleteAccessKey("goes", key.id()));
                                estate.deleteUser("goes");
                            }
                            return false;
                        },
                        new dev.penstock.tables.aws.simulator.FaultAnswer.Denied()));
        try (AwsSimulator simulator = AwsSimulator.start(estate, options)) {
            ControlRun run = ControlRun.over(simulator.endpoint());
            assertThat(run.check().error()).isEmpty();
            assertThat(run.verdicts()).containsEntry(arn("/stays"), "ok");
            // Listed before it was deleted, it has no key any more: at most ok, never an alarm on keys that are gone.
            assertThat(run.check().counts().alarm()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "999, 1", "1000, 1", "1001, 2", "5000, 5"})
    void makesEachCallOnceAndNoOther(int users, int pages) {
        try (AwsSimulator simulator = AwsSimulator.start(Estates.users(ACCOUNT, users))) {
            ControlRun run = ControlRun.over(simulator.endpoint());
            assertThat(run.check().error()).isEmpty();
            assertThat(run.check().counts().total()).isEqualTo(users);
            assertThat(simulator.log().counts())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "iam:ListUsers", (long) pages,
                            "iam:ListAccessKeys", (long) users,
                            "sts:GetCallerIdentity", 1L));
            assertThat(run.calls().byAction()).isEqualTo(simulator.log().counts());
        }
    }
}
