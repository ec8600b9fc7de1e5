package dev.penstock.tables.aws.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.tables.aws.simulator.QueryClient.QueryAnswer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
    @Test
    void deniesInIamsWords() {
        try (var simulator = start(Faults.denied("iam:ListAccessKeys"))) {
            assertThat(new QueryClient(simulator)
                            .iam("ListAccessKeys", "UserName", "bob")
                            .error())
                    .isEqualTo("403 AccessDenied: User: arn:aws:iam::123456789012:user/auditor is not authorized to"
                            + " perform: iam:ListAccessKeys on resource: user bob because no identity-based policy"
                            + " allows the iam:ListAccessKeys action");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ListUsers, arn:aws:iam::123456789012:user/",
        "ListGroups, arn:aws:iam::123456789012:group/",
        "GetUser, user auditor",
        "GetAccountSummary, *"
    })
    void deniedResourceDependsOnTheAction(String action, String resource) {
        try (var simulator = start(Faults.denied("iam:" + action))) {
            assertThat(new QueryClient(simulator).iam(action).one("Message"))
                    .contains(" on resource: " + resource + " because ");
        }
    }

    @Test
    void deniesOneUserOnly() {
        try (var simulator = start(Faults.denied("iam:ListAccessKeys", "bob"))) {
            var client = new QueryClient(simulator);
            assertThat(client.iam("ListAccessKeys", "UserName", "bob").status()).isEqualTo(403);
            assertThat(client.iam("ListAccessKeys", "UserName", "carol").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void throttlesTheFirstRequestsOfAnActionOnly() {
        try (var simulator = start(Faults.throttledFirst("iam:ListUsers", 2))) {
            var client = new QueryClient(simulator);
            assertThat(client.iam("ListUsers").error()).isEqualTo("400 Throttling: Rate exceeded");
            assertThat(client.iam("GetUser", "UserName", "bob").status()).isEqualTo(200);
            assertThat(client.iam("ListUsers").status()).isEqualTo(400);
            assertThat(client.iam("ListUsers").status()).isEqualTo(200);
        }
    }

    @Test
    void hitsOnlyTheNthRequest() {
        try (var simulator = start(Faults.nth("iam:ListUsers", 2, new FaultAnswer.ServiceError(500, "X", "y")))) {
            var client = new QueryClient(simulator);
            assertThat(client.iam("ListUsers").status()).isEqualTo(200);
            assertThat(client.iam("ListUsers").error()).isEqualTo("500 X: y");
            assertThat(client.iam("ListUsers").status()).isEqualTo(200);
        }
    }

    @Test
    void failsAsTheServicesDo() {
        assertThat(errorOf(Faults.expiredToken("*"))).startsWith("403 ExpiredToken: ");
        assertThat(errorOf(Faults.invalidClientTokenId("*"))).startsWith("403 InvalidClientTokenId: ");
        assertThat(errorOf(Faults.serviceFailure("*"))).startsWith("500 ServiceFailure: ");
        assertThat(errorOf(Faults.unavailable("*"))).startsWith("503 ServiceUnavailable: ");
        assertThat(errorOf(Faults.throttled("*"))).startsWith("400 Throttling: ");
    }

    @Test
    void cutsXmlShort() {
        try (var simulator = start(Faults.cutShort("iam:ListUsers"))) {
            QueryAnswer answer = new QueryClient(simulator).iam("ListUsers");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.xml()).startsWith("<ListUsersResponse").doesNotContain("</ListUsersResponse>");
        }
    }

    @Test
    void dropsTheConnection() {
        try (var simulator = start(Faults.dropped("iam:ListUsers"))) {
            var client = new QueryClient(simulator);
            assertThatThrownBy(() -> client.iam("ListUsers")).hasCauseInstanceOf(IOException.class);
            assertThat(simulator.log().requests("iam:ListUsers"))
                    .isNotEmpty()
                    .allMatch(request -> request.status() == 0);
            assertThat(client.iam("GetUser", "UserName", "bob").status()).isEqualTo(200);
        }
    }

    @Test
    void slowAnswersDoNotHoldUpOthers() {
        try (var simulator = start(Faults.slow("iam:ListUsers", Duration.ofDays(1)))) {
            var client = new QueryClient(simulator);
            var slow = new Thread(() -> {
                try {
                    client.iam("ListUsers");
                } catch (RuntimeException e) {
                    // Closing the simulator ends the request; that is how this thread ends.
                    return;
                }
            });
            slow.start();
            while (simulator.log().count("iam:ListUsers") == 0) {
                Thread.onSpinWait();
            }
            assertThat(client.iam("GetUser", "UserName", "bob").status()).isEqualTo(200);
            assertThat(simulator.log().peakInFlight()).isEqualTo(2);
        }
    }

    @Test
    void aFaultMayChangeTheEstateBetweenTwoCalls() {
        Estate estate = Estate.account("123456789012").user("bob").build();
        Fault deletion = call -> {
            if (call.action().equals("iam:ListAccessKeys")) {
                estate.deleteUser("bob");
            }
            return Optional.empty();
        };
        try (var simulator =
                AwsSimulator.start(estate, SimulatorOptions.defaults().withFault(deletion))) {
            var client = new QueryClient(simulator);
            assertThat(client.iam("ListUsers").all("UserName")).containsExactly("bob");
            assertThat(client.iam("ListAccessKeys", "UserName", "bob").error())
                    .isEqualTo("404 NoSuchEntity: The user with name bob cannot be found.");
        }
    }

    @Test
    void aFaultThatFailsIsToldToTheClient() {
        Fault broken = call -> {
            throw new IllegalStateException("broken on purpose");
        };
        try (var simulator = start(broken)) {
            assertThat(new QueryClient(simulator).iam("ListUsers").error())
                    .isEqualTo("500 InternalFailure: java.lang.IllegalStateException: broken on purpose");
        }
    }

    @Test
    void refusesActionsWithoutAService() {
        assertThatThrownBy(() -> Faults.denied("ListUsers"))
                .hasMessage("an action reads like iam:ListUsers, not 'ListUsers'");
    }

    private static String errorOf(Fault fault) {
        try (var simulator = start(fault)) {
            return new QueryClient(simulator).iam("ListUsers").error();
        }
    }

    private static AwsSimulator start(Fault fault) {
        Estate estate = Estate.account("123456789012").user("bob").user("carol").build();
        return AwsSimulator.start(estate, SimulatorOptions.defaults().withFault(fault));
    }
}
