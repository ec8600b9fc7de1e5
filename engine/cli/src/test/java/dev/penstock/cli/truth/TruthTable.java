package dev.penstock.cli.truth;

import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.EstateBuilder;
import dev.penstock.tables.aws.simulator.Faults;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The cases of one named query.
 *
 * @param file the .sql file below {@code queries/}
 * @param cases at least six
 */
record TruthTable(String file, List<Case> cases) {
    static final String ACCOUNT = "123456789012";
    static final String OTHER_ACCOUNT = "210987654321";

    /** When a case is looked at, where it does not say otherwise. */
    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static final String FIRST_KEY = "AKIACREDENTIALSOFTHE1";
    private static final String SECOND_KEY = "AKIACREDENTIALSOFTHE2";

    static TruthTable of(String file) {
        return new TruthTable(file, new ArrayList<>());
    }

    static Instant ago(Duration age) {
        return NOW.minus(age);
    }

    static Instant daysAgo(int days) {
        return ago(Duration.ofDays(days));
    }

    /** A case about the account as a whole. */
    TruthTable account(String name, UnaryOperator<EstateBuilder> holding, String verdict) {
        return rows(name, holding, Map.of("arn:aws:::" + ACCOUNT, verdict));
    }

    /** A case with a verdict for each of the resources named, and no other row. */
    TruthTable rows(String name, UnaryOperator<EstateBuilder> holding, Map<String, String> verdicts) {
        return rowsAt(name, NOW, holding, verdicts);
    }

    /** The same, looked at some other time. */
    TruthTable rowsAt(String name, Instant now, UnaryOperator<EstateBuilder> holding, Map<String, String> verdicts) {
        cases.add(Case.of(name, now, List.of(estate(ACCOUNT, now, FIRST_KEY, holding)), verdicts));
        return this;
    }

    /** A case of two accounts, each with a connection of its own. */
    TruthTable twoAccounts(
            UnaryOperator<EstateBuilder> first, UnaryOperator<EstateBuilder> second, Map<String, String> verdicts) {
        List<Estate> estates =
                List.of(estate(ACCOUNT, NOW, FIRST_KEY, first), estate(OTHER_ACCOUNT, NOW, SECOND_KEY, second));
        cases.add(Case.of("two accounts", NOW, estates, verdicts));
        return this;
    }

    /** A case of one account that two connections reach: everything is there twice, and nothing four times. */
    TruthTable accountTwice(UnaryOperator<EstateBuilder> holding, Map<String, String> verdicts) {
        Estate estate = holding.apply(builder(ACCOUNT, NOW).credentials(FIRST_KEY, SECOND_KEY))
                .build();
        var twice = new TreeMap<String, String>();
        verdicts.forEach((resource, verdict) -> twice.put(resource, verdict + " and " + verdict));
        cases.add(new Case("one account by two connections", NOW, List.of(estate), 2, List.of(), twice, ""));
        return this;
    }

    /** A case for each call: where it is denied the query fails and gives no verdict. */
    TruthTable needs(UnaryOperator<EstateBuilder> holding, String... actions) {
        for (String action : actions) {
            List<Estate> estates = List.of(estate(ACCOUNT, NOW, FIRST_KEY, holding));
            cases.add(
                    new Case(action + " is denied", NOW, estates, 1, List.of(Faults.denied(action)), Map.of(), action));
        }
        return this;
    }

    private static Estate estate(String account, Instant now, String accessKey, UnaryOperator<EstateBuilder> holding) {
        return holding.apply(builder(account, now).credentials(accessKey)).build();
    }

    private static EstateBuilder builder(String account, Instant now) {
        return Estate.account(account)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .created(now.minus(Duration.ofDays(1000)));
    }

    static String user(String pathAndName) {
        return "arn:aws:iam::" + ACCOUNT + ":user" + pathAndName;
    }

    @Override
    public String toString() {
        return file;
    }
}
