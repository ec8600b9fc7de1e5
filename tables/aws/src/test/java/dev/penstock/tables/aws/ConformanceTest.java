package dev.penstock.tables.aws;

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
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Our schemas against the list of tables that queries of the field rely on. */
class ConformanceTest {
    private static final Map<String, Table<AwsConnection>> TABLES =
            new AwsPlugin().tables().stream().collect(Collectors.toMap(Table::name, table -> table));

    @Test
    void everyTableOfTheListIsHereOrNamedAsMissing() {
        var all = new TreeSet<>(missing());
        assertThat(TABLES.keySet())
                .as("a table that is here is not missing")
                .doesNotContainAnyElementsOf(all)
                .as("a table that is here is on the list")
                .isSubsetOf(listed().keySet());
        all.addAll(TABLES.keySet());
        assertThat(all).containsExactlyElementsOf(new TreeSet<>(listed().keySet()));
    }

    @Test
    void tablesHaveTheListedColumnsInOrderWithTheirTypes() {
        TABLES.forEach((name, table) -> assertThat(table.columns())
                .as(name)
                .extracting(column -> column.name() + " " + column.type())
                .containsExactlyElementsOf(columns(name).stream()
                        .map(column -> column.name() + " " + column.type())
                        .toList()));
    }

    @Test
    void filtersOnTheListedKeysSaveCalls() {
        TABLES.forEach((name, table) -> assertThat(table.keyColumns())
                .as(name)
                .containsAll(columns(name).stream()
                        .filter(ListedColumn::key)
                        .map(ListedColumn::name)
                        .toList()));
    }

    static List<ListedColumn> columns(String table) {
        return Objects.requireNonNull(listed().get(table), table);
    }

    static Map<String, List<ListedColumn>> listed() {
        var tables = new LinkedHashMap<String, List<ListedColumn>>();
        List<ListedColumn> columns = List.of();
        for (String line : lines("tables.txt")) {
            if (!line.startsWith(" ")) {
                columns = new ArrayList<>();
                tables.put(line, columns);
            } else {
                String[] words = line.strip().split(" ", -1);
                columns.add(new ListedColumn(words[0], words[1], words[2], words.length == 4));
            }
        }
        return tables;
    }

    private static List<String> missing() {
        return lines("missing.txt");
    }

    private static List<String> lines(String file) {
        try (InputStream in = ConformanceTest.class.getResourceAsStream("/conformance/" + file)) {
            String text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * A column of the list.
     *
     * @param absent the value where there is nothing, such as {@code null} or {@code []}
     * @param key whether a filter on it narrows the calls
     */
    record ListedColumn(String name, String type, String absent, boolean key) {}
}
