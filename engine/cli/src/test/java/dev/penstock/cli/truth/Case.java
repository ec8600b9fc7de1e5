package dev.penstock.cli.truth;

import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.error.EngineException;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import dev.penstock.sql.QueryResult;
import dev.penstock.sql.ResultColumn;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Fault;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Accounts in some state, and what a query should say of them.
 *
 * @param connections how many there are, each with the credentials of its number
 * @param verdicts status by resource; every row of the answer is among them
 * @param failure what the error names where the query cannot be answered; empty where it can
 */
record Case(
        String name,
        Instant now,
        List<Estate> estates,
        int connections,
        List<Fault> faults,
        Map<String, String> verdicts,
        String failure) {

    static Case of(String name, Instant now, List<Estate> estates, Map<String, String> verdicts) {
        return new Case(name, now, estates, estates.size(), List.of(), verdicts, "");
    }

    /** What the query says of these estates. */
    Map<String, String> answer(String sql, ZoneId zone) {
        SimulatorOptions options = SimulatorOptions.defaults();
        for (Fault fault : faults) {
            options = options.withFault(fault);
        }
        try (AwsSimulator simulator = AwsSimulator.start(estates, options)) {
            var configured = new ArrayList<ConnectionConfig>();
            for (int number = 1; number <= connections; number++) {
                configured.add(connection("AKIACREDENTIALSOFTHE" + number, simulator.endpoint()));
            }
            return answer(sql, Clock.fixed(now, ZoneOffset.UTC), zone, configured);
        }
    }

    /** Verdicts by resource, or the error. A resource with two rows has both statuses. */
    static Map<String, String> answer(String sql, Clock clock, ZoneId zone, List<ConnectionConfig> connections) {
        EngineSettings defaults = EngineSettings.defaults();
        var settings = new EngineSettings(
                clock,
                zone,
                defaults.memory(),
                defaults.inFlight(),
                Duration.ofSeconds(1),
                defaults.keepAnswers(),
                false);
        try (Engine engine = Engine.open(connections, settings);
                var session = engine.openSession();
                QueryResult result = session.query(sql, List.of())) {
            return verdicts(result);
        } catch (EngineException error) {
            return Map.of("error", String.valueOf(error.getMessage()));
        }
    }

    /** A connection of the name of its access key. */
    static ConnectionConfig connection(String accessKey, URI endpoint) {
        return new ConnectionConfig(
                accessKey.toLowerCase(Locale.ROOT),
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
                16);
    }

    /** Whether an answer is the right one. */
    boolean isMetBy(Map<String, String> answer) {
        return failure.isEmpty()
                ? answer.equals(verdicts)
                : answer.size() == 1 && answer.getOrDefault("error", "").contains(failure);
    }

    private static Map<String, String> verdicts(QueryResult result) {
        List<String> names = result.columns().stream().map(ResultColumn::name).toList();
        int resource = names.indexOf("resource");
        int status = names.indexOf("status");
        int reason = names.indexOf("reason");
        var verdicts = new TreeMap<String, String>();
        for (Object[] row = result.next(); row != null; row = result.next()) {
            String told = String.valueOf(row[status]) + (row[reason] == null ? " without a reason" : "");
            verdicts.merge(String.valueOf(row[resource]), told, (first, second) -> first + " and " + second);
        }
        return verdicts;
    }

    @Override
    public String toString() {
        return name;
    }
}
