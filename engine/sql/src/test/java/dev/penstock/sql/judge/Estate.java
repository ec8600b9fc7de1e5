package dev.penstock.sql.judge;

import static dev.penstock.spi.table.ColumnType.BIGINT;
import static dev.penstock.spi.table.ColumnType.BOOLEAN;
import static dev.penstock.spi.table.ColumnType.DOUBLE;
import static dev.penstock.spi.table.ColumnType.INET;
import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;

import dev.penstock.spi.table.ColumnType;
import dev.penstock.spi.value.Inet;
import dev.penstock.sql.function.JsonText;
import dev.penstock.sql.judge.JudgedTable.Column;
import dev.penstock.testkit.FakePlugin;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tables with rows, the same for both sides.
 *
 * @param now what both sides take for now
 */
public record Estate(List<Filled> tables, Instant now) {
    /** The name of the connection that the rows come from. */
    static final String CONNECTION = "aws_all";

    /** A table and its rows, as texts in PostgreSQL's input form. */
    public record Filled(JudgedTable table, List<@Nullable String[]> rows) {}

    /** Rows for tables, from a seed. */
    public static Estate generated(List<JudgedTable> tables, JsonShapes shapes, long seed, int rows, Instant now) {
        var filled = new ArrayList<Filled>();
        for (JudgedTable table : tables) {
            // Each table has a generator of its own, so that a new column leaves the rows of the others as they are.
            var generator = new RowGenerator(seed * 31 + table.name().hashCode(), shapes, now);
            filled.add(new Filled(table, generator.rows(table, rows)));
        }
        return new Estate(filled, now);
    }

    /** The plugin that holds them for us. */
    FakePlugin plugin() {
        return new FakePlugin(tables.stream()
                .map(filled -> FakePlugin.rows(filled.table().name(), types(filled.table()), values(filled)))
                .toList());
    }

    private static Map<String, ColumnType<?>> types(JudgedTable table) {
        var types = new LinkedHashMap<String, ColumnType<?>>();
        table.columns().forEach(column -> types.put(column.name(), type(column)));
        return types;
    }

    private static ColumnType<?> type(Column column) {
        return switch (column.type()) {
            case "text" -> TEXT;
            case "bool" -> BOOLEAN;
            case "int8" -> BIGINT;
            case "float8" -> DOUBLE;
            case "timestamptz" -> TIMESTAMP;
            case "jsonb" -> JSON;
            case "inet", "cidr" -> INET;
            default -> throw new IllegalArgumentException(column + " has a type that no table can have");
        };
    }

    private static List<@Nullable Object[]> values(Filled filled) {
        List<Column> columns = filled.table().columns();
        var rows = new ArrayList<@Nullable Object[]>();
        for (@Nullable String[] texts : filled.rows()) {
            var row = new @Nullable Object[texts.length];
            for (int i = 0; i < texts.length; i++) {
                String text = texts[i];
                row[i] = text == null ? null : value(columns.get(i), text);
            }
            rows.add(row);
        }
        return rows;
    }

    private static Object value(Column column, String text) {
        return switch (column.type()) {
            case "bool" -> Boolean.valueOf(text);
            case "int8" -> Long.valueOf(text);
            case "float8" -> Double.valueOf(text);
            case "timestamptz" -> OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
            case "jsonb" -> JsonText.parse(text);
            case "inet", "cidr" -> new Inet(text);
            default -> text;
        };
    }

    /** The rows of a table as PostgreSQL's COPY reads them, with the columns that the engine adds. */
    static String copied(Filled filled) {
        var text = new StringBuilder();
        for (@Nullable String[] row : filled.rows()) {
            for (int i = 0; i < row.length; i++) {
                text.append(escaped(row[i])).append('\t');
            }
            String context = "{\"connection_name\": \"" + CONNECTION + "\"}";
            text.append(CONNECTION + "\t" + context + "\t" + context + "\n");
        }
        return text.toString();
    }

    private static String escaped(@Nullable String text) {
        return text == null
                ? "\\N"
                : text.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }
}
