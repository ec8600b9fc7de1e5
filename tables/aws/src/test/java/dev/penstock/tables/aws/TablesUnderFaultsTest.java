package dev.penstock.tables.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Estates;
import dev.penstock.tables.aws.simulator.Fault;
import dev.penstock.tables.aws.simulator.FaultAnswer;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever goes wrong, a table is exactly right or an error that names the call: never a wrong or shorter answer. */
class TablesUnderFaultsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String USER = "arn:aws:iam::123456789012:user/engineering/alice";
    private static final Map<String, List<Map<String, @Nullable Object>>> RIGHT = new ConcurrentHashMap<>();

    @TestFactory
    Stream<DynamicTest> aDeniedActionIsNamedOrNotNeeded() {
        var tests = new ArrayList<DynamicTest>();
        for (Table<?> table : new AwsPlugin(List.of()).tables()) {
            for (String action : table.actions()) {
                tests.add(DynamicTest.dynamicTest(
                        table + " without " + action, () -> check(table, Faults.denied(action), action)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(80);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> stumblesAreGotOver() {
        var kinds = Map.<String, FaultAnswer>of(
                "throttled", new FaultAnswer.ServiceError(400, "Throttling", "Rate exceeded"),
                "error 500", new FaultAnswer.ServiceError(500, "ServiceFailure", "try again"),
                "cut short", new FaultAnswer.CutShort(),
                "dropped", new FaultAnswer.Dropped());
        var tests = new ArrayList<DynamicTest>();
        for (Table<?> table : new AwsPlugin(List.of()).tables()) {
            kinds.forEach((name, answer) -> tests.add(DynamicTest.dynamicTest(
                    table + " " + name,
                    () -> check(table, call -> call.nth() == 1 ? Optional.of(answer) : Optional.empty(), null))));
        }
        return tests.stream();
    }

    private static void check(Table<?> table, Fault fault, @Nullable String mayBeNamed) {
        List<Map<String, @Nullable Object>> right = RIGHT.computeIfAbsent(table.name(), name -> {
            try (var account = SimulatedAccount.of(estate(), SimulatorOptions.defaults())) {
                return rows(account, table);
            }
        });
        assertThat(right).isNotEmpty();
        try (var account =
                SimulatedAccount.of(estate(), SimulatorOptions.defaults().withFault(fault))) {
            assertThat(rows(account, table)).containsExactlyElementsOf(right);
        } catch (EngineException e) {
            assertThat(mayBeNamed).as(e.getMessage()).isNotNull();
            assertThat(e).hasMessageContaining(String.valueOf(mayBeNamed)).hasMessageContaining("denied");
        }
    }

    /** All columns but the time at which a report was made, which is now. */
    private static List<Map<String, @Nullable Object>> rows(SimulatedAccount account, Table<?> table) {
        List<Map<String, @Nullable Object>> rows = account.rows(table.name(), keys(table));
        rows.forEach(row -> row.remove("generated_time"));
        return rows;
    }

    private static Estate estate() {
        return Estates.demo(NOW);
    }

    private static Map<String, Set<String>> keys(Table<?> table) {
        boolean needed =
                table.list().keys().stream().anyMatch(keys -> keys.origin() instanceof KeySource.FromQuery<?, ?>);
        return needed
                ? Map.of("principal_arn", Set.of(USER), "action", Set.of("s3:GetObject"), "resource_arn", Set.of("*"))
                : Map.of();
    }
}
