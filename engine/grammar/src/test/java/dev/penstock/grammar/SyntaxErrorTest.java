package dev.penstock.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages and places are those that PostgreSQL 15 gives for the same text, save for statements it would run. */
class SyntaxErrorTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "select * frm t => 10 => syntax error at or near \"frm\"",
                "selct 1 => 1 => syntax error at or near \"selct\"",
                "select a from => 14 => syntax error at end of input",
                "select a, from t => 11 => syntax error at or near \"from\"",
                "select (1 + from t => 13 => syntax error at or near \"from\"",
                "select a from t whre x = 1 => 22 => syntax error at or near \"x\"",
                "select a from t where => 22 => syntax error at end of input",
                "select a b c from t => 12 => syntax error at or near \"c\"",
                "select a) from t => 9 => syntax error at or near \")\"",
                "select 1 // 2 => 11 => syntax error at or near \"/\"",
                "select f(select 1) => 10 => syntax error at or near \"select\"",
                "select 'abc => 8 => unterminated quoted string at or near \"'abc\"",
                "select \"abc => 8 => unterminated quoted identifier at or near \"\"abc\"",
                "select $$abc => 8 => unterminated dollar-quoted string at or near \"$$abc\"",
                "select 1 \\ => 10 => syntax error at or near \"\\\"",
                "1 + 1 => 1 => syntax error at or near \"1\"",
                "select 0x1F => 8 => trailing junk after numeric literal at or near \"0x1F\"",
                "select 1.5a => 8 => trailing junk after numeric literal at or near \"1.5a\"",
                "select 1 'x' => 10 => syntax error at or near \"'x'\"",
                "select $0 => 8 => there is no parameter $0",
                "select x::int(3) => 11 => type modifier is not allowed for type \"int\"",
            })
    void pointsAtTheFirstWrongToken(String sql, int column, String message) {
        assertThatExceptionOfType(SyntaxException.class)
                .isThrownBy(() -> PostgresParser.statements(sql))
                .withMessage(message)
                .satisfies(wrong -> assertThat(wrong.line()).isEqualTo(1))
                .satisfies(wrong -> assertThat(wrong.column()).isEqualTo(column));
    }

    @Test
    void countsLines() {
        assertThatExceptionOfType(SyntaxException.class)
                .isThrownBy(() -> PostgresParser.statements("select 1;\n\nselect *\n  frm t"))
                .withMessage("syntax error at or near \"frm\"")
                .satisfies(wrong -> assertThat(wrong.line()).isEqualTo(4))
                .satisfies(wrong -> assertThat(wrong.column()).isEqualTo(3));
    }

    @ParameterizedTest
    @CsvSource({
        "insert into t values (1),INSERT", "DELETE from t,DELETE", "update t set a = 1,UPDATE", "drop table t,DROP",
        "set x = 1,SET", "explain select 1,EXPLAIN", "create table t (a int),CREATE", "do 'x',DO"
    })
    void refusesStatementsThatAreNotQueriesByName(String sql, String word) {
        assertThatExceptionOfType(SyntaxException.class)
                .isThrownBy(() -> PostgresParser.statements("select 1; " + sql))
                .withMessage(word + " is not supported: only queries can be run")
                .satisfies(wrong -> assertThat(wrong.column()).isEqualTo(11));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "select * from t for update",
                "select * from t tablesample bernoulli (10)",
                "select a from t limit 1, 2",
                "select a minus select b",
                "select {fn lower('x')}",
                "select * from f(1) as x(a int, b)",
                "select 1 into x",
                "select 1 'x'",
                "select a collate from t",
                "select v[] from t",
                "select interval '1' second to day",
                "select interval '1' hour to year",
                "select e'\\u12'",
            })
    void refusesWhatCouldNotBeMeant(String sql) {
        assertThatExceptionOfType(SyntaxException.class).isThrownBy(() -> PostgresParser.statements(sql));
    }
}
