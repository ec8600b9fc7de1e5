package dev.penstock.benchmarks;

import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.mod.ModLoader;
import dev.penstock.controls.mod.ModSettings;
import dev.penstock.sql.CallSummary;
import dev.penstock.sql.PreparedQuery;
import dev.penstock.sql.Session;
import dev.penstock.tables.aws.simulator.Estates;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Calls and wall time of each query, in a session of its own, and of all of them in one run, at 1,000 users, 300 roles, 200
 * policies and 50 groups. The first argument is a file of statements, each under a comment line that is its name; with the
 * folder of a mod as second argument the queries of these names in that mod run instead.
 */
public final class CallsPerQuery {
    private static final int LATENCY_MILLIS = 30;
    private static final double NANOS = 1e9;
    private static final Pattern NAMED = Pattern.compile("(?m)^-- (\\w+)\\n-- calls:.*\\n(?:-- .*\\n)?((?:.+\\n?)+)");

    private CallsPerQuery() {}

    /** Prints the figures. */
    public static void main(String[] args) throws IOException {
        System.setProperty("http.maxConnections", "1000");
        if (args.length == 0) {
            throw new IllegalArgumentException("which file of statements?");
        }
        Map<String, String> statements = statements(Path.of(args[0]));
        if (args.length > 1) {
            Mod mod = ModLoader.load(Path.of(args[1]), ModSettings.NONE);
            statements.replaceAll((name, sql) -> mod.query(name).sql());
        }
        var options = SimulatorOptions.defaults().withLatency(Duration.ofMillis(LATENCY_MILLIS));
        try (var account = new Account(Estates.company(1000, 300, 200, 50), options)) {
            account.rows("select count(*) from aws_iam_credential_report");
            statements.values().forEach(account::rows);
            statements.forEach((name, sql) -> alone(account, name, sql));
            together(account, List.copyOf(statements.values()));
        }
    }

    private static void alone(Account account, String name, String sql) {
        try (Session session = account.openSession()) {
            long start = System.nanoTime();
            long rows = Account.rows(session, sql);
            print(name, start, rows, session.calls());
        }
    }

    private static void together(Account account, List<String> statements) {
        try (Session session = account.openSession()) {
            long start = System.nanoTime();
            List<PreparedQuery> queries =
                    statements.stream().map(session::prepare).toList();
            session.expect(queries);
            long rows = 0;
            for (String statement : statements) {
                rows += Account.rows(session, statement);
            }
            print("all " + statements.size() + " in one run, one after the other", start, rows, session.calls());
        }
    }

    private static void print(String name, long start, long rows, CallSummary calls) {
        System.out.println(String.format(
                Locale.ROOT,
                "%-66s %6.3f s %,7d rows %,6d calls %s",
                name,
                (System.nanoTime() - start) / NANOS,
                rows,
                calls.total(),
                calls.byAction()));
    }

    private static Map<String, String> statements(Path file) throws IOException {
        var statements = new LinkedHashMap<String, String>();
        NAMED.matcher(Files.readString(file))
                .results()
                .forEach(named ->
                        statements.put(named.group(1), named.group(2).strip().replaceAll(";$", "")));
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("no named statement in " + file);
        }
        return statements;
    }
}
