package dev.penstock.sql;

import static dev.penstock.spi.table.ColumnType.BIGINT;
import static dev.penstock.spi.table.ColumnType.BOOLEAN;
import static dev.penstock.spi.table.ColumnType.DOUBLE;
import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;

import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.table.ColumnType;
import dev.penstock.spi.value.Json;
import dev.penstock.testkit.FakePlugin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two small tables, for us and for PostgreSQL. */
final class SampleTables {
    private static final Map<String, ColumnType<?>> PERSON = columns(
            List.of("name", "age", "score", "active", "born", "data"),
            List.of(TEXT, BIGINT, DOUBLE, BOOLEAN, TIMESTAMP, JSON));
    private static final Map<String, ColumnType<?>> PET =
            columns(List.of("owner", "name", "kind", "weight"), List.of(TEXT, TEXT, TEXT, DOUBLE));

    private static final List<@Nullable Object[]> PERSONS = List.of(
            row("ann", 30L, 1.5, true, Instant.parse("1990-02-28T10:15:30.123456Z"), object("k", "v")),
            row("bob", 41L, null, false, Instant.parse("1979-12-31T23:59:59Z"), null),
            row("cy", null, 2.25, null, null, object("k", "w")),
            row("dé", 30L, -0.5, true, Instant.parse("2000-02-29T00:00:00Z"), null),
            row("Eve", 7L, 100.0, false, Instant.parse("2016-07-01T12:00:00Z"), object("x", "")));
    private static final List<@Nullable Object[]> PETS = List.of(
            row("ann", "rex", "dog", 12.5),
            row("ann", "tom", "cat", 4.0),
            row("bob", "tim", "dog", null),
            row(null, "stray", "cat", 3.5),
            row("zoe", "kit", null, 1.0));

    private SampleTables() {}

    static Engine engine(FakePlugin plugin) {
        return Engine.open(
                List.of(new ConnectionConfig("fake", "fake", Map.of(), 4)), List.of(plugin), EngineSettings.defaults());
    }

    static FakePlugin plugin() {
        return new FakePlugin(List.of(FakePlugin.rows("person", PERSON, PERSONS), FakePlugin.rows("pet", PET, PETS)));
    }

    /** The same for PostgreSQL. */
    static List<String> definitions() {
        var statements = new ArrayList<String>();
        statements.add(create("person", PERSON));
        statements.add(create("pet", PET));
        PERSONS.forEach(row -> statements.add(insert("person", row)));
        PETS.forEach(row -> statements.add(insert("pet", row)));
        return statements;
    }

    private static String create(String table, Map<String, ColumnType<?>> columns) {
        return "create table " + table + " ("
                + String.join(
                        ", ",
                        columns.entrySet().stream()
                                .map(column -> column.getKey() + " "
                                        + column.getValue().sqlName())
                                .toList())
                + ")";
    }

    private static String insert(String table, @Nullable Object[] row) {
        var values = new ArrayList<String>();
        for (Object value : row) {
            values.add(value == null ? "null" : "'" + value.toString().replace("'", "''") + "'");
        }
        return "insert into " + table + " values (" + String.join(", ", values) + ")";
    }

    private static Json object(String key, String value) {
        return Json.object(Map.of(key, Json.text(value)));
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    private static Map<String, ColumnType<?>> columns(List<String> names, List<ColumnType<?>> types) {
        var columns = new LinkedHashMap<String, ColumnType<?>>();
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), types.get(i));
        }
        return columns;
    }
}
