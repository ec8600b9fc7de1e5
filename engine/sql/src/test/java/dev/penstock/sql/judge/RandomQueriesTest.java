package dev.penstock.sql.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.testkit.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Random queries give what PostgreSQL gives. {@code -Dqueries=100000} runs so many, {@code -Dseed=7} begins elsewhere,
 * {@code -Dsubqueries=true} puts subqueries into expressions; a query that differs is made as small as it stays different.
 */
@ExtendWith(PostgresResource.class)
class RandomQueriesTest {
    private static final Path KIT = Path.of("src/test/resources/judge");
    private static final int QUERIES = Integer.getInteger("queries", 300);
    private static final boolean SUBQUERIES = Boolean.getBoolean("subqueries");
    private static final long SEED = Long.getLong("seed", 1);
    private static final int ENOUGH = 20;
    private static final int QUERIES_PER_ESTATE = 5_000;

    @Test
    void giveWhatPostgresGives(Optional<PostgresServer> server) throws IOException, SQLException {
        if (server.isEmpty()) {
            System.out.println("random queries: none run, there is no PostgreSQL 15 here to judge them");
            return;
        }
        var differences = new ArrayList<String>();
        int judged = 0;
        for (long seed = SEED; judged < QUERIES && differences.size() < ENOUGH; seed++) {
            judged += judge(server.get(), seed, Math.min(QUERIES_PER_ESTATE, QUERIES - judged), differences);
        }
        System.out.printf("random queries: %d run from seed %d, %d differ%n", judged, SEED, differences.size());
        assertThat(differences).as(String.join("\n", differences)).isEmpty();
    }

    private static int judge(PostgresServer server, long seed, int queries, List<String> differences)
            throws IOException, SQLException {
        try (var postgres = new PostgresSide(server, ZoneId.of("UTC"))) {
            Estate estate = estate(seed, postgres.now());
            postgres.holding(estate);
            try (var engine = new EngineSide(estate, ZoneId.of("UTC"))) {
                var generator = new QueryGenerator(seed, SUBQUERIES);
                int judged = 0;
                while (judged < queries && differences.size() < ENOUGH) {
                    GeneratedQuery query = generator.next();
                    judged++;
                    Verdict verdict = Verdict.on(query.sql(), engine, postgres);
                    if (verdict.differs()) {
                        // A part may fail in a way of its own: it shows what the whole does if both sides still say
                        // their kind.
                        GeneratedQuery small = Shrinker.shrink(query, smaller -> {
                            Verdict same = Verdict.on(smaller.sql(), engine, postgres);
                            return same.differs() && same.kind().equals(verdict.kind());
                        });
                        differences.add(small.sql() + "\n-- seed " + seed + ", query " + judged + "; ours:\n"
                                + engine.answer(small.sql(), List.of()) + "\n-- PostgreSQL:\n"
                                + postgres.answer(small.sql(), List.of()) + "\n");
                    }
                }
                return judged;
            }
        }
    }

    private record Verdict(boolean differs, String kind) {
        static Verdict on(String sql, Side engine, Side postgres) {
            Answer theirs = postgres.answer(sql, List.of());
            Answer ours = engine.answer(sql, List.of());
            boolean ordered = TopOrder.isOrdered(sql);
            boolean equal = ours.compared(ordered).equals(theirs.compared(ordered))
                    || (EqualNumbers.mayStandForEachOther(sql)
                            && EqualNumbers.spelled(ours)
                                    .compared(ordered)
                                    .equals(EqualNumbers.spelled(theirs).compared(ordered)));
            return new Verdict(!equal, kind(ours) + " " + kind(theirs));
        }

        private static String kind(Answer answer) {
            return answer instanceof Answer.Failed failed ? failed.sqlState() : "rows";
        }
    }

    private static Estate estate(long seed, Instant now) throws IOException {
        List<JudgedTable> tables = JudgedTable.read(KIT.resolve("tables.txt")).stream()
                .filter(table -> table.name().equals("awkward") || table.name().equals("other"))
                .toList();
        return Estate.generated(tables, JsonShapes.read(KIT.resolve("shapes.txt")), seed, 15, now);
    }
}
