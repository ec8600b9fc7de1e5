package dev.penstock.tables.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spi.table.Table;
import dev.penstock.testkit.ListedTables;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Our schemas against the list of tables that queries of the field rely on. */
class ConformanceTest {
    private static final ListedTables LISTED = ListedTables.read();

    @Test
    void everyTableOfTheListIsHereOrNamedAsMissing() {
        var names = new AwsPlugin(List.of()).tableNames();
        var all = new TreeSet<>(ListedTables.lines("missing.txt"));
        assertThat(names)
                .as("a table that is here is not missing")
                .doesNotContainAnyElementsOf(all)
                .as("a table that is here is on the list")
                .isSubsetOf(LISTED.names());
        all.addAll(names);
        assertThat(all).containsExactlyElementsOf(new TreeSet<>(LISTED.names()));
    }

    @TestFactory
    Stream<DynamicTest> tablesHaveTheListedColumnsTypesAndKeys() {
        return new AwsPlugin(List.of())
                .tables().stream()
                        .map(table -> DynamicTest.dynamicTest(((Table<?>) table).name(), () -> LISTED.check(table)));
    }
}
