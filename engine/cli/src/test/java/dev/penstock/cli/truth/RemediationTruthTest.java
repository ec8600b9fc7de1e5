package dev.penstock.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.simulator.Estates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The queries that tell how to repair: in every case about what is in alarm, all of it, and nothing else. */
class RemediationTruthTest {
    private static final Case DEMO =
            Case.of("the demo", TruthTable.NOW, List.of(Estates.demo(TruthTable.NOW)), Map.of());

    @Test
    void eachItemThatCommandsRepairHasOne() throws IOException {
        // CIS 1.8, 1.9, 1.11 to 1.16, 1.19, 1.20 and 1.22.
        assertThat(repaired()).hasSize(11);
        try (Stream<Path> files = Files.walk(TruthTablesTest.QUERIES)) {
            assertThat(files.filter(file -> file.getFileName().toString().endsWith("_remediation.sql"))
                            .filter(file -> !file.toString().contains(".build")))
                    .hasSize(11);
        }
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return repaired().stream()
                .flatMap(table -> Stream.concat(Stream.of(DEMO), table.cases().stream())
                        .filter(one -> one.failure().isEmpty())
                        .map(one ->
                                DynamicTest.dynamicTest(table.file() + ": " + one.name(), () -> check(table, one))));
    }

    private static List<TruthTable> repaired() {
        return TruthTablesTest.tables().stream()
                .filter(table -> Files.exists(remediation(table)))
                .toList();
    }

    private static Path remediation(TruthTable table) {
        return TruthTablesTest.QUERIES.resolve(table.file().replace(".sql", "_remediation.sql"));
    }

    private static void check(TruthTable table, Case one) throws IOException {
        Map<String, String> verdicts = new TreeMap<>(one.answer(TruthTablesTest.sql(table), ZoneOffset.UTC));
        verdicts.values().removeIf(verdict -> !verdict.startsWith("alarm") && !verdict.endsWith("alarm"));
        String steps = Files.readString(remediation(table)).strip().replaceFirst(";$", "");
        Set<String> repaired = one.answer(
                        "select resource, 'step' as status, command ->> 0 as reason from (" + steps + ") as r",
                        ZoneOffset.UTC)
                .keySet();
        assertThat(repaired).isEqualTo(new TreeSet<>(verdicts.keySet()));
    }
}
