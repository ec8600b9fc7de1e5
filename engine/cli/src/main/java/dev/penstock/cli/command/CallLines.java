package dev.penstock.cli.command;

import dev.penstock.cli.output.Terminal;
import dev.penstock.sql.CallSummary;
import java.time.Duration;
import java.util.Locale;
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
        String actions = byAction && calls.total() > 0
                ? calls.byAction().entrySet().stream()
                        .map(call -> call.getKey() + " " + number(call.getValue()))
                        .collect(Collectors.joining(", ", " (", ")"))
                : "";
        terminal.err()
                .println("Time: " + time + ". Calls: " + number(calls.total()) + actions
                        + (calls.cacheHits() > 0 ? ". Served without a call: " + number(calls.cacheHits()) : "")
                        + (calls.throttles() > 0 ? ". Throttled: " + number(calls.throttles()) : "")
                        + ".");
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
