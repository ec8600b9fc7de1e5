package dev.penstock.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spi.error.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainStatementTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "explain select 1 | false | false",
                "EXPLAIN ANALYZE select 1 | true | false",
                " explain /* so */ analyze select 1 | true | false",
                "explain (analyze) select 1 | true | false",
                "explain (analyze off, format json) select 1 | false | true",
                "explain (format 'text', analyze true) select 1 | true | false",
                "explain (select 1) | false | false",
                "explain ((select 1)) | false | false",
            })
    void optionsAreThoseOfPostgres(String sql, boolean analyze, boolean json) {
        ExplainStatement explain = ExplainStatement.of(sql).orElseThrow();
        assertThat(explain.analyze()).isEqualTo(analyze);
        assertThat(explain.json()).isEqualTo(json);
        assertThat(explain.statement().strip()).matches("\\(*select 1\\)*");
    }

    @Test
    void theStatementKeepsItsPlaces() {
        String sql = "explain\n  analyze select nope";
        assertThat(ExplainStatement.of(sql).orElseThrow().statement())
                .hasSameSizeAs(sql)
                .isEqualTo("       \n          select nope");
    }

    @Test
    void commentsMayStandBeforeIt() {
        assertThat(ExplainStatement.of("-- why\n/* so */ explain select 1")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 1", "explained", "select explain from t", ""})
    void otherStatementsAreLeftAlone(String sql) {
        assertThat(ExplainStatement.of(sql)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "explain | 42601 | syntax error at end of input",
                "explain (analyze | 42601 | syntax error at end of input",
                "explain (analyze; select 1 | 42601 | syntax error at or near \";\"",
                "explain (nonsense) select 1 | 42601 | unrecognized EXPLAIN option \"nonsense\"",
                "explain (analyze maybe) select 1 | 42601 | analyze requires a Boolean value",
                "explain (format) select 1 | 42601 | format requires a parameter",
                "explain (format html) select 1 | 22023 | unrecognized value for EXPLAIN option \"format\": \"html\"",
                "explain (format yaml) select 1 | 0A000 | EXPLAIN option \"format yaml\" is not supported; there are analyze, format text and format json",
                "explain verbose select 1 | 0A000 | EXPLAIN option \"verbose\" is not supported; there are analyze, format text and format json",
                "explain (buffers) select 1 | 0A000 | EXPLAIN option \"buffers\" is not supported; there are analyze, format text and format json",
            })
    void whatIsNotSupportedIsRefused(String sql, String state, String message) {
        assertThatThrownBy(() -> ExplainStatement.of(sql))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        e -> assertThat(e.code().sqlState()).isEqualTo(state))
                .hasMessage(message);
    }
}
