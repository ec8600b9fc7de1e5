package dev.penstock.tables.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estates;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;

/** What the simulator answers, against the SDK's description of each answer: no member that the service does not have. */
class SimulatorAnswersTest {
    private static final AwsSimulator SIMULATOR =
            AwsSimulator.start(Estates.demo(Instant.parse("2026-01-01T00:00:00Z")));
    private static final AnswerShape SHAPE = new AnswerShape();
    private static final IamClient IAM = IamClient.builder()
            .endpointOverride(SIMULATOR.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
            .overrideConfiguration(override -> override.addExecutionInterceptor(SHAPE))
            .build();

    @AfterAll
    static void stop() {
        IAM.close();
        SIMULATOR.close();
    }

    @Test
    void everyActionOfTheTablesIsCovered() {
        Set<String> actions = new TreeSet<>();
        new AwsPlugin(List.of())
                .tables()
                .forEach(table -> table.actions().stream()
                        .filter(action -> action.startsWith("iam:"))
                        .map(action -> action.substring(4))
                        .forEach(actions::add));
        assertThat(IamReadings.CALLS.keySet()).containsAll(actions);
    }

    @TestFactory
    Stream<DynamicTest> answersHaveTheMembersOfTheService() {
        return IamReadings.CALLS.entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(call.getKey(), () -> {
                    SdkPojo answer = call.getValue().apply(IAM);
                    assertThat(SHAPE.faults(call.getKey(), answer)).isEmpty();
                }));
    }
}
