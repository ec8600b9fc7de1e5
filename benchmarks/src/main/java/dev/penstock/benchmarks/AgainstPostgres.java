package dev.penstock.benchmarks;

import dev.penstock.spi.ConnectionConfig;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import dev.penstock.sql.Session;
import dev.penstock.testkit.PostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The engine and PostgreSQL 15 over the same million rows in memory, one core each: the median of seven warm runs of
 * every statement on both, and their ratio. A statement that takes more than five seconds runs once.
 */
public final class AgainstPostgres {
    private static final int RUNS = 7;
    private static final int WARM_UP = 12;
    private static final double SLOW = 5;

    private AgainstPostgres() {}

    /** Runs all of it; an argument is the number of rows. */
    public static void main(String[] arguments) throws IOException, SQLException {
        int rows = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        Map<String, Double> ours = ours(rows);
        Map<String, List<Double>> theirs = postgres(rows);
        System.out.printf("%n%-60s %10s %10s %10s %7s%n", "statement", "ours", "jit off", "jit on", "ratio");
        ours.forEach((statement, seconds) -> {
            List<Double> times = theirs.getOrDefault(statement, List.of(Double.NaN, Double.NaN));
            double best = Math.min(times.get(0), times.get(1));
            System.out.printf(
                    "%-60s %8.3f s %8.3f s %8.3f s %7.2f%n",
                    statement.substring(0, Math.min(60, statement.length())),
                    seconds,
                    times.get(0),
                    times.get(1),
                    seconds / best);
        });
    }

    private static List<String> statements() {
        return List.of(
                "select count(*) from item where id % 7 = 3 and name like '%99%'",
                "select count(*) from item where doc ->> 'status' = 'Active'",
                "select sum((doc ->> 'size')::int8) from item where doc -> 'tags' ->> 'Owner' like 'owner1%'",
                "select count(*) from item as i join owner as o on o.id = i.owner_id where o.owner_id > 5",
                "select kind, count(*), sum(id), max(name) from item group by kind",
                "select owner_id, count(*) from item group by owner_id having count(*) > 1000",
                "select count(*) from (select u.name, k.id from iam_user as u left join iam_key as k "
                        + "on k.doc::text like '%' || u.name || '%') as pairs");
    }

    private static Map<String, Double> ours(int rows) {
        var medians = new LinkedHashMap<String, Double>();
        var plugin = new MemoryPlugin(rows);
        try (Engine engine = Engine.open(
                        List.of(new ConnectionConfig("memory", "memory", Map.of(), 1)),
                        List.of(plugin),
                        EngineSettings.defaults());
                Session session = engine.openSession()) {
            for (String statement : statements()) {
                medians.put(statement, median(() -> {
                    if (Account.rows(session, statement) < 0) {
                        throw new IllegalStateException("no rows");
                    }
                }));
                System.out.printf("engine: %.3f s  %s%n", medians.get(statement), statement);
            }
        }
        return medians;
    }

    private static Map<String, List<Double>> postgres(int rows) throws IOException, SQLException {
        var started = PostgresServer.start("shared_buffers=2GB");
        if (started.isEmpty()) {
            System.out.println("PostgreSQL 15 is not installed here: only the engine was measured");
            return Map.of();
        }
        var medians = new LinkedHashMap<String, List<Double>>();
        try (PostgresServer server = started.get();
                Connection connection = server.connect();
                Statement sql = connection.createStatement()) {
            for (String definition : MemoryPlugin.definitions(rows)) {
                sql.execute(definition);
            }
            sql.execute("set max_parallel_workers_per_gather = 0; set work_mem = '256MB'");
            for (String statement : statements()) {
                var times = new ArrayList<Double>();
                for (String jit : List.of("off", "on")) {
                    sql.execute("set jit = " + jit);
                    times.add(median(() -> readAll(sql, statement)));
                }
                medians.put(statement, times);
                System.out.printf("PostgreSQL: %s s  %s%n", times, statement);
            }
        }
        return medians;
    }

    private static void readAll(Statement sql, String statement) throws SQLException {
        try (ResultSet rows = sql.executeQuery(statement)) {
            while (rows.next()) {
                rows.getString(1);
            }
        }
    }

    /** A run that may fail. */
    private interface Run {
        void run() throws SQLException;
    }

    private static double median(Run run) {
        var seconds = new ArrayList<Double>();
        try {
            for (int i = 0; i < WARM_UP + RUNS; i++) {
                long start = System.nanoTime();
                run.run();
                double took = (System.nanoTime() - start) / 1e9;
                if (took > SLOW) {
                    return took;
                }
                if (i >= WARM_UP) {
                    seconds.add(took);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Collections.sort(seconds);
        return seconds.get(RUNS / 2);
    }
}
