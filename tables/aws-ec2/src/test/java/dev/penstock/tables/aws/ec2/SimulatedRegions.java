package dev.penstock.tables.aws.ec2;

import dev.penstock.spi.ConnectionConfig;
import dev.penstock.tables.aws.AwsPlugin;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.EstateBuilder;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import dev.penstock.testkit.TableReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** An account with instances, and the tables over it. Without a list of regions the connection is in us-east-1 alone. */
final class SimulatedRegions implements AutoCloseable {
    static final String ACCOUNT = "123456789012";

    private final AwsSimulator simulator;
    private final TableReader reader;

    SimulatedRegions(Estate estate, SimulatorOptions options, String... regions) {
        simulator = AwsSimulator.start(estate, options);
        reader = new TableReader(new AwsPlugin(), connection(simulator, regions));
    }

    SimulatedRegions(Estate estate, String... regions) {
        this(estate, SimulatorOptions.defaults(), regions);
    }

    static ConnectionConfig connection(AwsSimulator simulator, String... regions) {
        Map<String, String> arguments = Map.of(
                "access_key",
                "AKIATEST",
                "secret_key",
                "not checked",
                "endpoint_url",
                simulator.endpoint().toString());
        return new ConnectionConfig(
                "aws", "aws", arguments, regions.length == 0 ? Map.of() : Map.of("regions", List.of(regions)), 16, "");
    }

    static Estate estate(Consumer<EstateBuilder> content) {
        EstateBuilder builder = Estate.account(ACCOUNT);
        content.accept(builder);
        return builder.build();
    }

    TableReader reader() {
        return reader;
    }

    /** Forgets answers and calls. */
    SimulatedRegions anew() {
        reader.anew();
        simulator.log().clear();
        return this;
    }

    /** The calls of EC2 by action. */
    Map<String, Long> calls() {
        var calls = new TreeMap<String, Long>(simulator.log().counts());
        calls.keySet().removeIf(action -> !action.startsWith("ec2:"));
        return calls;
    }

    @Override
    public void close() {
        reader.close();
        simulator.close();
    }
}
