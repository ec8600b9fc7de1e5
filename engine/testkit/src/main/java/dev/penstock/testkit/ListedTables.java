package dev.penstock.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spi.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The list of tables, columns, types and values for nothing that queries of the field rely on. */
public final class ListedTables {
    private static final String FOLDER = "/conformance/";

    private final Map<String, List<ListedColumn>> tables = new LinkedHashMap<>();

    private ListedTables(List<String> lines) {
        List<ListedColumn> columns = List.of();
        for (String line : lines) {
            if (!line.startsWith(" ")) {
                columns = new ArrayList<>();
                tables.put(line, columns);
            } else {
                String[] words = line.strip().split(" ", -1);
                columns.add(new ListedColumn(words[0], words[1], words[2], words.length == 4));
            }
        }
    }

    /** The list in the test resources of a module, {@code conformance/tables.txt}. */
    public static ListedTables read() {
        return new ListedTables(lines("tables.txt"));
    }

    /** The lines of a file beside the list, without its remarks. */
    public static List<String> lines(String file) {
        try (InputStream in = ListedTables.class.getResourceAsStream(FOLDER + file)) {
            String text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The names of the listed tables. */
    public Set<String> names() {
        return tables.keySet();
    }

    /** Fails unless a table has the listed columns in their order with their types, and the listed keys save calls. */
    public void check(Table<?> table) {
        List<ListedColumn> columns = columns(table.name());
        assertThat(table.columns())
                .as(table.name())
                .extracting(column -> column.name() + " " + column.type())
                .containsExactlyElementsOf(columns.stream()
                        .map(column -> column.name() + " " + column.type())
                        .toList());
        assertThat(table.keyColumns())
                .as(table.name())
                .containsAll(columns.stream()
                        .filter(ListedColumn::key)
                        .map(ListedColumn::name)
                        .toList());
    }

    /** Fails where rows show nothing in another way than the list says. */
    public void checkNothing(String table, List<Map<String, @Nullable Object>> rows) {
        assertThat(rows).as(table).isNotEmpty();
        for (ListedColumn column : columns(table)) {
            List<@Nullable Object> values =
                    rows.stream().map(row -> row.get(column.name())).toList();
            String name = table + "." + column.name();
            switch (column.absent()) {
                case "never", "false", "0" -> assertThat(values).as(name).doesNotContainNull();
                case "''", "[]", "{}" ->
                    assertThat(values)
                            .as(name)
                            .doesNotContainNull()
                            .allSatisfy(
                                    value -> assertThat(String.valueOf(value)).isNotEqualTo("null"));
                case "null" ->
                    assertThat(values)
                            .as(name)
                            .noneMatch(value -> value != null
                                    && Set.of("", "[]", "{}", "null").contains(value.toString()));
                case "presence", "sent" -> assertThat(values).as(name).doesNotContain("null");
                default -> throw new AssertionError(name + ": " + column.absent());
            }
        }
    }

    private List<ListedColumn> columns(String table) {
        return Objects.requireNonNull(tables.get(table), table);
    }

    /**
     * A column of the list.
     *
     * @param absent the value where there is nothing, such as {@code null} or {@code []}
     * @param key whether a filter on it narrows the calls
     */
    private record ListedColumn(String name, String type, String absent, boolean key) {}
}
