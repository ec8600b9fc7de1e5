package dev.penstock.tables.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;

/** The elements of the simulator's answers against the service model in botocore; skipped where Python has none. */
class BotocoreModelTest {
    /** Prints the path of each element that an answer of the named operations may have, one a line. */
    private static final String PATHS = """
            import sys
            import botocore.session
            model = botocore.session.get_session().get_service_model("iam")
            def elements(path, shape, above):
                print(path)
                if shape.name in above:
                    return
                inside = above | {shape.name}
                if shape.type_name == "structure":
                    for name, member in shape.members.items():
                        elements(path + "/" + member.serialization.get("name", name), member, inside)
                elif shape.type_name == "list":
                    elements(path + "/" + shape.member.serialization.get("name", "member"), shape.member, inside)
                elif shape.type_name == "map":
                    print(path + "/entry")
                    elements(path + "/entry/key", shape.key, inside)
                    elements(path + "/entry/value", shape.value, inside)
            for name in sys.argv[1:]:
                output = model.operation_model(name).output_shape
                elements(name, output, frozenset())
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before the test
    private Path folder;

    @Test
    void everyElementIsInTheModel() throws IOException, InterruptedException {
        Set<String> model = model();
        var shape = new AnswerShape();
        var seen = new TreeSet<String>();
        try (AwsSimulator simulator = AwsSimulator.start(Estates.demo(Instant.parse("2026-01-01T00:00:00Z")));
                IamClient iam = IamClient.builder()
                        .endpointOverride(simulator.endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
                        .overrideConfiguration(override -> override.addExecutionInterceptor(shape))
                        .build()) {
            IamReadings.CALLS.forEach((operation, call) -> {
                assertThat(call.apply(iam)).isNotNull();
                seen.addAll(shape.paths(operation));
            });
        }
        assertThat(seen).hasSizeGreaterThan(IamReadings.CALLS.size());
        assertThat(model).containsAll(seen);
    }

    private Set<String> model() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "python3", Files.writeString(folder.resolve("paths.py"), PATHS).toString()));
        command.addAll(IamReadings.CALLS.keySet());
        Path output = folder.resolve("paths.txt");
        Path errors = folder.resolve("errors.txt");
        Process python = started(
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile()));
        boolean printed = python.waitFor(1, TimeUnit.MINUTES) && python.exitValue() == 0;
        String told = Files.readString(errors);
        assumeTrue(printed || !told.contains("No module named 'botocore'"), "skipped: python3 has no botocore");
        assertThat(printed).as(told).isTrue();
        return Files.readAllLines(output).stream().collect(Collectors.toSet());
    }

    private static Process started(ProcessBuilder python) {
        try {
            return python.start();
        } catch (IOException e) {
            return abort("skipped: " + e.getMessage());
        }
    }
}
