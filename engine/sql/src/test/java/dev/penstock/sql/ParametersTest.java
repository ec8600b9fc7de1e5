package dev.penstock.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spi.value.Json;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One value, many types: the place of a parameter decides what it is. Expected answers are PostgreSQL's. */
class ParametersTest {

    static List<Arguments> places() {
        List<String> words = List.of("a", "b c", "d\"e", "");
        return List.of(
                Arguments.of("select 'b c' = any($1)", words, "true"),
                Arguments.of("select $1::text[]", words, "{a,\"b c\",\"d\\\"e\",\"\"}"),
                Arguments.of("select ($1::text[])[2]", words, "b c"),
                Arguments.of("select $1::jsonb", words, "[\"a\", \"b c\", \"d\\\"e\", \"\"]"),
                Arguments.of("select jsonb_array_length($1 :: jsonb)", words, "4"),
                Arguments.of("select 'x' = any($1::text[])", List.of(), "false"),
                Arguments.of("select $1::jsonb", List.of(), "[]"),
                Arguments.of("select 2 = any($1::int[])", List.of(1L, 2L), "true"),
                Arguments.of("select $1 + 1", 41L, "42"),
                Arguments.of("select 1.5 + $1", new BigDecimal("0.25"), "1.75"),
                Arguments.of("select $1 || ' days'", 90L, "90 days"),
                Arguments.of("select ($1 || ' days')::interval", 90L, "90 days"),
                Arguments.of("select not $1", true, "false"),
                Arguments.of("select $1::text", true, "true"),
                Arguments.of("select $1", "it's", "it's"),
                Arguments.of("select $1::jsonb ->> 'k'", Json.object(Map.of("k", Json.number(7))), "7"),
                Arguments.of("select $1::text[]", Json.array(List.of(Json.text("x"), Json.number(1))), "{x,1}"),
                Arguments.of("select $1::jsonb", Json.array(List.of(Json.text("x"), Json.number(1))), "[\"x\", 1]"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void thePlaceDecidesTheType(String sql, Object value, String expected) {
        assertThat(answer(sql, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void whatDoesNotFitIsRefusedInPostgresqlsWords(String sql, Object value, String message) {
        assertThatThrownBy(() -> answer(sql, value)).hasMessageContaining(message);
    }

    static List<Arguments> misfits() {
        return List.of(
                Arguments.of("select $1::int", "ten", "invalid input syntax for type integer: \"ten\""),
                Arguments.of("select $1::int", new BigDecimal("1.5"), "invalid input syntax for type integer: \"1.5\""),
                Arguments.of("select $1 + $2", 1L, "operator is not unique: unknown + unknown"),
                Arguments.of("select $1::int + $2", 1L, "there is no value for parameter $2"));
    }

    private static @Nullable String answer(String sql, @Nullable Object value) {
        try (Engine engine = Engine.open(List.of(), List.of(), EngineSettings.defaults());
                Session session = engine.openSession();
                QueryResult rows = session.query(sql, Arrays.asList(value))) {
            @Nullable Object[] row = Objects.requireNonNull(rows.next());
            return row[0] == null ? null : rows.text(0, row[0]);
        }
    }
}
