package dev.penstock.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PostgreSQL 15, section 4.1.6, level by level. */
class PrecedenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "- a::int => (- (CAST a INTEGER))",
                "a::text::int => (CAST (CAST a VARCHAR) INTEGER)",
                "a[1]::int => (CAST (ITEM a 1) INTEGER)",
                "t.a::int => (CAST t.a INTEGER)",
                "a::date - b::date => (- (CAST a DATE) (CAST b DATE))",
                "a || b::text => (|| a (CAST b VARCHAR))",
                "cast(a as int) + 1 => (+ (CAST a INTEGER) 1)",
                "'x' || n + 1 => (|| 'x' (+ n 1))",
                "n + 1 || 'x' => (|| (+ n 1) 'x')",
                "a || b || c => (|| (|| a b) c)",
                "a || b = c => (= (|| a b) c)",
                "a || b like c || d => (LIKE (|| a b) (|| c d))",
                "a like b and c => (AND (LIKE a b) c)",
                "a -> 'b' ->> 'c' = 'x' => (= (->> (-> a 'b') 'c') 'x')",
                "a ->> 'b' || 'c' => (|| (->> a 'b') 'c')",
                "a -> 'b' is null => (IS NULL (-> a 'b'))",
                "a ->> 'b' in ('x') => (IN (->> a 'b') ['x'])",
                "a -> b + 1 => (-> a (+ b 1))",
                "(a ->> 'b')::int => (CAST (->> a 'b') INTEGER)",
                "a ->> 'b'::text => (->> a (CAST 'b' VARCHAR))",
                "a @> b and c ? 'd' => (AND (@> a b) (? c 'd'))",
                "a ~ 'x' or b !~* 'y' => (OR (~ a 'x') (!~* b 'y'))",
                "not a ~ 'x' => (NOT (~ a 'x'))",
                "a between 1 and 2 + 3 and b => (AND (BETWEEN ASYMMETRIC a 1 (+ 2 3)) b)",
                "a between symmetric b and c => (BETWEEN SYMMETRIC a b c)",
                "not a = b => (NOT (= a b))",
                "not a or b and c => (OR (NOT a) (AND b c))",
                "a = b is null => (IS NULL (= a b))",
                "2 ^ 3 ^ 2 => (^ (^ 2 3) 2)",
                "2 * 3 ^ 2 => (* 2 (^ 3 2))",
                "- a ^ 2 => (^ (- a) 2)",
                "a + b % c => (+ a (% b c))",
                "a - b - c => (- (- a b) c)",
                "a at time zone 'utc' - b => (- (AT TIME ZONE a 'utc') b)",
                "a like any (array['x']) and b => (AND (LIKE ANY a (ARRAY 'x')) b)",
                "a not ilike all (b) or c => (OR (NOT ILIKE ALL a b) c)",
                "a is distinct from b => (IS DISTINCT FROM a b)",
                "a != b => (<> a b)",
                "a isnull => (IS NULL a)",
                "-1 -> 'x' => (-> -1 'x')",
                "a-1 => (- a 1)",
                "a<-1 => (< a -1)",
            })
    void bindsAsPostgresDoes(String text, String tree) {
        assertThat(Tree.ofExpression(text)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "->   ", "->>  ", "#>   ", "#>>  ", "#-   ", "@>   ", "<@   ", "?    ", "?&   ", "&&   ", "<<   ",
                ">>   ", "<<=  ", ">>=  ", "&    ", "~    ", "~*   ", "!~   ", "!~*  "
            })
    void readsEveryOtherOperatorBetweenLikeAndPlus(String operator) {
        assertThat(Tree.ofExpression("a like b " + operator + " c + d"))
                .isEqualTo("(LIKE a (" + operator + " b (+ c d)))");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"?|", "||", "|"})
    void readsTheOperatorsOfBarsBetweenLikeAndPlus(String operator) {
        readsEveryOtherOperatorBetweenLikeAndPlus(operator);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "a, b join c on b.k = c.k => a COMMA (b INNER c)",
                "a join b on true, c => (a INNER b) COMMA c",
                "a, b right join c on true => a COMMA (b RIGHT c)",
                "a, f(b.x) e left join c on true => (a COMMA e) LEFT c",
                "a, b left join f(b.x) e on true => a COMMA (b LEFT e)",
                "a, b left join f(a.x) e on true => (a COMMA b) LEFT e",
                "a, f(x) e right join c on true => a COMMA (e RIGHT c)",
                "a, f(x) e join c using (k) => a COMMA (e INNER c)",
            })
    void bindsCommasMoreWeaklyThanJoins(String from, String shape) {
        assertThat(JoinShape.of("select * from " + from)).isEqualTo(shape);
    }
}
