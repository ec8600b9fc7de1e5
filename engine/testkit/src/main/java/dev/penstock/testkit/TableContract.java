package dev.penstock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.scan.Connections;
import dev.penstock.scan.ScanRequest;
import dev.penstock.scan.TableScanner;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.TablePlugin;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.table.Column;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** What holds for every table of a plugin. A new table is under it without a line of its own. */
public final class TableContract {
    private final TablePlugin<?> plugin;
    private final ConnectionConfig connection;

    private TableContract(TablePlugin<?> plugin, ConnectionConfig connection) {
        this.plugin = plugin;
        this.connection = connection;
    }

    /**
     * The tests of every table of a plugin.
     *
     * @param connection to a service, real or simulated, in which each table has at least one row
     */
    public static Stream<DynamicTest> of(TablePlugin<?> plugin, ConnectionConfig connection) {
        var contract = new TableContract(plugin, connection);
        var tests = new ArrayList<DynamicTest>();
        tests.add(DynamicTest.dynamicTest("tables are in alphabetical order", contract::order));
        for (Table<?> table : plugin.tables()) {
            tests.add(DynamicTest.dynamicTest(table + ": names and sentences", () -> contract.words(table)));
            if (needsKey(table)) {
                tests.add(DynamicTest.dynamicTest(table + ": keys it needs", () -> contract.neededKey(table)));
                continue;
            }
            tests.add(DynamicTest.dynamicTest(table + ": every column is read", () -> contract.everyColumn(table)));
            tests.add(DynamicTest.dynamicTest(table + ": each column by itself", () -> contract.eachColumn(table)));
            tests.add(DynamicTest.dynamicTest(table + ": a limit", () -> contract.limit(table)));
            for (String key : table.keyColumns()) {
                tests.add(DynamicTest.dynamicTest(table + ": key " + key, () -> contract.key(table, key)));
            }
        }
        return tests.stream();
    }

    private static boolean needsKey(Table<?> table) {
        return table.list().keys().stream().anyMatch(keys -> keys.origin() instanceof KeySource.FromQuery<?, ?>);
    }

    /** Without its keys such a table says what it needs, and calls nothing; its rows need tests of their own. */
    private void neededKey(Table<?> table) {
        assertThatThrownBy(() -> scan(table, List.of(0), Map.of(), OptionalLong.empty()))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(table.name() + " needs ");
        table.keyColumns()
                .forEach(key -> assertThat(scan(table, List.of(0), Map.of(key, Set.of()), OptionalLong.empty()))
                        .isEmpty());
    }

    private void order() {
        assertThat(plugin.tables()).extracting(Table::name).isSorted().doesNotHaveDuplicates();
    }

    private void words(Table<?> table) {
        assertThat(table.name()).matches("[a-z][a-z0-9_]*");
        assertThat(table.description()).matches("[A-Z].*\\.");
        for (Column<?, ?, ?> column : table.columns()) {
            assertThat(column.name()).matches("[a-z][a-z0-9_]*");
            assertThat(column.description()).as(column.name()).matches("(?s)[A-Z].*\\.");
        }
    }

    private void everyColumn(Table<?> table) {
        List<Integer> all = IntStream.range(0, table.columns().size()).boxed().toList();
        List<@Nullable Object[]> rows = scan(table, all, Map.of(), OptionalLong.empty());
        assertThat(rows).isNotEmpty();
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(all));
    }

    /** A column has the same value whether it is read alone or with all others: no call hangs on another column's. */
    private void eachColumn(Table<?> table) {
        List<Integer> all = IntStream.range(0, table.columns().size()).boxed().toList();
        List<@Nullable Object[]> rows = scan(table, all, Map.of(), OptionalLong.empty());
        for (int column : all) {
            List<@Nullable Object[]> alone = scan(table, List.of(column), Map.of(), OptionalLong.empty());
            assertThat(alone)
                    .as(table.columns().get(column).name())
                    .extracting(row -> row[0])
                    .containsExactlyElementsOf(
                            rows.stream().map(row -> row[column]).toList());
        }
    }

    private void limit(Table<?> table) {
        assertThat(scan(table, List.of(0), Map.of(), OptionalLong.of(1))).hasSize(1);
    }

    /** Looking up by a key gives exactly the rows of the listing that have it. */
    private void key(Table<?> table, String key) {
        List<Integer> all = IntStream.range(0, table.columns().size()).boxed().toList();
        int column = IntStream.range(0, all.size())
                .filter(i -> table.columns().get(i).name().equals(key))
                .findFirst()
                .orElseThrow();
        List<@Nullable Object[]> listed = scan(table, all, Map.of(), OptionalLong.empty());
        for (Object value : listed.stream()
                .map(row -> row[column])
                .filter(Objects::nonNull)
                .distinct()
                .toList()) {
            List<@Nullable Object[]> found =
                    scan(table, all, Map.of(key, Set.of(String.valueOf(value))), OptionalLong.empty());
            assertThat(found.stream().filter(row -> String.valueOf(value).equals(String.valueOf(row[column]))))
                    .as(key + " = " + value)
                    .containsExactlyInAnyOrderElementsOf(listed.stream()
                            .filter(row -> String.valueOf(value).equals(String.valueOf(row[column])))
                            .toList());
        }
    }

    private List<@Nullable Object[]> scan(
            Table<?> table, List<Integer> columns, Map<String, Set<String>> keys, OptionalLong limit) {
        var connections = new Connections(List.of(connection), Map.of(plugin.name(), plugin));
        try (connections;
                var scanner = new TableScanner(connections, 64 << 20, Duration.ofSeconds(20));
                var cursor =
                        scanner.scan(new ScanRequest(table, columns, keys, limit), connection.name(), () -> false)) {
            var rows = new ArrayList<@Nullable Object[]>();
            for (var row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
            return rows;
        }
    }
}
