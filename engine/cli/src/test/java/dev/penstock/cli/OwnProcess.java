package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own, with a home and an environment of its own.
 *
 * @param home the user's folder
 * @param environment nothing else but HOME and PATH is set; metadata of an instance is off unless it says otherwise
 */
record OwnProcess(Path home, Map<String, String> environment) {

    Ran penstock(String... arguments) throws IOException, InterruptedException {
        return run(List.of(), "", arguments);
    }

    /** The same on a terminal where somebody has typed something. */
    Ran onTerminal(String typed, String... arguments) throws IOException, InterruptedException {
        return run(List.of("-Dpenstock.terminal.in=true", "-Dpenstock.terminal.err=true"), typed, arguments);
    }

    private Ran run(List<String> options, String typed, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + home));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.penstock.cli.Main"));
        command.addAll(List.of(arguments));
        Path out = home.resolve("out.txt");
        Path err = home.resolve("err.txt");
        var builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .redirectInput(ProcessBuilder.Redirect.PIPE);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "HOME", home.toString(), "PATH", System.getenv("PATH"), "AWS_EC2_METADATA_DISABLED", "true"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(typed.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
