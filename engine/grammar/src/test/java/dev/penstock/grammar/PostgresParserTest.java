package dev.penstock.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "interval '90 days' => (interval '90 days')",
                "'1 day'::interval => (interval '1 day')",
                "cast(a as interval) => (interval a)",
                "interval '90' day => (interval '90' 'day')",
                "interval '1 2' DAY TO second(3) => (interval '1 2' 'day to second(3)')",
                "a::interval(2) => (interval a 'second(2)')",
                "date '2024-01-31' => (CAST '2024-01-31' DATE)",
                "jsonb '{}' => (CAST '{}' jsonb)",
                "a::jsonb => (CAST a jsonb)",
                "a::timestamptz => (CAST a TIMESTAMP WITH LOCAL TIME ZONE)",
                "a::timestamp with time zone => (CAST a TIMESTAMP WITH LOCAL TIME ZONE)",
                "a::numeric(10, 2) => (CAST a DECIMAL(10, 2))",
                "a::double precision => (CAST a DOUBLE)",
                "a::float(24) => (CAST a REAL)",
                "a::text[] => (CAST a VARCHAR ARRAY)",
                "a::int[][] => (CAST a INTEGER ARRAY)",
                "a::int2 => (CAST a SMALLINT)",
                "a::bool => (CAST a BOOLEAN)",
                "a::inet => (CAST a inet)",
                "v[1:2] => (SLICE v (ROW 1 2))",
                "v[:2] => (SLICE v (ROW (NO BOUND ) 2))",
                "array[[1, 2], [3, 4]] => (ARRAY (ARRAY 1 2) (ARRAY 3 4))",
                "array[]::text[] => (CAST (ARRAY ) VARCHAR ARRAY)",
                "a = any (array['x']) => (= SOME a [(ARRAY 'x')])",
                "a <> all (b) => (<> ALL a [b])",
                "f(s -> 'Resource') => (f (-> s 'Resource'))",
                "count(*) filter (where a) => (FILTER (count *) a)",
                "trim(a, 'x') => (TRIM BOTH 'x' a)",
                "date(a) => (date a)",
                "date_trunc('day', a) => (date_trunc 'day' a)",
                "json_agg(a order by b) => (WITHIN GROUP (json_agg a) [b])",
                "$2 || $1 => (|| $2 $1)",
                "(a, b) = (1, 2) => (= (ROW a b) (ROW 1 2))",
                "count(a.*) => (count a.*)",
            })
    void readsExpressions(String text, String tree) {
        assertThat(Tree.ofExpression(text)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "select 1 where true => SELECT 1 WHERE TRUE",
                "select a status from t => SELECT a AS status FROM t",
                "select a from t limit 5 offset 2 => SELECT a FROM t OFFSET 2 ROWS FETCH NEXT 5 ROWS ONLY",
                "select a from t offset 2 limit 5 => SELECT a FROM t OFFSET 2 ROWS FETCH NEXT 5 ROWS ONLY",
                "select a from t fetch first row only => SELECT a FROM t FETCH NEXT 1 ROWS ONLY",
                "select a from t fetch next 3 rows only offset 1 => SELECT a FROM t OFFSET 1 ROWS FETCH NEXT 3 ROWS ONLY",
                "select a from t limit all => SELECT a FROM t",
                "select a from t order by a nulls first, b desc nulls last => SELECT a FROM t ORDER BY a NULLS FIRST, b DESC NULLS LAST",
                "select a, count(*) from t group by 1 => SELECT a, COUNT(*) FROM t GROUP BY 1",
                "with a as materialized (select 1), b as not materialized (select 2) select * from a, b => WITH a AS (SELECT 1), b AS (SELECT 2) SELECT * FROM a, b",
                "select 1 union all select 2 except select 3 => SELECT 1 UNION ALL SELECT 2 EXCEPT SELECT 3",
                "values (1, 'a'), (2, 'b') => VALUES ROW(1, 'a'), ROW(2, 'b')",
                "select * from t, f(t.x) e => SELECT * FROM t, LATERAL TABLE(f(t.x)) AS e",
                "select * from t, lateral f(t.x) e => SELECT * FROM t, LATERAL TABLE(f(t.x)) AS e",
                "select sum(a) over (partition by b) from t => SELECT SUM(a) OVER (PARTITION BY b) FROM t",
                "select sum(a) over (order by b rows between unbounded preceding and current row) from t => SELECT SUM(a) OVER (ORDER BY b ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM t",
                "select sum(a) over w from t window w as (partition by b) => SELECT SUM(a) OVER w FROM t WINDOW w AS (PARTITION BY b)",
            })
    void readsQueries(String sql, String expected) {
        assertThat(Tree.ofQuery(sql)).isEqualTo(expected);
    }

    @Test
    void marksDistinctOnBeforeTheSelectList() {
        SqlSelect select = (SqlSelect) Tree.ofOne("select distinct on (a, b) a, c from t");
        assertThat(select.isDistinct()).isFalse();
        assertThat(select.getSelectList()).hasSize(3);
        assertThat(Tree.ofQuery("select distinct on (a, b) a, c from t"))
                .isEqualTo("SELECT DISTINCT ON(a, b), a, c FROM t");
    }

    @Test
    void marksOrdinality() {
        assertThat(Tree.ofFrom("f(x) with ordinality as e(v, n)"))
                .isEqualTo("(AS (LATERAL (WITH ORDINALITY (TABLE (f x)))) e v n)");
    }

    @Test
    void marksAnEmptySelectList() {
        assertThat(Tree.ofQuery("select 1 where exists (select from t)"))
                .isEqualTo("SELECT 1 WHERE EXISTS (SELECT NO COLUMNS() FROM t)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "partition",
                "value",
                "date",
                "time",
                "timestamp",
                "key",
                "name",
                "status",
                "type",
                "path",
                "row",
                "filter",
                "position",
                "year",
                "day",
                "zone",
                "interval",
                "values",
                "level",
                "state",
                "description",
                "region",
                "tags",
                "count",
                "rank",
                "method",
                "language",
                "result",
                "over",
                "rows",
                "range",
                "first",
                "last",
                "data",
                "source",
                "condition",
                "period",
                "element",
                "match",
                "trigger",
                "function",
                "version",
                "start",
                "json",
                "uuid",
                "percent",
                "a",
                "c",
                "open",
                "close",
                "end_date",
                "system",
                "search",
                "scope",
                "reset",
                "set",
                "update",
                "delete"
            })
    void readsWordsThatPostgresDoesNotReserveAsNames(String word) {
        SqlSelect select = (SqlSelect) Tree.ofOne("select " + word + ", t." + word + ", 1 as " + word
                + " from x as t where " + word + " = 1 group by " + word);
        assertThat(select.getSelectList().get(0))
                .isInstanceOf(SqlIdentifier.class)
                .hasToString(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "end", "select", "order", "desc", "table", "not"})
    void readsReservedWordsAsNamesAfterADot(String word) {
        assertThat(((SqlIdentifier) select("t." + word)).names).containsExactly("t", word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "'it''s' => it's",
                "$$it's$$ => it's",
                "$x$a$$b$x$ => a$$b",
            })
    void readsStrings(String text, String value) {
        assertThat(((SqlLiteral) select(text)).getValueAs(String.class)).isEqualTo(value);
    }

    @Test
    void readsEscapes() {
        SqlLiteral literal = (SqlLiteral) select("E'a\\n\\'b\\x41\\101\\\\'''");
        assertThat(literal.getValueAs(String.class)).isEqualTo("a\n'bAA\\'");
    }

    @Test
    void foldsNamesToLowerCaseUnlessQuoted() {
        assertThat(((SqlIdentifier) select("Tt.\"Foo Bar\"")).names).containsExactly("tt", "Foo Bar");
    }

    @Test
    void readsSeveralStatementsAndComments() {
        assertThat(
                        PostgresParser.statements(
                                "select 1 -- one\n, /* a /* nested */ still */ 2; -- done\n/** x **/ /***/ /*+ x */ select 3; /* end */ -- x"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "-- x", "/* x */", ";", "; -- x\n;"})
    void findsNoStatementInAnEmptyText(String sql) {
        assertThat(PostgresParser.statements(sql)).isEmpty();
    }

    private static SqlNode select(String text) {
        return ((SqlSelect) Tree.ofOne("select " + text + " from t"))
                .getSelectList()
                .get(0);
    }
}
