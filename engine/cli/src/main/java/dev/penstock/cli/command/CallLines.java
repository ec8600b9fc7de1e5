package dev.penstock.cli.command;

import dev.penstock.cli.output.Terminal;
import dev.penstock.sql.CallSummary;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run or a query cost, in lines on standard error. */
final class CallLines {
    private CallLines() {}

    /**
     * Prints the time and the calls.
     *
     * @param byAction whether each action is listed with its count
     */
    static void print(Terminal terminal, Duration took, CallSummary calls, boolean byAction) {
        String time = took.toMillis() < 500
                ? took.toMillis() + "ms"
                : String.format(Locale.ROOT, "%.1fs", took.toMillis() / 1000.0);
        String actions = byAction && calls.total() > 0 ? actions(calls.byAction()) : "";
        terminal.err()
                .println("Time: " + time + ". Calls: " + number(calls.total()) + actions
                        + (calls.cacheHits() > 0 ? ". Served without a call: " + number(calls.cacheHits()) : "")
                        + (calls.throttles() > 0 ? ". Throttled: " + number(calls.throttles()) : "")
                        + ".");
    }

    /** Says what the configuration swallowed, so that nothing that is missing looks like nothing there. */
    static void warn(Terminal terminal, CallSummary calls) {
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

    private static String actions(Map<String, Long> calls) {
        return calls.entrySet().stream()
                .map(call -> call.getKey() + " " + number(call.getValue()))
                .collect(Collectors.joining(", ", " (", ")"));
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
