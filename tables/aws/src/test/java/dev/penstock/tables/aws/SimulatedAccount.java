package dev.penstock.tables.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.scan.ScanRequest;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.EstateBuilder;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import dev.penstock.testkit.TableReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A simulated account, and one run of scans over it. */
public final class SimulatedAccount implements AutoCloseable {
    public static final String ID = "123456789012";

    private static final AwsPlugin PLUGIN = new AwsPlugin();

    private final AwsSimulator simulator;
    private final TableReader reader;

    private SimulatedAccount(Estate estate, SimulatorOptions options, String regions) {
        this.simulator = AwsSimulator.start(estate, options);
        var config = new ConnectionConfig(
                "aws",
                "aws",
                Map.of(
                        "access_key",
                        "AKIATEST",
                        "secret_key",
                        "secret",
                        "endpoint_url",
                        simulator.endpoint().toString()),
                regions.isEmpty() ? Map.of() : Map.of("regions", List.of(regions.split("[,\\s]+"))),
                16,
                "");
        this.reader = new TableReader(PLUGIN, config);
    }

    public static SimulatedAccount of(Consumer<EstateBuilder> content) {
        return of(estate(content), SimulatorOptions.defaults());
    }

    public static SimulatedAccount of(Estate estate, SimulatorOptions options) {
        return new SimulatedAccount(estate, options, "");
    }

    public static SimulatedAccount inRegions(Estate estate, String regions) {
        return new SimulatedAccount(estate, SimulatorOptions.defaults(), regions);
    }

    public static Estate estate(Consumer<EstateBuilder> content) {
        EstateBuilder builder =
                Estate.account(ID).credentials("AKIATEST").created(Instant.parse("2025-01-01T00:00:00Z"));
        content.accept(builder);
        return builder.build();
    }

    public static Table<AwsConnection> table(String name) {
        return PLUGIN.table(name);
    }

    /** The next scan belongs to another run, which holds no answers. */
    public SimulatedAccount anew() {
        reader.anew();
        simulator.log().clear();
        return this;
    }

    /** All columns of all rows. */
    public List<Map<String, @Nullable Object>> rows(String table) {
        return rows(table, Map.of());
    }

    /** All columns of the rows that keys allow. */
    public List<Map<String, @Nullable Object>> rows(String table, Map<String, Set<String>> keys) {
        return reader.rows(table, keys);
    }

    /** All columns of the only row. */
    public Map<String, @Nullable Object> row(String table, Map<String, Set<String>> keys) {
        List<Map<String, @Nullable Object>> rows = rows(table, keys);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    /** Some columns of all rows. */
    public List<Map<String, @Nullable Object>> select(String table, String... columns) {
        return rows(table, Map.of(), OptionalLong.empty(), columns);
    }

    public List<Map<String, @Nullable Object>> rows(
            String table, Map<String, Set<String>> keys, OptionalLong limit, String... columns) {
        return reader.rows(table, keys, limit, columns);
    }

    /** Tells the run what it will be asked for. */
    public void expect(Set<ScanRequest> requests) {
        reader.expect(requests);
    }

    public static ScanRequest request(
            String table, Map<String, Set<String>> keys, OptionalLong limit, String... columns) {
        return TableReader.request(table(table), keys, limit, columns);
    }

    /** The calls made, but for the question who is calling. */
    public Map<String, Integer> calls() {
        var calls = new TreeMap<String, Integer>();
        simulator.log().counts().forEach((action, count) -> calls.put(action, count.intValue()));
        calls.remove("sts:GetCallerIdentity");
        return calls;
    }

    /** The most requests that were under way at once. */
    public int peakInFlight() {
        return simulator.log().peakInFlight();
    }

    @Override
    public void close() {
        reader.close();
        simulator.close();
    }
}
