package dev.penstock.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every query behind section 1 of CIS AWS Foundations v2.0.0, case by case. */
class TruthTablesTest {
    static final Path QUERIES = Path.of("../../queries");

    /** Far from UTC and with a change of clocks, which must not move a verdict. */
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("UTC"), ZoneId.of("America/New_York"));

    static List<TruthTable> tables() {
        return Stream.of(
                        AccountTruth.tables(),
                        RootTruth.tables(),
                        PasswordPolicyTruth.tables(),
                        CredentialTruth.tables(),
                        PolicyTruth.tables(),
                        RegionTruth.tables())
                .flatMap(tables -> tables)
                .toList();
    }

    @TestFactory
    Stream<DynamicNode> cases() {
        return tables().stream()
                .map(table -> DynamicContainer.dynamicContainer(
                        table.file(), table.cases().stream().map(one -> test(table, one))));
    }

    private static DynamicTest test(TruthTable table, Case one) {
        return DynamicTest.dynamicTest(one.name(), () -> {
            String sql = sql(table);
            for (ZoneId zone : ZONES) {
                var answer = one.answer(sql, zone);
                if (one.failure().isEmpty()) {
                    assertThat(answer).isEqualTo(one.verdicts());
                } else {
                    assertThat(answer).containsOnlyKeys("error");
                    assertThat(answer.get("error")).contains(one.failure(), "was denied");
                }
            }
        });
    }

    @Test
    void eachQueryOfTheSectionHasSixCasesOrMore() throws IOException {
        assertThat(tables()).allSatisfy(table -> assertThat(table.cases()).hasSizeGreaterThanOrEqualTo(6));
        String section = Files.readString(QUERIES.resolve("cis/cis_v200.pp"));
        List<String> asked = section.lines()
                .filter(line -> line.strip().startsWith("query "))
                .map(line -> line.substring(line.lastIndexOf('.') + 1))
                .toList();
        assertThat(asked).hasSize(22);
        assertThat(tables().stream()
                        .map(table -> table.file().replaceFirst(".*/", "").replace(".sql", "")))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    static String sql(TruthTable table) throws IOException {
        return Files.readString(QUERIES.resolve(table.file()));
    }
}
