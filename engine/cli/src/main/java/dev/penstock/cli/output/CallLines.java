package dev.penstock.cli.output;

import dev.penstock.sql.CallSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run or a query cost, in lines on standard error. */
public final class CallLines {
    private static final Duration SAID_FROM = Duration.ofSeconds(1);

    private CallLines() {}

    /**
     * Prints the time and the calls.
     *
     * @param byAction whether each action is listed with its count
     */
    public static void print(Terminal terminal, Duration took, CallSummary calls, boolean byAction) {
        String actions = byAction && calls.total() > 0 ? actions(calls.byAction()) : "";
        terminal.err()
                .println("Time: " + time(took) + ". Calls: " + number(calls.total()) + actions
                        + (calls.cacheHits() > 0 ? ". Served without a call: " + number(calls.cacheHits()) : "")
                        + (calls.throttles() > 0 ? ". Throttled: " + number(calls.throttles()) : "")
                        + calls.oldestEvidence().map(CallLines::age).orElse("")
                        + ".");
    }

    /**
     * What stands below the rows of a statement in a shell.
     *
     * @param verbose whether each action is listed with its count even where a terminal is narrow
     */
    public static void footer(Terminal terminal, long rows, Duration took, CallSummary calls, boolean verbose) {
        terminal.out()
                .println("Rows: " + number(rows) + ". Time: " + time(took) + ". Calls: " + number(calls.total())
                        + (calls.total() > 0 ? actions(calls.byAction()) : "")
                        + (calls.cacheHits() > 0 || verbose ? ". Cache hits: " + number(calls.cacheHits()) : "")
                        + (calls.throttles() > 0 || verbose ? ". Throttled: " + number(calls.throttles()) : "")
                        + calls.oldestEvidence().map(CallLines::age).orElse("")
                        + ".");
    }

    private static String time(Duration took) {
        return took.toMillis() < 500
                ? took.toMillis() + "ms"
                : String.format(Locale.ROOT, "%.1fs", took.toMillis() / 1000.0);
    }

    /** Says what the configuration swallowed, so that nothing that is missing looks like nothing there. */
    public static void warn(Terminal terminal, CallSummary calls) {
        if (!calls.ignoredByAction().isEmpty()) {
            long all = calls.ignoredByAction().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            terminal.err()
                    .println("Warning: " + number(all) + (all == 1 ? " failed call was" : " failed calls were")
                            + " taken as empty, as ignore_error_codes and ignore_error_messages say"
                            + actions(calls.ignoredByAction()));
        }
    }

    /** What was asked a moment ago goes without saying. */
    private static String age(Instant oldest) {
        Duration age = Duration.between(oldest, Instant.now());
        return age.compareTo(SAID_FROM) < 0 ? "" : ". Evidence is up to " + text(age) + " old";
    }

    private static String text(Duration age) {
        return age.toHours() > 0
                ? age.toHours() + "h " + age.toMinutesPart() + "m"
                : age.toMinutes() > 0 ? age.toMinutes() + "m " + age.toSecondsPart() + "s" : age.toSeconds() + "s";
    }

    private static String actions(Map<String, Long> calls) {
        return calls.entrySet().stream()
                .map(call -> call.getKey() + " " + number(call.getValue()))
                .collect(Collectors.joining(", ", " (", ")"));
    }

    /** Such as 1,234. */
    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
