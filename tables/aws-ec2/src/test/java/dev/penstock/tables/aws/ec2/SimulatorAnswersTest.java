package dev.penstock.tables.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spi.value.Json;
import dev.penstock.tables.aws.AwsPlugin;
import dev.penstock.tables.aws.SdkJson;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Estates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** What the simulator answers for EC2, against the SDK's description of each answer. */
class SimulatorAnswersTest {
    private static final Estate ESTATE = Estates.demo(Instant.parse("2026-01-01T00:00:00Z"));
    private static final AwsSimulator SIMULATOR = AwsSimulator.start(ESTATE);
    private static final Answers ANSWERS = new Answers();
    private static final Ec2Client EC2 = Ec2Client.builder()
            .endpointOverride(SIMULATOR.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
            .overrideConfiguration(override -> override.addExecutionInterceptor(ANSWERS))
            .build();

    private static final String INSTANCE = ESTATE.instances().stream()
            .filter(instance -> instance.region().equals("us-east-1"))
            .findFirst()
            .orElseThrow()
            .id();

    private static final Map<String, Function<Ec2Client, SdkPojo>> CALLS = new TreeMap<>(Map.of(
            "DescribeInstances",
            Ec2Client::describeInstances,
            "DescribeInstanceAttribute",
            ec2 -> ec2.describeInstanceAttribute(r -> r.instanceId(INSTANCE).attribute("userData")),
            "DescribeInstanceStatus",
            ec2 -> ec2.describeInstanceStatus(r -> r.includeAllInstances(true)),
            "DescribeRegions",
            ec2 -> ec2.describeRegions(r -> r.allRegions(true)),
            "GetLaunchTemplateData",
            ec2 -> ec2.getLaunchTemplateData(r -> r.instanceId(INSTANCE))));

    @AfterAll
    static void stop() {
        EC2.close();
        SIMULATOR.close();
    }

    @Test
    void everyActionOfTheTablesIsCovered() {
        var actions = new TreeSet<String>();
        new AwsPlugin().tables().forEach(table -> actions.addAll(table.actions()));
        actions.removeIf(action -> !action.startsWith("ec2:"));
        assertThat(CALLS.keySet()).map(name -> "ec2:" + name).containsExactlyElementsOf(actions);
    }

    /** Every text of an answer is one that the SDK has a member for. */
    @TestFactory
    Stream<DynamicTest> answersHaveTheMembersOfTheService() {
        return CALLS.entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(call.getKey(), () -> {
                    Json read = SdkJson.object(call.getValue().apply(EC2));
                    assertThat(ANSWERS.last)
                            .startsWith("<" + call.getKey()
                                    + "Response xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">");
                    assertThat(texts(read)).containsExactlyInAnyOrderElementsOf(ANSWERS.texts());
                }));
    }

    /** The values in a structure, as XML has them. */
    private static List<String> texts(Json json) {
        if (json instanceof Json.JsonObject object) {
            return object.members().values().stream()
                    .flatMap(member -> texts(member).stream())
                    .toList();
        }
        if (json instanceof Json.JsonArray array) {
            return array.elements().stream()
                    .flatMap(item -> texts(item).stream())
                    .toList();
        }
        String text = json instanceof Json.JsonText plain ? plain.text() : json.toString();
        return text.isEmpty() || text.equals("null") ? List.of() : List.of(text);
    }

    /** Keeps the last answer as it came. */
    private static final class Answers implements ExecutionInterceptor {
        private static final Pattern TEXT = Pattern.compile(">([^<>]+)</(?!requestId)");

        private String last = "";

        @Override
        public Optional<InputStream> modifyHttpResponseContent(
                Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
            try {
                byte[] body = context.responseBody().orElseThrow().readAllBytes();
                last = new String(body, StandardCharsets.UTF_8);
                return Optional.of(new ByteArrayInputStream(body));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<String> texts() {
            return TEXT.matcher(last).results().map(match -> match.group(1)).toList();
        }
    }
}
