package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.scan.Connections;
import dev.penstock.scan.ScanRequest;
import dev.penstock.scan.TableScanner;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsPlugin;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IamTablesTest {
    private static final String KEY_ID = "AKIASIMULATED0000001";

    @Test
    void keepsNothingApartFromEmptyForABareUser() {
        Estate estate = estate(builder -> builder.user("ann", user -> user.path("/eng/")));
        Map<String, @Nullable Object> row = all(estate, AwsIamUserTable.TABLE).get(0);
        assertThat(row)
                .containsEntry("permissions_boundary_arn", "")
                .containsEntry("permissions_boundary_type", "")
                .containsEntry("mfa_enabled", false)
                .containsEntry("login_profile", null)
                .containsEntry("inline_policies", null)
                .containsEntry("inline_policies_std", null)
                .containsEntry("attached_policy_arns", null)
                .containsEntry("tags", null)
                .containsEntry("tags_src", null)
                .containsEntry("password_last_used", null)
                .containsEntry("partition", "aws")
                .containsEntry("region", "global")
                .containsEntry("account_id", "123456789012");
        assertThat(row.get("groups")).hasToString("[]");
        assertThat(row.get("mfa_devices")).hasToString("[]");
        assertThat(row.get("akas")).hasToString("[\"arn:aws:iam::123456789012:user/eng/ann\"]");
    }

    @Test
    void namesTheOwnersPathInTheAkaOfAKeyListedOrLookedUp() {
        Estate estate =
                estate(builder -> builder.user("ann", user -> user.path("/eng/").key(key -> key.id(KEY_ID))));
        String aka = "[\"arn:aws:iam::123456789012:user/eng/ann/accesskey/" + KEY_ID + "\"]";
        Map<String, @Nullable Object> listed =
                all(estate, AwsIamAccessKeyTable.TABLE).get(0);
        assertThat(listed.get("akas")).hasToString(aka);
        assertThat(listed)
                .containsEntry("access_key_last_used_service", "N/A")
                .containsEntry("access_key_last_used_date", null)
                .containsEntry("status", "Active");
        Map<String, @Nullable Object> found = rows(
                        estate, AwsIamAccessKeyTable.TABLE, Map.of("user_name", Set.of("ann")), "iam:ListUsers")
                .get(0);
        assertThat(found.get("akas")).hasToString(aka);
    }

    @Test
    void asksForNothingWhereTheKeyCannotExist() {
        Estate estate = estate(builder -> builder.user("ann"));
        assertThat(rows(estate, AwsIamUserTable.TABLE, Map.of("name", Set.of("a b")), "*"))
                .isEmpty();
        assertThat(rows(estate, AwsIamUserTable.TABLE, Map.of("arn", Set.of("arn:aws:iam::1:role/x")), "*"))
                .isEmpty();
        assertThat(rows(estate, AwsIamAccessKeyTable.TABLE, Map.of("user_name", Set.of("gone")), "iam:ListUsers"))
                .isEmpty();
    }

    @Test
    void readsEveryPage() {
        Estate estate = estate(builder -> IntStream.range(0, 7).forEach(i -> builder.user("u" + i)));
        try (AwsSimulator simulator =
                AwsSimulator.start(estate, SimulatorOptions.defaults().withPageSizeCap(3))) {
            assertThat(scan(simulator, AwsIamUserTable.TABLE, Map.of())).hasSize(7);
        }
    }

    @Test
    void failsInsteadOfLeavingOutWhatItMayNotRead() {
        Estate estate = estate(builder -> builder.user("ann"));
        var options = SimulatorOptions.defaults().withFault(Faults.denied("iam:ListAccessKeys"));
        try (AwsSimulator simulator = AwsSimulator.start(estate, options)) {
            assertThatThrownBy(() -> scan(simulator, AwsIamAccessKeyTable.TABLE, Map.of()))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("iam:ListAccessKeys")
                    .hasMessageContaining("123456789012");
        }
    }

    private static Estate estate(java.util.function.Consumer<dev.penstock.tables.aws.simulator.EstateBuilder> content) {
        var builder = Estate.account("123456789012").credentials("AKIATEST").created(Instant.EPOCH);
        content.accept(builder);
        return builder.build();
    }

    private static List<Map<String, @Nullable Object>> all(Estate estate, Table<?> table) {
        return rows(estate, table, Map.of(), "");
    }

    /** The rows, made without a call of the action given; {@code *} stands for any call of IAM at all. */
    private static List<Map<String, @Nullable Object>> rows(
            Estate estate, Table<?> table, Map<String, Set<String>> keys, String neverCalled) {
        try (AwsSimulator simulator = AwsSimulator.start(estate)) {
            List<Map<String, @Nullable Object>> rows = scan(simulator, table, keys);
            if (neverCalled.equals("*")) {
                assertThat(simulator.log().counts().keySet()).noneMatch(action -> action.startsWith("iam:"));
            } else {
                assertThat(simulator.log().count(neverCalled)).isZero();
            }
            return rows;
        }
    }

    private static List<Map<String, @Nullable Object>> scan(
            AwsSimulator simulator, Table<?> table, Map<String, Set<String>> keys) {
        var config = new ConnectionConfig(
                "aws",
                "aws",
                Map.of(
                        "access_key",
                        "AKIATEST",
                        "secret_key",
                        "secret",
                        "endpoint_url",
                        simulator.endpoint().toString()),
                8);
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        var columns = IntStream.range(0, table.columns().size()).boxed().toList();
        try (var connections = new Connections(List.of(config), Map.of("aws", new AwsPlugin()));
                var scanner = new TableScanner(connections, 1_000_000, Duration.ofSeconds(5));
                var cursor =
                        scanner.scan(new ScanRequest(table, columns, keys, OptionalLong.empty()), "aws", () -> false)) {
            for (@Nullable Object[] row = cursor.next(); row != null; row = cursor.next()) {
                var named = new LinkedHashMap<String, @Nullable Object>();
                for (int i = 0; i < row.length; i++) {
                    named.put(table.columns().get(i).name(), row[i]);
                }
                rows.add(named);
            }
        }
        return rows;
    }
}
