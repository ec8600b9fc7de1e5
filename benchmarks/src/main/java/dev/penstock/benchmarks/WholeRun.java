package dev.penstock.benchmarks;

import dev.penstock.controls.mod.ModLoader;
import dev.penstock.controls.mod.ModSettings;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/**
 * Control 1.13 over 5,000 users, beside a bare loop of the same calls and beside what no program can beat: the calls'
 * waiting time over the calls in flight, or the calls over the rate that the service allows.
 */
public final class WholeRun {
    private static final int USERS = 5000;
    private static final int CALLS = USERS + 5 + 1;
    private static final int LATENCY_MILLIS = 30;
    private static final int RATE = 100;
    private static final double NANOS = 1e9;

    private WholeRun() {}

    /** Prints the figures. With the argument {@code rate} only the run behind a rate limit, with {@code latency} only the other. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        // Both sides keep as many idle connections as they use; the JDK's own default is five.
        System.setProperty("http.maxConnections", "1000");
        String only = args.length > 0 ? args[0] : "";
        if (!only.equals("rate")) {
            latency();
        }
        if (!only.equals("latency")) {
            rate();
        }
    }

    private static void latency() throws InterruptedException, ExecutionException {
        var options = SimulatorOptions.defaults().withLatency(Duration.ofMillis(LATENCY_MILLIS));
        double limit = (double) CALLS * LATENCY_MILLIS / 1000 / Account.IN_FLIGHT;
        for (int round = 1; round <= 4; round++) {
            double bare;
            try (var account = new Account(USERS, options)) {
                long start = System.nanoTime();
                BareLoop.keys(account.simulator().endpoint(), Account.IN_FLIGHT);
                bare = (System.nanoTime() - start) / NANOS;
            }
            double engine;
            try (var account = new Account(USERS, options)) {
                engine = control(account);
            }
            print(
                    "%d users, %d ms latency, %d in flight, round %d: engine %.2f s, bare loop %.2f s (ratio %.2f),"
                            + " calls x latency / in flight %.2f s%s",
                    USERS,
                    LATENCY_MILLIS,
                    Account.IN_FLIGHT,
                    round,
                    engine,
                    bare,
                    engine / bare,
                    limit,
                    round == 1 ? " (JVM cold)" : "");
        }
    }

    private static void rate() {
        double limit = (double) CALLS / RATE;
        var options = SimulatorOptions.defaults().withRateLimit(RATE, RATE);
        try (var account = new Account(USERS, options)) {
            double engine = control(account);
            print(
                    "%d users behind %d requests per second, burst %d: engine %.1f s, calls / rate %.1f s (ratio %.2f),"
                            + " %d requests sent for %d calls",
                    USERS,
                    RATE,
                    RATE,
                    engine,
                    limit,
                    engine / limit,
                    account.simulator().log().count(),
                    CALLS);
        }
    }

    private static double control(Account account) {
        String sql = ModLoader.builtIn(ModSettings.NONE)
                .query("iam_user_one_active_key")
                .sql()
                .replaceAll(";\\s*$", "");
        long start = System.nanoTime();
        long rows = account.rows(sql);
        if (rows != USERS) {
            throw new IllegalStateException(rows + " rows for " + USERS + " users");
        }
        return (System.nanoTime() - start) / NANOS;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
