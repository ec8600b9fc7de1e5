package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cli.output.CheckFormat;
import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.mod.ModLoader;
import dev.penstock.controls.mod.ModSettings;
import dev.penstock.controls.model.CheckNode;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.run.CheckTree;
import dev.penstock.controls.run.ControlRunner;
import dev.penstock.controls.run.RunListener;
import dev.penstock.controls.run.RunSettings;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.sql.CallSummary;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a run of controls of the built-in mod says of how to repair what it finds.
 *
 * @param text the script
 * @param calls what run and script took
 */
record RepairScript(CheckReport report, String text, CallSummary calls) {

    static RepairScript of(List<ConnectionConfig> connections, String... controls) throws IOException {
        EngineSettings settings = EngineSettings.defaults().waiting(Duration.ofSeconds(20));
        Mod mod = ModLoader.builtIn(ModSettings.NONE);
        var tree = new CheckTree(
                Arrays.stream(controls).<CheckNode>map(mod::control).toList());
        try (Engine engine = Engine.open(connections, settings);
                var session = engine.openSession();
                var runner = new ControlRunner(session, settings.clock(), RunSettings.defaults(), RunListener.NONE)) {
            CheckReport report = runner.withRepairs(runner.run(tree), mod::remediation);
            return new RepairScript(report, SampleReports.text(CheckFormat.REMEDIATION, report), session.calls());
        }
    }

    /** Runs every command of a script, in a shell, in an environment that finds nothing but the endpoint. */
    static String execute(String script, Path folder, URI endpoint) throws IOException, InterruptedException {
        Path file = Files.writeString(
                folder.resolve("repair.sh"),
                "set -e\n" + script.replaceAll("(?m)^# aws ", "aws "),
                StandardCharsets.UTF_8);
        var builder = new ProcessBuilder("sh", file.toString()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.putAll(Map.of(
                "AWS_PAGER", "",
                "AWS_ACCESS_KEY_ID", "AKIAACCOUNTA",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_DEFAULT_REGION", "us-east-1",
                "AWS_ENDPOINT_URL", endpoint.toString(),
                "AWS_CONFIG_FILE", folder.resolve("config").toString(),
                "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("credentials").toString(),
                "AWS_EC2_METADATA_DISABLED", "true",
                "AWS_MAX_ATTEMPTS", "1",
                "PYTHONIOENCODING", "utf-8"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
