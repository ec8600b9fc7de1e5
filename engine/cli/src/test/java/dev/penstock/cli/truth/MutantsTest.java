package dev.penstock.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The truth tables notice when a query is broken. */
class MutantsTest {
    private static final double SHARE_TO_CATCH = 0.95;

    @Test
    void brokenQueriesAreCaught() throws IOException {
        int made = 0;
        var missed = new ArrayList<String>();
        for (TruthTable table : TruthTablesTest.tables()) {
            List<Mutants.Mutant> mutants = Mutants.of(TruthTablesTest.sql(table));

            made += mutants.size();
            mutants.stream()
                    .filter(mutant -> table.cases().stream()
                            .allMatch(one -> one.isMetBy(one.answer(mutant.sql(), ZoneOffset.UTC))))
                    .forEach(mutant -> missed.add(table.file() + ": " + mutant.what()));
        }
        System.out.println("broken queries: " + made + ", not noticed: " + missed);
        assertThat(missed).hasSizeLessThanOrEqualTo((int) (made * (1 - SHARE_TO_CATCH)));
    }
}
