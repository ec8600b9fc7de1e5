package dev.penstock.tables.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.scan.Connections;
import dev.penstock.scan.ScanRequest;
import dev.penstock.scan.TableScanner;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.EstateBuilder;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A simulated account, and one run of scans over it. */
public final class SimulatedAccount implements AutoCloseable {
    public static final String ID = "123456789012";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final AwsPlugin PLUGIN = new AwsPlugin();

    private final AwsSimulator simulator;
    private final Connections connections;
    private TableScanner scanner;

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
        this.connections = new Connections(List.of(config), Map.of("aws", PLUGIN));
        this.scanner = new TableScanner(connections, 64 << 20, PATIENCE);
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
        return PLUGIN.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The next scan belongs to another run, which holds no answers. */
    public SimulatedAccount anew() {
        scanner.close();
        scanner = new TableScanner(connections, 64 << 20, PATIENCE);
        simulator.log().clear();
        return this;
    }

    /** All columns of all rows. */
    public List<Map<String, @Nullable Object>> rows(String table) {
        return rows(table, Map.of());
    }

    /** All columns of the rows that keys allow. */
    public List<Map<String, @Nullable Object>> rows(String table, Map<String, Set<String>> keys) {
        String[] all =
                table(table).columns().stream().map(column -> column.name()).toArray(String[]::new);
        return rows(table, keys, OptionalLong.empty(), all);
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
        ScanRequest request = request(table, keys, limit, columns);
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        try (var cursor = scanner.scan(request, "aws", () -> false)) {
            for (@Nullable Object[] row = cursor.next(); row != null; row = cursor.next()) {
                @Nullable Object[] values = row;
                var named = new LinkedHashMap<String, @Nullable Object>();
                IntStream.range(0, columns.length).forEach(i -> named.put(columns[i], values[i]));
                rows.add(named);
            }
        }
        return rows;
    }

    /** Tells the run what it will be asked for. */
    public void expect(Set<ScanRequest> requests) {
        scanner.expect("aws", requests);
    }

    public static ScanRequest request(
            String table, Map<String, Set<String>> keys, OptionalLong limit, String... columns) {
        Table<AwsConnection> definition = table(table);
        List<String> names =
                definition.columns().stream().map(column -> column.name()).toList();
        List<Integer> indexes = Arrays.stream(columns).map(names::indexOf).toList();
        return new ScanRequest(definition, indexes, keys, limit);
    }

    /** The calls made, but for the question who is calling. */
    public Map<String, Integer> calls() {
        var calls = new TreeMap<String, Integer>();
        simulator.log().counts().forEach((action, count) -> calls.put(action, count.intValue()));
        calls.remove("sts:GetCallerIdentity");
        return calls;
    }

    @Override
    public void close() {
        scanner.close();
        connections.close();
        simulator.close();
    }
}
