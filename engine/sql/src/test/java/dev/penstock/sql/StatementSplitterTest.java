package dev.penstock.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementSplitterTest {

    @Test
    void cutsAtSemicolonsOnly() {
        assertThat(StatementSplitter.split("select 1; select 2")).containsExactly("select 1", " select 2");
        assertThat(StatementSplitter.split("select 1;")).containsExactly("select 1");
        assertThat(StatementSplitter.split(" ; ;\n-- nothing;\n/* ; /* ; */ */"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ';'",
                "select 'it''s;'",
                "select E'\\';'",
                "select \"a;b\" from t",
                "select $$;$$",
                "select $x$ ; $$ ; $x$",
                "select 1 -- ; no",
                "select /* ; /* ; */ ; */ 1",
                "select $1 + $2"
            })
    void leavesQuotesAndCommentsWhole(String statement) {
        assertThat(StatementSplitter.split(statement + ";select 2")).hasSizeBetween(1, 2);
        assertThat(StatementSplitter.split(statement + "\n;select 2")).containsExactly(statement + "\n", "select 2");
    }

    @Test
    void knowsWhenMoreLinesAreNeeded() {
        assertThat(StatementSplitter.isComplete("select 1")).isFalse();
        assertThat(StatementSplitter.isComplete("select 1;")).isTrue();
        assertThat(StatementSplitter.isComplete("select 1; -- done")).isTrue();
        assertThat(StatementSplitter.isComplete("select ';")).isFalse();
        assertThat(StatementSplitter.isComplete("select 1; select 2")).isFalse();
        assertThat(StatementSplitter.isComplete("")).isTrue();
        assertThat(StatementSplitter.isComplete("select 1; /* open")).isFalse();
    }
}
