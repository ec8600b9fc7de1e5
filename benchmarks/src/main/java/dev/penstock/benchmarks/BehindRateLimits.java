package dev.penstock.benchmarks;

import dev.penstock.spi.error.EngineException;
import dev.penstock.tables.aws.simulator.Estates;
import dev.penstock.tables.aws.simulator.LoggedRequest;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One listing with a call per user, in real time, behind token buckets of sizes that the engine does not know: how much of
 * the ceiling it uses after its first ten seconds, how much is throttled, and whether the statement fails. The argument is
 * for how many seconds the calls of each run last at the ceiling, 60 where there is none.
 */
public final class BehindRateLimits {
    private static final List<Integer> RATES = List.of(20, 100, 400);
    private static final int BURST = 50;
    private static final int LATENCY_MILLIS = 30;
    private static final Duration LEARNING = Duration.ofSeconds(10);
    private static final String STATEMENT = "select count(*) from aws_iam_access_key";

    private BehindRateLimits() {}

    /** Prints the figures. */
    public static void main(String[] args) {
        System.setProperty("http.maxConnections", "1000");
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 60;
        if (seconds <= LEARNING.toSeconds()) {
            throw new IllegalArgumentException("takes more than " + LEARNING.toSeconds() + " seconds, not " + seconds);
        }
        RATES.forEach(rate -> run(rate, seconds));
    }

    private static void run(int rate, int seconds) {
        var options = SimulatorOptions.defaults()
                .withLatency(Duration.ofMillis(LATENCY_MILLIS))
                .withRateLimit(rate, BURST);
        try (var account = new Account(Estates.users(rate * seconds), options)) {
            String ended = "no failed query";
            try {
                account.rows(STATEMENT);
            } catch (EngineException e) {
                ended = "1 failed query: " + e.getMessage();
            }
            print(rate, account.simulator().log().requests(), ended);
        }
    }

    private static void print(int rate, List<LoggedRequest> requests, String ended) {
        Instant first = requests.get(0).time();
        Instant last = requests.get(requests.size() - 1).time();
        Instant learned = first.plus(LEARNING);
        long throttled = requests.stream().filter(BehindRateLimits::isThrottled).count();
        long answeredThen = requests.stream()
                .filter(request -> request.status() == 200 && request.time().isAfter(learned))
                .count();
        double window = Duration.between(learned, last).toMillis() / 1000.0;
        System.out.println(String.format(
                Locale.ROOT,
                "%d per second, burst %d: %,d requests in %.1f s; %.1f %% of the ceiling in the %.1f s after the first %d;"
                        + " %d throttled (%.2f %%); %s",
                rate,
                BURST,
                requests.size(),
                Duration.between(first, last).toMillis() / 1000.0,
                100 * answeredThen / (rate * window),
                window,
                LEARNING.toSeconds(),
                throttled,
                100.0 * throttled / requests.size(),
                ended));
    }

    private static boolean isThrottled(LoggedRequest request) {
        String code = request.errorCode();
        return code != null && code.startsWith("Throttling");
    }
}
