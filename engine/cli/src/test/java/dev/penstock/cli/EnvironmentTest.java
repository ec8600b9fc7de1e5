package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own in an environment of its own: credentials, endpoints and regions as the AWS CLI takes them. */
class EnvironmentTest {
    private static final String NAMES = "select name from aws_iam_user order by name";

    private final AwsSimulator simulator =
            AwsSimulator.start(Estate.account("123456789012").user("ann").build());

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path home;

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Ran penstock(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return new OwnProcess(home, environment).penstock(arguments);
    }

    @Test
    void keysAndEndpointFromTheEnvironmentAndNoRegionAtAll() throws IOException, InterruptedException {
        Ran ran = penstock(
                Map.of(
                        "AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT00000",
                        "AWS_SECRET_ACCESS_KEY", "secret",
                        "AWS_ENDPOINT_URL", simulator.endpoint().toString()),
                "query",
                NAMES,
                "--output",
                "csv");
        assertThat(ran).isEqualTo(new Ran(0, "name\nann\n", ""));
    }

    @Test
    void theEndpointOfOneServiceWinsOverThatOfAll() throws IOException, InterruptedException {
        Ran ran = penstock(
                Map.of(
                        "AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT00000",
                        "AWS_SECRET_ACCESS_KEY", "secret",
                        "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
                        "AWS_ENDPOINT_URL_IAM", simulator.endpoint().toString()),
                "query",
                NAMES,
                "--output",
                "csv");
        assertThat(ran).isEqualTo(new Ran(0, "name\nann\n", ""));
    }

    @Test
    void aProfileWithItsEndpoint() throws IOException, InterruptedException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(
                home.resolve(".aws/config"), "[profile audit]\nendpoint_url = " + simulator.endpoint() + "\n");
        Files.writeString(
                home.resolve(".aws/credentials"),
                "[audit]\naws_access_key_id = AKIAPROFILE000000000\naws_secret_access_key = secret\n");
        Ran ran = penstock(Map.of("AWS_PROFILE", "audit"), "query", NAMES, "--output", "csv");
        assertThat(ran).isEqualTo(new Ran(0, "name\nann\n", ""));
    }

    @Test
    void noCredentialsIsOneLineThatNamesTheSources() throws IOException, InterruptedException {
        Ran query = penstock(Map.of(), "query", NAMES);
        assertThat(query.code()).isEqualTo(41);
        assertThat(query.out()).isEmpty();
        assertThat(query.err())
                .startsWith("Error: iam:ListUsers could not be signed")
                .hasLineCount(1);
        assertThat(query.err()).contains("environment", "profiles", "--demo needs no credentials");
        Ran control = penstock(Map.of(), "control", "run", "cis_v200_1_13");
        assertThat(control.code()).isEqualTo(2);
        assertThat(control.out()).contains("ERROR: ", "could not be signed").doesNotContain("OK   :");
    }

    @Test
    void theDemoReadsNothingOfTheUsers() throws IOException, InterruptedException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), "this is no configuration\n[[[\n");
        Ran ran = penstock(
                Map.of("AWS_PROFILE", "missing", "AWS_ENDPOINT_URL", "http://127.0.0.1:1", "AWS_REGION", "nowhere"),
                "query",
                "select count(*) as n from aws_iam_user",
                "--demo",
                "--output",
                "csv");
        assertThat(ran.out()).isEqualTo("n\n20\n");
        assertThat(ran.err()).isEqualTo("Demo: rows come from the embedded simulator, no AWS account is contacted.\n");
        assertThat(simulator.log().count()).isZero();
    }

    @Test
    void nothingToRunOnStandardInputIsAMistake() throws IOException, InterruptedException {
        Ran ran = penstock(Map.of(), "query", "--demo");
        assertThat(ran.code()).isEqualTo(254);
        assertThat(ran.err()).contains("there is no SQL to run");
    }
}
