package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estates;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, with a process of its own and real signals. */
class InterruptTest {
    private static final Path ENV = Path.of("/usr/bin/env");

    private final AwsSimulator simulator = AwsSimulator.start(
            Estates.company(3, 1, 1, 1), SimulatorOptions.defaults().withLatency(Duration.ofSeconds(2)));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** A run of two controls, one at a time, each of which waits for calls that take two seconds. */
    private Process start() throws IOException {
        assumeTrue(Files.isExecutable(ENV), "signals that were ignored can't be restored here");
        Files.writeString(folder.resolve("mod.pp"), """
                mod "mine" {}
                control "a" { sql = "select arn as resource, 'ok' as status, name as reason from aws_iam_user" }
                control "b" { sql = "select arn as resource, 'ok' as status, name as reason from aws_iam_group" }
                """);
        // A shell that runs tests in the background makes them ignore Ctrl-C; env takes that back.
        var command = new ArrayList<>(List.of(
                ENV.toString(),
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dpenstock.terminal.err=true",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.penstock.cli.Main"));
        command.addAll(List.of("control", "run", "a", "b", "--max-parallel", "1", "--output", "json"));
        command.addAll(List.of("--progress=false", "--mod-location", folder.toString()));
        var builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT00000");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "secret");
        builder.environment().put("AWS_REGION", "us-east-1");
        builder.environment().put("AWS_ENDPOINT_URL", simulator.endpoint().toString());
        builder.environment().put("HOME", folder.toString());
        return builder.start();
    }

    private void awaitFirstCall() throws InterruptedException {
        while (simulator.log().count() == 0) {
            Thread.sleep(20);
        }
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private String written(String stream) throws IOException {
        return Files.readString(folder.resolve(stream));
    }

    @Test
    void theFirstOneLetsWhatRunsEndAndTheReportIsWhole() throws IOException, InterruptedException {
        Process process = start();
        awaitFirstCall();
        interrupt(process);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        JsonNode report = new ObjectMapper().readTree(written("out"));
        assertThat(report.findValuesAsText("run_error"))
                .containsExactly("", "execution canceled before control started");
        assertThat(report.findValuesAsText("reason")).hasSize(3);
        assertThat(written("err")).contains("Warning:", "Ctrl-C again stops at once");
    }

    @Test
    void theSecondOneStopsAtOnce() throws IOException, InterruptedException {
        Process process = start();
        awaitFirstCall();
        interrupt(process);
        while (!written("err").contains("Ctrl-C again")) {
            Thread.sleep(20);
        }
        interrupt(process);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(written("out")).isEmpty();
    }
}
