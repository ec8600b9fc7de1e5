package dev.penstock.benchmarks;

import dev.penstock.controls.mod.ModLoader;
import dev.penstock.controls.mod.ModSettings;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.run.CheckTree;
import dev.penstock.controls.run.ControlRunner;
import dev.penstock.controls.run.RunListener;
import dev.penstock.controls.run.RunSettings;
import dev.penstock.sql.Session;
import dev.penstock.tables.aws.simulator.Estates;
import dev.penstock.tables.aws.simulator.LoggedRequest;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Section 1 of CIS v2.0.0 as the built-in mod has it, over 5,000 users, 1,000 roles, 500 policies and 200 groups: seconds,
 * calls by action, and whether any request was sent twice.
 */
public final class SectionRun {
    private static final int LATENCY_MILLIS = 30;
    private static final int IN_FLIGHT = 50;
    private static final double NANOS = 1e9;

    private SectionRun() {}

    /** Prints the figures of two rounds, of which the first one also warms up. */
    public static void main(String[] args) {
        System.setProperty("http.maxConnections", "1000");
        var options = SimulatorOptions.defaults()
                .withLatency(Duration.ofMillis(LATENCY_MILLIS))
                .withLoggedRequests(1_000_000);
        for (int round = 1; round <= 2; round++) {
            try (var account = new Account(Estates.company(5000, 1000, 500, 200), options, IN_FLIGHT)) {
                run(account, round);
            }
        }
    }

    private static void run(Account account, int round) {
        var tree = new CheckTree(List.of(ModLoader.builtIn(ModSettings.NONE).benchmark("cis_v200_1")));
        long start = System.nanoTime();
        try (Session session = account.openSession();
                var runner = new ControlRunner(session, Clock.systemUTC(), RunSettings.defaults(), RunListener.NONE)) {
            CheckReport report = runner.run(tree);
            double seconds = (System.nanoTime() - start) / NANOS;
            report.checks().forEach(SectionRun::requireRun);
            long sent = account.simulator().log().count();
            // The log knows no region, so those of regional services would look alike.
            List<LoggedRequest> global = account.simulator().log().requests().stream()
                    .filter(request -> request.action().startsWith("iam:"))
                    .toList();
            System.out.println(String.format(
                    Locale.ROOT,
                    "round %d: %.2f s, %d requests, of %d to IAM %d distinct, at most %d in flight, %d results: %s%n  %s",
                    round,
                    seconds,
                    sent,
                    global.size(),
                    distinct(global),
                    account.simulator().log().peakInFlight(),
                    report.counts().total(),
                    report.counts(),
                    account.simulator().log().counts()));
        }
    }

    /** What could not run would make the section look cheap. */
    private static void requireRun(ReportNode.Check check) {
        check.error().ifPresent(error -> {
            throw new IllegalStateException(check.node().fullName() + ": " + error.message());
        });
    }

    private static int distinct(List<LoggedRequest> requests) {
        return requests.stream()
                .map(SectionRun::question)
                .collect(Collectors.toSet())
                .size();
    }

    private static String question(LoggedRequest request) {
        return request.action() + request.parameters();
    }
}
