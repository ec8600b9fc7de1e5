package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.TablePlugin;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.table.Column;
import dev.penstock.spi.table.Table;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import dev.penstock.sql.QueryResult;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Estates;
import dev.penstock.tables.aws.simulator.Fault;
import dev.penstock.tables.aws.simulator.FaultAnswer;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every table, and every statement of {@code smallest-calls.sql}, while the service does what services do: the answer is
 * exactly right, or an error that names the call and what came of it.
 */
class StatementsUnderFaultsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int AT_ONCE = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration IMPATIENCE = Duration.ofMillis(100);
    private static final List<String> DELETED = List.of("alice", "web-server", "developers");

    /** What a call that is sent again gets over. */
    private static final Map<String, FaultAnswer> STUMBLES = Map.of(
            "throttled", new FaultAnswer.ServiceError(400, "Throttling", "Rate exceeded"),
            "error 500", new FaultAnswer.ServiceError(500, "ServiceFailure", "try again"),
            "dropped", new FaultAnswer.Dropped(),
            "cut short", new FaultAnswer.CutShort(),
            "garbled", new FaultAnswer.Garbled(),
            "slow", new FaultAnswer.Slow(Duration.ofMillis(20)));

    private static final Map<String, String> KEYS = Map.of(
            "aws_iam_access_advisor",
            " where principal_arn = 'arn:aws:iam::123456789012:user/engineering/alice'",
            "aws_iam_policy_simulator",
            " where principal_arn = 'arn:aws:iam::123456789012:user/engineering/alice' and action = 's3:GetObject'"
                    + " and resource_arn = '*'");

    private record Statement(String name, String sql) {}

    /** What came of a statement: rows in an order of their own, or an error, and the actions called. */
    private record Outcome(List<String> rows, @Nullable EngineException error, Set<String> actions) {
        String told() {
            return error == null ? rows.size() + " rows" : String.valueOf(error.getMessage());
        }
    }

    /**
     * One fault under one statement.
     *
     * @param wrong what was wrong with its outcome; empty if nothing was
     * @param between whether a row that shows something deleted was put together from calls before and after
     */
    private record Scenario(String name, String wrong, boolean between) {}

    @Test
    void everyAnswerIsRightOrAnErrorThatNamesCallAndCause() throws InterruptedException {
        List<Statement> statements = Stream.concat(tables(), listed()).toList();
        var scenarios = new ArrayList<Scenario>();
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<List<Scenario>>> under = threads.invokeAll(statements.stream()
                    .<Callable<List<Scenario>>>map(statement -> () -> scenarios(statement))
                    .toList());
            for (Future<List<Scenario>> of : under) {
                scenarios.addAll(of.get());
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }
        List<Scenario> wrong = scenarios.stream()
                .filter(scenario -> !scenario.wrong().isEmpty())
                .toList();
        System.out.println("faults: " + statements.size() + " statements, " + scenarios.size() + " scenarios, "
                + wrong.size() + " wrong answers; "
                + scenarios.stream().filter(Scenario::between).count()
                + " with rows of what was deleted from before and after");
        assertThat(wrong).isEmpty();
        assertThat(statements).hasSizeGreaterThan(80);
        assertThat(scenarios).hasSizeGreaterThan(1000);
    }

    private static Stream<Statement> tables() {
        TablePlugin<?> aws = ServiceLoader.load(TablePlugin.class).stream()
                .<TablePlugin<?>>map(ServiceLoader.Provider::get)
                .filter(plugin -> plugin.name().equals("aws"))
                .findFirst()
                .orElseThrow();
        return aws.tables().stream().map(table -> everyColumn((Table<?>) table));
    }

    /** All columns but the time at which a report was made, which is now. */
    private static Statement everyColumn(Table<?> table) {
        String columns = table.columns().stream()
                .map(Column::name)
                .filter(column -> !column.equals("generated_time"))
                .map(column -> "\"" + column + "\"")
                .collect(Collectors.joining(", "));
        return new Statement(
                table.name(), "select " + columns + " from " + table.name() + KEYS.getOrDefault(table.name(), ""));
    }

    private static Stream<Statement> listed() {
        return SmallestCallsTest.listed().stream().map(listed -> new Statement(listed.name(), listed.sql()));
    }

    private static List<Scenario> scenarios(Statement statement) {
        Outcome right = outcome(statement, estate -> call -> Optional.empty());
        if (right.error() != null) {
            return List.of(new Scenario(statement.name(), right.told(), false));
        }
        var scenarios = new ArrayList<Scenario>();
        STUMBLES.forEach((kind, answer) -> {
            Outcome outcome = outcome(statement, estate -> firstOfEachAction(answer));
            boolean same = outcome.error() == null && outcome.rows().equals(right.rows());
            scenarios.add(scenario(statement, kind, same, outcome));
        });
        Map.of(
                        "try again", new FaultAnswer.ServiceError(500, "ServiceFailure", "try again"),
                        "failed", new FaultAnswer.Garbled())
                .forEach((cause, answer) -> {
                    Outcome outcome = outcome(statement, IMPATIENCE, estate -> call -> Optional.of(answer));
                    boolean named = right.actions().stream().anyMatch(outcome.told()::contains);
                    scenarios.add(scenario(
                            statement,
                            "never whole: " + answer,
                            outcome.error() != null && named && outcome.told().contains(cause),
                            outcome));
                });
        List<String> after = outcome(statement, estate -> {
                    delete(estate);
                    return call -> Optional.empty();
                })
                .rows();
        for (String action : right.actions()) {
            Outcome denied = outcome(statement, estate -> Faults.denied(action));
            scenarios.add(scenario(
                    statement, "denied " + action, isRightOrNames(denied, right.rows(), action, "denied"), denied));
            Outcome expired = outcome(statement, estate -> Faults.expiredToken(action));
            scenarios.add(scenario(
                    statement,
                    "expired at " + action,
                    isRightOrNames(expired, right.rows(), action, "expired"),
                    expired));
            scenarios.add(deletion(statement, right.rows(), after, action));
        }
        return scenarios;
    }

    private static Scenario scenario(Statement statement, String kind, boolean right, Outcome outcome) {
        return new Scenario(statement.name() + ", " + kind, right ? "" : outcome.told(), false);
    }

    private static boolean isRightOrNames(Outcome outcome, List<String> rows, String action, String cause) {
        return outcome.error() == null
                ? outcome.rows().equals(rows)
                : outcome.told().contains(action) && outcome.told().contains(cause);
    }

    /** Each action's first request is answered so. */
    private static Fault firstOfEachAction(FaultAnswer answer) {
        Set<String> met = ConcurrentHashMap.newKeySet();
        return call -> met.add(call.action()) ? Optional.of(answer) : Optional.empty();
    }

    /**
     * A user, a role and a group go just before the first request for an action is answered. Every row that is the same
     * before and after is there, and others are from before or after. No service tells what was at one time: a row that
     * shows one of the deleted may hold what one call said before and another after.
     */
    private static Scenario deletion(Statement statement, List<String> before, List<String> after, String action) {
        Outcome outcome = outcome(statement, estate -> {
            var gone = new AtomicBoolean();
            return call -> {
                if (call.action().equals(action) && gone.compareAndSet(false, true)) {
                    delete(estate);
                }
                return Optional.empty();
            };
        });
        var others = new ArrayList<>(outcome.rows());
        others.removeAll(before);
        others.removeAll(after);
        var lasting = new ArrayList<>(before);
        lasting.retainAll(new HashSet<>(after));
        boolean right = outcome.error() == null
                ? others.stream().allMatch(row -> DELETED.stream().anyMatch(row::contains))
                        && outcome.rows().containsAll(lasting)
                : isOfDeletion(outcome);
        return new Scenario(
                statement.name() + ", deletion at " + action, right ? "" : outcome.told(), right && !others.isEmpty());
    }

    /** What was listed and is not found may have changed meanwhile; what a query names is not there. */
    private static boolean isOfDeletion(Outcome outcome) {
        return outcome.told().contains("run the query again")
                || (outcome.told().contains("NoSuchEntity")
                        && outcome.actions().stream().anyMatch(outcome.told()::contains));
    }

    private static void delete(Estate estate) {
        estate.deleteUser(DELETED.get(0));
        estate.deleteRole(DELETED.get(1));
        estate.deleteGroup(DELETED.get(2));
    }

    private static Outcome outcome(Statement statement, Function<Estate, Fault> fault) {
        return outcome(statement, PATIENCE, fault);
    }

    private static Outcome outcome(Statement statement, Duration patience, Function<Estate, Fault> fault) {
        Estate estate = Estates.demo(NOW);
        var options = SimulatorOptions.defaults().withFault(fault.apply(estate));
        try (AwsSimulator simulator = AwsSimulator.start(estate, options);
                Engine engine = Engine.open(
                        List.of(connection(simulator)),
                        EngineSettings.defaults().waiting(patience));
                var session = engine.openSession()) {
            var rows = new ArrayList<String>();
            EngineException error = null;
            try (QueryResult result = session.query(statement.sql(), List.of())) {
                for (@Nullable Object[] row = result.next(); row != null; row = result.next()) {
                    rows.add(text(result, row));
                }
            } catch (EngineException e) {
                error = e;
            }
            rows.sort(null);
            return new Outcome(
                    rows, error, new TreeSet<>(simulator.log().counts().keySet()));
        }
    }

    private static String text(QueryResult result, @Nullable Object[] row) {
        var values = new ArrayList<String>();
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            values.add(value == null ? "NULL" : result.text(i, value));
        }
        return String.join("|", values);
    }

    private static ConnectionConfig connection(AwsSimulator simulator) {
        return new ConnectionConfig(
                "aws",
                "aws",
                Map.of(
                        "access_key",
                        "AKIATEST",
                        "secret_key",
                        "secret",
                        "default_region",
                        "us-east-1",
                        "endpoint_url",
                        simulator.endpoint().toString()),
                Map.of("regions", List.of("us-east-1", "eu-central-1")),
                32,
                "");
    }
}
