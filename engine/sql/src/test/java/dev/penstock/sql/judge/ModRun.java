package dev.penstock.sql.judge;

import dev.penstock.spi.error.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Statements of a mod, judged one by one: parsed, planned, answered, and equal. */
public final class ModRun {
    private final EngineSide engine;
    private final PostgresSide postgres;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();

    /**
     * A statement of a mod.
     *
     * @param name where it stands
     * @param parameters their defaults; null where there is none
     */
    public record Text(String name, String sql, List<@Nullable String> parameters) {}

    /** A statement that the two sides answer differently. */
    public record Difference(Text text, String stage, String ours, String postgres) {
        @Override
        public String toString() {
            return "### " + stage + ": " + text.name() + "\n```sql\n"
                    + text.sql().strip() + "\n```\nparameters: " + text.parameters() + "\nours:\n```\n" + ours
                    + "\n```\nPostgreSQL:\n```\n" + postgres + "\n```\n";
        }
    }

    /** A run over two sides that hold the same estate. */
    public ModRun(EngineSide engine, PostgresSide postgres) {
        this.engine = engine;
        this.postgres = postgres;
    }

    /** Judges one statement. */
    public void judge(Text text) {
        Answer prepared = postgres.prepared(text.sql());
        if (prepared instanceof Answer.Failed failed && failed.sqlState().equals("42601")) {
            count("not grammatical for PostgreSQL");
            return;
        }
        count("1 grammatical");
        boolean planned = plans(text, isPrepared(prepared));
        if (planned && isPrepared(prepared)) {
            compare(text);
        }
    }

    private static boolean isPrepared(Answer prepared) {
        return !(prepared instanceof Answer.Failed failed) || failed.sqlState().equals("02000");
    }

    private boolean plans(Text text, boolean prepared) {
        if (prepared) {
            count("3 prepared by PostgreSQL");
        }
        EngineException refused = engine.planned(text.sql());
        if (refused == null) {
            count("2 parsed");
            if (prepared) {
                count("4 validated");
            }
            return true;
        }
        if (refused.code().sqlState().equals("42601")) {
            differences.add(new Difference(text, "parse", refused.getMessage(), "parses"));
            return false;
        }
        count("2 parsed");
        if (prepared) {
            String error = refused.code().sqlState() + " " + refused.getMessage();
            differences.add(new Difference(text, "validate", error, "prepares"));
        }
        return false;
    }

    private void compare(Text text) {
        Answer theirs = postgres.answer(text.sql(), text.parameters());
        Answer ours = engine.answer(text.sql(), text.parameters());
        count(
                theirs instanceof Answer.Rows rows
                        ? rows.rows().isEmpty() ? "6 answers without rows" : "7 answers with rows"
                        : "8 answers that are errors");
        if (ours.compared(false).equals(theirs.compared(false))) {
            count("5 equal");
        } else if (bothFail(ours, theirs)) {
            count("5 equal");
            count("9 of the equal, errors of one class in other words");
        } else {
            differences.add(new Difference(text, "answer", ours.toString(), theirs.toString()));
        }
    }

    /**
     * Whether both fail for one kind of reason. Where several rows hold what a statement can't take, which of them is met
     * first is a matter of the plan, on PostgreSQL as well, and so are the words.
     */
    private static boolean bothFail(Answer ours, Answer theirs) {
        return ours instanceof Answer.Failed a
                && theirs instanceof Answer.Failed b
                && a.sqlState().regionMatches(0, b.sqlState(), 0, 2);
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** How many statements came how far, and the shares that matter. */
    public String shares() {
        return counts
                + String.format(
                        "%n  parsed %s, validated %s, equal %s",
                        share("2 parsed", "1 grammatical"),
                        share("4 validated", "3 prepared by PostgreSQL"),
                        share("5 equal", "4 validated"));
    }

    private String share(String part, String whole) {
        int of = counts.getOrDefault(whole, 0);
        return of == 0 ? "none" : String.format("%.2f %%", 100.0 * counts.getOrDefault(part, 0) / of);
    }

    /** What differed. */
    public List<Difference> differences() {
        return differences;
    }
}
