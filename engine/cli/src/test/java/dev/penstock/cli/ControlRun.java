package dev.penstock.cli;

import dev.penstock.config.Configuration;
import dev.penstock.controls.mod.ModLoader;
import dev.penstock.controls.mod.ModSettings;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.run.CheckTree;
import dev.penstock.controls.run.ControlRunner;
import dev.penstock.controls.run.RunListener;
import dev.penstock.controls.run.RunSettings;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.sql.CallSummary;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The control 1.13 of the built-in mod, run once over some connections.
 *
 * @param check what it found
 * @param calls what it called
 */
record ControlRun(ReportNode.Check check, CallSummary calls) {

    static ControlRun over(URI endpoint) {
        return over(Configuration.demo(endpoint, 64).connections(), Duration.ofMinutes(1));
    }

    static ControlRun over(List<ConnectionConfig> connections, Duration retryDeadline) {
        EngineSettings defaults = EngineSettings.defaults();
        var settings = new EngineSettings(
                Clock.systemUTC(),
                defaults.zone(),
                defaults.memory(),
                defaults.inFlight(),
                retryDeadline,
                defaults.keepAnswers(),
                false);
        try (Engine engine = Engine.open(connections, settings);
                var session = engine.openSession();
                var runner = new ControlRunner(session, settings.clock(), RunSettings.defaults(), RunListener.NONE)) {
            var report = runner.run(
                    new CheckTree(List.of(ModLoader.builtIn(ModSettings.NONE).control("cis_v200_1_13"))));
            return new ControlRun((ReportNode.Check) report.roots().get(0), session.calls());
        }
    }

    /** A connection with the keys of an account of the simulator. */
    static ConnectionConfig connection(String name, URI endpoint, String accessKey) {
        return new ConnectionConfig(
                name,
                "aws",
                Map.of(
                        "access_key",
                        accessKey,
                        "secret_key",
                        "not checked",
                        "default_region",
                        "us-east-1",
                        "endpoint_url",
                        endpoint.toString()),
                64);
    }

    /** The verdicts by ARN. */
    Map<String, String> verdicts() {
        var verdicts = new TreeMap<String, String>();
        check.results()
                .forEach(result ->
                        verdicts.put(result.resource(), result.status().text()));
        return verdicts;
    }

    List<String> reasons() {
        return check.results().stream().map(ControlResult::reason).toList();
    }
}
