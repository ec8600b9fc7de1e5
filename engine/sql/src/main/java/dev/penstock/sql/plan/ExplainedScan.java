package dev.penstock.sql.plan;

import dev.penstock.scan.CallCounts;
import dev.penstock.scan.ExpectedCalls;
import dev.penstock.scan.ScanExplanation;
import dev.penstock.spi.value.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a scan will do and, if it ran, what it did.
 *
 * @param told what it will do, connection by connection
 * @param lateColumns the key columns that a join gives values to, while the statement runs
 * @param made what it called; null if it did not run
 */
record ExplainedScan(
        List<ScanExplanation> told,
        List<String> lateColumns,
        @Nullable CallCounts made) {
    /** Ways that were not chosen, beyond which more say nothing new. */
    private static final int SHOWN = 3;

    /** For people; connections that do the same stand together. */
    List<String> lines() {
        var together = new LinkedHashMap<List<String>, List<String>>();
        told.forEach(one ->
                together.computeIfAbsent(lines(one), body -> new ArrayList<>()).add(one.connection()));
        var lines = new ArrayList<String>();
        together.forEach((body, names) -> {
            lines.add("Scan of " + told.get(0).plan().table() + ", "
                    + (names.size() == 1 ? "connection " : "connections ") + String.join(", ", names) + ":");
            body.forEach(line -> lines.add("  " + line));
        });
        if (!lateColumns.isEmpty()) {
            lines.add("  so for each " + String.join(", ", lateColumns)
                    + " that the join gives, unless the first of them show that reading all rows takes fewer calls");
        }
        if (made != null) {
            lines.add("  made: " + made(made));
        }
        return lines;
    }

    private static List<String> lines(ScanExplanation told) {
        var lines = new ArrayList<String>();
        lines.add(told.plan().calls());
        lines.add("expected: " + expected(told.expected()));
        lines.add("chosen: " + told.reason());
        List<ScanExplanation.Alternative> rejected = told.rejected();
        for (ScanExplanation.Alternative other : rejected.subList(0, Math.min(SHOWN, rejected.size()))) {
            lines.add("instead of " + calls(other.expected().total()) + ": "
                    + other.plan().calls());
        }
        if (rejected.size() > SHOWN) {
            lines.add("instead of " + (rejected.size() - SHOWN) + " other ways with more calls");
        }
        return lines;
    }

    /** The calls that are expected of all connections. */
    long calls() {
        return told.stream().mapToLong(one -> one.expected().total()).sum();
    }

    /** The actions that the caller must be allowed. */
    Stream<String> permissions() {
        return told.stream().flatMap(one -> one.plan().permissions().stream());
    }

    private static String expected(ExpectedCalls forecast) {
        if (forecast.total() == 0) {
            return "no call, the answers are at hand";
        }
        return (forecast.counted() ? "" : "about ") + calls(forecast.total()) + byAction(forecast.byAction()) + ", "
                + String.format(
                        Locale.ROOT,
                        "%.1f s at %.0f calls per second for each action (%s)",
                        forecast.seconds(),
                        forecast.perSecond(),
                        forecast.learned() ? "learned" : "assumed");
    }

    private static String made(CallCounts made) {
        long total =
                made.byAction().values().stream().mapToLong(Long::longValue).sum();
        return calls(total)
                + byAction(made.byAction())
                + (made.cacheHits() > 0 ? ", served without a call " + made.cacheHits() : "")
                + (made.throttles() > 0 ? ", throttled " + made.throttles() : "")
                + String.format(Locale.ROOT, ", waited for %.1f ms", made.waited() / 1e6);
    }

    private static String calls(long count) {
        return count == 1 ? "1 call" : String.format(Locale.ROOT, "%,d calls", count);
    }

    private static String byAction(Map<String, Long> calls) {
        return calls.isEmpty()
                ? ""
                : calls.entrySet().stream()
                        .map(action -> action.getKey() + " " + String.format(Locale.ROOT, "%,d", action.getValue()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    Json json() {
        var members = new LinkedHashMap<String, Json>();
        members.put("Relation Name", Json.text(told.get(0).plan().table()));
        members.put(
                "Connections", Json.array(told.stream().map(ExplainedScan::json).toList()));
        if (!lateColumns.isEmpty()) {
            members.put(
                    "For Each", Json.array(lateColumns.stream().map(Json::text).toList()));
        }
        if (made != null) {
            members.put("Actual Calls", json(made.byAction()));
            members.put("Served Without A Call", Json.number(made.cacheHits()));
            members.put("Throttled", Json.number(made.throttles()));
            members.put("Waiting Time", Json.number(BigDecimal.valueOf(made.waited() / 1000, 3)));
        }
        return Json.object(members);
    }

    private static Json json(ScanExplanation told) {
        return Json.object(Map.of(
                "Connection",
                Json.text(told.connection()),
                "Calls",
                Json.text(told.plan().calls()),
                "Reason",
                Json.text(told.reason()),
                "Expected",
                json(told.expected()),
                "Rejected",
                Json.array(told.rejected().stream()
                        .map(other -> Json.object(
                                Map.of("Calls", Json.text(other.plan().calls()), "Expected", json(other.expected()))))
                        .toList())));
    }

    private static Json json(ExpectedCalls forecast) {
        return Json.object(Map.of(
                "By Action",
                json(forecast.byAction()),
                "Seconds",
                Json.number(BigDecimal.valueOf(Math.round(forecast.seconds() * 10), 1)),
                "Calls Per Second",
                Json.number(BigDecimal.valueOf(Math.round(forecast.perSecond() * 10), 1)),
                "Counted",
                Json.bool(forecast.counted()),
                "Learned",
                Json.bool(forecast.learned())));
    }

    private static Json json(Map<String, Long> calls) {
        var members = new LinkedHashMap<String, Json>();
        calls.forEach((action, count) -> members.put(action, Json.number(count)));
        return Json.object(members);
    }
}
