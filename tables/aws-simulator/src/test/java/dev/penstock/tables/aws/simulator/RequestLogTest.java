package dev.penstock.tables.aws.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    @Test
    void tellsWhatWasAskedByWhomAndHowItWasAnswered() {
        try (var simulator = AwsSimulator.start(Estates.users(1))) {
            new QueryClient(simulator, "AKIAME").iam("GetUser", "UserName", "nobody");
            assertThat(simulator.log().requests()).singleElement().satisfies(request -> {
                assertThat(request.action()).isEqualTo("iam:GetUser");
                assertThat(request.parameters()).isEqualTo(Map.of("UserName", "nobody"));
                assertThat(request.accessKeyId()).isEqualTo("AKIAME");
                assertThat(request.accountId()).isEqualTo("123456789012");
                assertThat(request.status()).isEqualTo(404);
                assertThat(request.errorCode()).isEqualTo("NoSuchEntity");
            });
        }
    }

    @Test
    void countsByActionUntilCleared() {
        try (var simulator = AwsSimulator.start(Estates.users(1))) {
            var client = new QueryClient(simulator);
            client.iam("ListUsers");
            client.iam("ListUsers");
            client.sts("GetCallerIdentity");
            assertThat(simulator.log().counts()).isEqualTo(Map.of("iam:ListUsers", 2L, "sts:GetCallerIdentity", 1L));
            assertThat(simulator.log().count()).isEqualTo(3);
            simulator.log().clear();
            assertThat(simulator.log().counts()).isEmpty();
            assertThat(simulator.log().requests()).isEmpty();
        }
    }

    @Test
    void keepsTheNewestInFullAndCountsAll() {
        try (var simulator =
                AwsSimulator.start(Estates.users(1), SimulatorOptions.defaults().withLoggedRequests(1))) {
            var client = new QueryClient(simulator);
            client.iam("ListUsers");
            client.iam("ListGroups");
            assertThat(simulator.log().requests())
                    .singleElement()
                    .extracting(LoggedRequest::action)
                    .isEqualTo("iam:ListGroups");
            assertThat(simulator.log().count()).isEqualTo(2);
        }
    }
}
