package dev.penstock.controls.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.controls.model.Arguments;
import dev.penstock.controls.model.Benchmark;
import dev.penstock.controls.model.CheckNode;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Decision;
import dev.penstock.controls.model.Parameter;
import dev.penstock.controls.model.Query;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.RunError;
import dev.penstock.controls.model.SqlValue;
import dev.penstock.controls.model.Status;
import dev.penstock.controls.model.StatusCounts;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import dev.penstock.sql.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlRunnerTest {
    private static final String ENDLESS =
            "select 'r' as resource, 'ok' as status, max(n)::text as reason from generate_series(1, 100000000000) as n";

    private final Engine engine = Engine.open(List.of(), List.of(), EngineSettings.defaults());
    private final Session session = engine.openSession();

    @AfterEach
    void close() {
        session.close();
        engine.close();
    }

    private static Control control(String name, String sql, Parameter... parameters) {
        var query = new Query("m", name, "", "", "", Map.of(), sql, List.of(parameters), Arguments.NONE);
        return new Control("m", name, name, "", "", Map.of(), "", query);
    }

    private static Control ok(String name) {
        return control(name, "select 'r' as resource, 'ok' as status, '" + name + "' as reason");
    }

    private static Benchmark benchmark(String name, CheckNode... children) {
        return new Benchmark("m", name, name, "", "", Map.of(), List.of(children));
    }

    private CheckReport run(RunSettings settings, RunListener listener, CheckNode... roots) {
        try (var runner = new ControlRunner(session, Clock.systemUTC(), settings, listener)) {
            return runner.run(new CheckTree(List.of(roots)));
        }
    }

    private CheckReport run(CheckNode... roots) {
        return run(RunSettings.defaults(), RunListener.NONE, roots);
    }

    private static List<ReportNode.Check> checks(List<ReportNode> nodes) {
        return nodes.stream()
                .flatMap(node -> node instanceof ReportNode.Group group
                        ? checks(group.children()).stream()
                        : Stream.of((ReportNode.Check) node))
                .toList();
    }

    private static RunError error(CheckReport report, int index) {
        return checks(report.roots()).get(index).error().orElseThrow();
    }

    @Test
    void resultsStandInTheOrderOfTheTreeAndAControlRunsOnce() {
        Control shared = ok("shared");
        CheckReport report = run(benchmark("a", ok("one"), shared), benchmark("b", shared, ok("two")));
        assertThat(checks(report.roots()))
                .extracting(check -> check.results().get(0).reason())
                .containsExactly("one", "shared", "shared", "two");
        assertThat(report.counts()).isEqualTo(new StatusCounts(0, 0, 4, 0, 0, 0));
        assertThat(checks(report.roots()).get(1))
                .isSameAs(checks(report.roots()).get(2));
    }

    @Test
    void rowsAreRegroupedByStatusAndColumnsBesideTheThreeAreDimensions() {
        CheckReport report = run(control(
                "c",
                "select s as status, 'r' as resource, s || n as reason, n as number, null::text as nothing,"
                        + " '{}'::jsonb as json from unnest(array['ok', 'alarm', 'skip', 'odd', 'alarm', 'info'])"
                        + " with ordinality as t(s, n)"));
        assertThat(checks(report.roots()).get(0).results())
                .extracting(ControlResult::reason)
                .containsExactly("invalid control status 'odd': odd4", "alarm2", "alarm5", "info6", "ok1", "skip3");
        assertThat(checks(report.roots()).get(0).results().get(1).dimensions())
                .extracting(dimension -> dimension.key() + "=" + dimension.value())
                .containsExactly("number=2", "nothing=");
    }

    @Test
    void whatIsWrongWithAQueryIsOneErrorAndTheOthersRun() {
        CheckReport report = run(benchmark(
                "b",
                control("missing", "select 'r' as resource where 1 = 0"),
                control("twice", "select 'r' as resource, 'ok' as status, 'x' as reason, 1 as n, 2 as n"),
                control("wrong", "select nope as resource"),
                control(
                        "late",
                        "select 'r' as resource, 'ok' as status, (1 / (n - 2))::text as reason"
                                + " from generate_series(1, 3) as n"),
                ok("fine")));
        assertThat(IntStream.range(0, 4).mapToObj(i -> error(report, i).message()))
                .containsExactly(
                        "control result is missing required column(s): [reason, status]",
                        "control result has column(s) more than once: [n]; name them apart",
                        "column \"nope\" does not exist (line 1, column 8)",
                        "division by zero");
        assertThat(report.counts()).isEqualTo(new StatusCounts(0, 0, 1, 0, 0, 4));
    }

    @Test
    void argumentsOfTheRunReachTheQuery() {
        var parameter = new Parameter("who", "", Optional.of(SqlValue.text("nobody")));
        Control control = control("c", "select $1 as resource, 'ok' as status, 'x' as reason", parameter);
        var settings = RunSettings.defaults().withArguments(Arguments.named(Map.of("who", SqlValue.text("ann"))));
        assertThat(checks(run(settings, RunListener.NONE, control).roots())
                        .get(0)
                        .results())
                .extracting(ControlResult::resource)
                .containsExactly("ann");
    }

    @Test
    void aControlThatTakesTooLongIsAnErrorAndTheOthersStand() {
        var settings = RunSettings.defaults().withTimeouts(Duration.ofSeconds(1), Duration.ZERO);
        CheckReport report = run(settings, RunListener.NONE, control("endless", ENDLESS), ok("fine"));
        assertThat(error(report, 0))
                .isEqualTo(
                        new RunError(RunError.Kind.TIMED_OUT, "execution timed out after 1 seconds (--query-timeout)"));
        assertThat(report.counts()).isEqualTo(new StatusCounts(0, 0, 1, 0, 0, 1));
    }

    @Test
    void aRunThatTakesTooLongEndsWhatRunsAndBeginsNothingMore() {
        var settings = RunSettings.defaults().withParallel(1).withTimeouts(Duration.ZERO, Duration.ofSeconds(1));
        CheckReport report = run(settings, RunListener.NONE, control("endless", ENDLESS), ok("never"));
        assertThat(error(report, 0).message())
                .isEqualTo("execution timed out with the whole run (--benchmark-timeout 1)");
        assertThat(error(report, 1).message())
                .isEqualTo("execution timed out before control started (--benchmark-timeout 1)");
        assertThat(checks(report.roots()).get(1).started())
                .isEqualTo(checks(report.roots()).get(1).ended());
    }

    @Test
    void aStoppedRunEndsWhatRunsAndCancelsTheRest() throws InterruptedException {
        var started = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        RunListener listener = new RunListener() {
            @Override
            public void started(Control control) {
                if (control.name().equals("first")) {
                    started.countDown();
                    awaitQuietly(stopped);
                }
            }
        };
        try (var runner = new ControlRunner(
                session, Clock.systemUTC(), RunSettings.defaults().withParallel(1), listener)) {
            var thread = new Thread(() -> {
                awaitQuietly(started);
                runner.stop();
                stopped.countDown();
            });
            thread.start();
            CheckReport report = runner.run(new CheckTree(List.of(ok("zero"), ok("first"), ok("second"))));
            thread.join();
            assertThat(report.counts()).isEqualTo(new StatusCounts(0, 0, 1, 0, 0, 2));
            assertThat(error(report, 2))
                    .isEqualTo(new RunError(RunError.Kind.CANCELED, "execution canceled before control started"));
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void resultsBeyondTheBudgetComeBackFromTheFileAsTheyWere() {
        String sql = "select case n % 3 when 0 then 'ok' when 1 then 'alarm' else 'skip' end as status,"
                + " 'r' || n as resource, E'ünïcode \\U0001F600 \\n' || n as reason, n as number"
                + " from generate_series(1, 7000) as n";
        var settings = RunSettings.defaults()
                .withReview((control, result) -> result.resource().endsWith("5")
                        ? result.with(decision(result.status() == Status.ALARM))
                        : result);
        try (var filed = new ControlRunner(session, Clock.systemUTC(), settings.withResultBytes(0), RunListener.NONE);
                var held = new ControlRunner(session, Clock.systemUTC(), settings, RunListener.NONE)) {
            List<ControlResult> fromFile = checks(
                            filed.run(new CheckTree(List.of(control("c", sql)))).roots())
                    .get(0)
                    .results();
            List<ControlResult> fromMemory = checks(
                            held.run(new CheckTree(List.of(control("c", sql)))).roots())
                    .get(0)
                    .results();
            assertThat(fromFile).hasSize(7000).isEqualTo(fromMemory);
            assertThat(fromFile.get(2345)).isEqualTo(fromMemory.get(2345));
            assertThat(fromFile.stream().map(ControlResult::status).distinct())
                    .containsExactly(Status.ALARM, Status.EXEMPT, Status.OK, Status.SKIP);
        }
    }

    private static Decision decision(boolean exemption) {
        return new Decision(
                exemption ? Decision.Kind.EXEMPTION : Decision.Kind.ATTESTATION,
                "nämé",
                "who",
                "why",
                exemption ? Optional.empty() : Optional.of(LocalDate.EPOCH),
                LocalDate.EPOCH.plusDays(1),
                !exemption);
    }

    @Test
    void aTreeKeepsOnlyBenchmarksThatHoldAWantedControl() {
        var tree = new CheckTree(
                List.of(benchmark("top", benchmark("empty", ok("a")), benchmark("kept", ok("a"), ok("b")), ok("c"))));
        CheckTree kept = tree.keeping(control -> !control.name().equals("a"));
        assertThat(kept.controls()).extracting(Control::name).containsExactly("b", "c");
        assertThat(((Benchmark) kept.roots().get(0)).children())
                .extracting(CheckNode::name)
                .containsExactly("kept", "c");
    }

    @Test
    void aDryRunHasEveryControlAndNoResult() {
        CheckReport report =
                ControlRunner.dryRun(new CheckTree(List.of(benchmark("b", ok("one"), ok("two")))), Clock.systemUTC());
        assertThat(report.dryRun()).isTrue();
        assertThat(checks(report.roots())).hasSize(2);
        assertThat(report.counts().total()).isZero();
    }
}
