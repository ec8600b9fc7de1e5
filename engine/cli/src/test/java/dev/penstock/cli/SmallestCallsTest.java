package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.mod.ModLoader;
import dev.penstock.controls.mod.ModSettings;
import dev.penstock.sql.PreparedQuery;
import dev.penstock.sql.QueryResult;
import dev.penstock.tables.aws.simulator.Estates;
import dev.penstock.tables.aws.simulator.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The calls of each statement in {@code smallest-calls.sql}, from the simulator's log, against those that its formula
 * gives. With {@code -Dpenstock.mod=<folder>} the queries of the same names in that mod are held against the formulas.
 */
class SmallestCallsTest {
    private static final String COUNTING = "iam:GetAccountSummary";
    private static final Map<String, Long> HELD =
            Map.of("users", 1000L, "roles", 300L, "policies", 200L, "groups", 50L, "regions", 1L, "awsmanaged", 11L);

    private static final Pattern CALL = Pattern.compile("([a-z0-9-]+:[A-Za-z]+) (pages\\([^)]*\\)|[^,]+)");
    private static final SimulatedRun RUN = SimulatedRun.of(Estates.company(1000, 300, 200, 50));

    /** A statement and the calls that it may make. */
    record Listed(String name, Map<String, Long> calls, String sql) {}

    @BeforeAll
    static void makeReport() {
        RUN.rows("select count(*) from aws_iam_credential_report");
    }

    @AfterAll
    static void close() {
        RUN.close();
    }

    @TestFactory
    Stream<DynamicTest> everyStatementMakesTheSmallestSetOfCalls() {
        return listed().stream()
                .map(listed -> DynamicTest.dynamicTest(listed.name(), () -> {
                    RUN.anew().rows(listed.sql());
                    assertThat(RUN.calls()).isEqualTo(listed.calls());
                }));
    }

    @Test
    void allInOneRunMakeEachRequestOnce() {
        System.out.println("all statements in one run: "
                + together(listed().stream().map(Listed::sql).toList()) + " calls");
    }

    @TestFactory
    Stream<DynamicTest> theQueriesOfAModMakeNoMoreCalls() {
        String folder = System.getProperty("penstock.mod", "");
        if (folder.isEmpty()) {
            return Stream.of(
                    DynamicTest.dynamicTest("no mod is given", () -> assumeTrue(false, "-Dpenstock.mod names none")));
        }
        Mod mod = ModLoader.load(Path.of(folder), ModSettings.NONE);
        var tests = new ArrayList<DynamicTest>();
        for (Listed listed : listed()) {
            tests.add(DynamicTest.dynamicTest(listed.name(), () -> {
                RUN.anew().rows(mod.query(listed.name()).sql());
                RUN.calls()
                        .forEach((action, calls) -> assertThat(calls)
                                .as(action)
                                .isLessThanOrEqualTo(listed.calls().getOrDefault(action, 0L)));
            }));
        }
        tests.add(DynamicTest.dynamicTest(
                "all in one run",
                () -> System.out.println("all queries of the mod in one run: "
                        + together(listed().stream()
                                .map(listed -> mod.query(listed.name()).sql())
                                .toList())
                        + " calls")));
        return tests.stream();
    }

    /** Runs statements as one run, and makes sure that no request was sent twice; the number of requests. */
    private static long together(List<String> statements) {
        RUN.anew();
        List<PreparedQuery> queries =
                statements.stream().map(sql -> RUN.session().prepare(sql)).toList();
        RUN.session().expect(queries);
        for (PreparedQuery query : queries) {
            try (QueryResult result = RUN.session().query(query, List.of())) {
                while (result.next() != null) {
                    // the calls are the matter here
                }
            }
        }
        List<LoggedRequest> requests = RUN.simulator().log().requests();
        var distinct = new TreeMap<String, Long>();
        requests.stream()
                .filter(request -> request.status() == 200)
                .forEach(request ->
                        distinct.merge(request.action() + new TreeMap<>(request.parameters()), 1L, Long::sum));
        assertThat(distinct.values()).allMatch(times -> times == 1);
        return requests.size();
    }

    static List<Listed> listed() {
        String text;
        try (var file = Objects.requireNonNull(SmallestCallsTest.class.getResourceAsStream("/smallest-calls.sql"))) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var listed = new ArrayList<Listed>();
        for (String part : text.split("\n\n", -1)) {
            Matcher head = Pattern.compile(
                            "-- (\\w+)\n-- calls: ([^\n]*)\n(-- chosen with: [^\n]*\n)?(.*)", Pattern.DOTALL)
                    .matcher(part);
            if (head.matches()) {
                var calls = new TreeMap<String, Long>();
                Matcher call = CALL.matcher(head.group(2));
                while (call.find()) {
                    calls.merge(call.group(1), number(call.group(2)), Long::sum);
                }
                if (head.group(3) != null) {
                    calls.put(COUNTING, 1L);
                }
                listed.add(
                        new Listed(head.group(1), calls, head.group(4).strip().replaceAll(";$", "")));
            }
        }
        assertThat(listed).hasSize(57);
        return listed;
    }

    /** A number, a name, a half of one, sums, or the pages that so many need. */
    private static long number(String expression) {
        String text = expression.strip();
        if (text.startsWith("pages(")) {
            return Math.max(1, (number(text.substring(6, text.length() - 1)) + 999) / 1000);
        }
        if (text.contains("+")) {
            return Stream.of(text.split("\\+"))
                    .mapToLong(SmallestCallsTest::number)
                    .sum();
        }
        if (text.endsWith("/ 2")) {
            return number(text.substring(0, text.length() - 3)) / 2;
        }
        return text.matches("\\d+") ? Long.parseLong(text) : Objects.requireNonNull(HELD.get(text), "what is " + text);
    }
}
