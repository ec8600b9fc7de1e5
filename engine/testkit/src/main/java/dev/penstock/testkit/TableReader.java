package dev.penstock.testkit;

import dev.penstock.scan.Connections;
import dev.penstock.scan.ScanRequest;
import dev.penstock.scan.TableScanner;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.TablePlugin;
import dev.penstock.spi.table.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the tables of one connection, its rows by the names of their columns. One run until {@link #anew}. */
public final class TableReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long CACHE_BYTES = 64 << 20;

    private final TablePlugin<?> plugin;
    private final String connection;
    private final Connections connections;
    private TableScanner scanner;

    /** A reader that has read nothing yet. */
    public TableReader(TablePlugin<?> plugin, ConnectionConfig connection) {
        this.plugin = plugin;
        this.connection = connection.name();
        this.connections = new Connections(List.of(connection), Map.of(plugin.name(), plugin));
        this.scanner = new TableScanner(connections, CACHE_BYTES, PATIENCE);
    }

    /** What is read from now on belongs to another run, which holds no answers. */
    public void anew() {
        scanner.close();
        scanner = new TableScanner(connections, CACHE_BYTES, PATIENCE);
    }

    /** Tells the run what it will be asked for. */
    public void expect(Set<ScanRequest> requests) {
        scanner.expect(connection, requests);
    }

    /** All columns of the rows that keys allow. */
    public List<Map<String, @Nullable Object>> rows(String table, Map<String, Set<String>> keys) {
        String[] all = plugin.table(table).columns().stream()
                .map(column -> column.name())
                .toArray(String[]::new);
        return rows(table, keys, OptionalLong.empty(), all);
    }

    /** Some columns of the rows that keys allow. */
    public List<Map<String, @Nullable Object>> rows(
            String table, Map<String, Set<String>> keys, OptionalLong limit, String... columns) {
        ScanRequest request = request(plugin.table(table), keys, limit, columns);
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        try (var cursor = scanner.scan(request, connection, () -> false)) {
            for (@Nullable Object[] row = cursor.next(); row != null; row = cursor.next()) {
                @Nullable Object[] values = row;
                var named = new LinkedHashMap<String, @Nullable Object>();
                IntStream.range(0, columns.length).forEach(i -> named.put(columns[i], values[i]));
                rows.add(named);
            }
        }
        return rows;
    }

    /** The request of a scan. */
    public static ScanRequest request(
            Table<?> table, Map<String, Set<String>> keys, OptionalLong limit, String... columns) {
        List<String> names =
                table.columns().stream().map(column -> column.name()).toList();
        List<Integer> indexes = Arrays.stream(columns).map(names::indexOf).toList();
        return new ScanRequest(table, indexes, keys, limit);
    }

    @Override
    public void close() {
        scanner.close();
        connections.close();
    }
}
