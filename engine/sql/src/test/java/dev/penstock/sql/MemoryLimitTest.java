package dev.penstock.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement that would hold more than its share ends with an error; one that needs to hold little holds little. */
class MemoryLimitTest {
    private static final MemoryBudget ONE_MEGABYTE = new MemoryBudget(1 << 20, 1 << 20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select g from generate_series(1, 100000) as g order by g desc",
                "select a from generate_series(1, 100000) as a join generate_series(1, 100000) as b on a = b",
                "select a from generate_series(1, 3) as a, generate_series(1, 100000) as b where a > b",
                "select g, count(*) from generate_series(1, 100000) as g group by g",
                "select count(distinct g) from generate_series(1, 100000) as g",
                "select array_agg(g) from generate_series(1, 100000) as g",
                "select string_agg(g::text, ',') from generate_series(1, 100000) as g",
                "select distinct g from generate_series(1, 100000) as g",
                "select g from generate_series(1, 100000) as g union select 0",
                "select g from generate_series(1, 10) as g except select g from generate_series(1, 100000) as g",
                "select row_number() over (order by g) from generate_series(1, 100000) as g",
                "select array(select g from generate_series(1, 100000) as g)",
                "with t as (select g from generate_series(1, 100000) as g) "
                        + "select (select count(*) from t) + (select max(g) from t)",
                "with recursive t (n) as (select 1 union select n + 1 from t) select n from t"
            })
    void moreThanItsShareIsAnError(String sql) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> count(sql))
                .withMessageContaining("out of memory: the statement holds more than 1 MB of rows")
                .extracting(EngineException::code)
                .isEqualTo(ErrorCode.OUT_OF_MEMORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select g from generate_series(1, 300000) as g order by -g limit 3",
                "select g % 3, count(*), sum(g) from generate_series(1, 300000) as g group by 1",
                "select distinct g % 3 from generate_series(1, 300000) as g",
                "with t as (select g from generate_series(1, 300000) as g) select count(*) from t",
                "select distinct (select max(x) from generate_series(1, 2000) as x group by x % 1000 order by 1 limit 1) "
                        + "from generate_series(1, 300) as g",
                "with recursive t (n) as (select 1 union all select n + 1 from t where n < 100000) "
                        + "select n from t where n % 50000 = 1 limit 3"
            })
    void whatIsNotNeededIsNotHeld(String sql) {
        assertThat(count(sql)).isBetween(1, 3);
    }

    @Test
    void aClosedResultGivesBackWhatItHeld() {
        try (Engine engine = engine();
                Session session = engine.openSession()) {
            for (int i = 0; i < 20; i++) {
                try (QueryResult result =
                        session.query("select g from generate_series(1, 5000) as g order by g", List.of())) {
                    assertThat(result.next()).isNotNull();
                }
            }
        }
    }

    private static int count(String sql) {
        try (Engine engine = engine();
                Session session = engine.openSession();
                QueryResult result = session.query(sql, List.of())) {
            int rows = 0;
            while (result.next() != null) {
                rows++;
            }
            return rows;
        }
    }

    private static Engine engine() {
        EngineSettings defaults = EngineSettings.defaults();
        return Engine.open(
                List.of(),
                List.of(),
                new EngineSettings(
                        defaults.clock(),
                        defaults.zone(),
                        ONE_MEGABYTE,
                        defaults.inFlight(),
                        defaults.retryDeadline(),
                        defaults.keepAnswers(),
                        false));
    }
}
