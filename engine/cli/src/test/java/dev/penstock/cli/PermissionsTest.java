package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.config.Configuration;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import dev.penstock.sql.Permissions;
import dev.penstock.sql.QueryResult;
import dev.penstock.sql.Session;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estates;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policies that --permissions prints: their form, and that what they allow is enough and not too much. */
class PermissionsTest {
    /** The grammar of a policy's JSON, as far as such a document goes. */
    private static final String STATEMENT = "\\{ \"Sid\": \"[A-Za-z0-9]+\", \"Effect\": \"Allow\","
            + " \"Action\": \\[ (\"[a-z0-9-]+:[A-Z][A-Za-z0-9]*\",? )+\\], \"Resource\": \"\\*\" \\}";

    private static final String POLICY =
            "\\{ \"Version\": \"2012-10-17\", \"Statement\": \\[ " + STATEMENT + "(, " + STATEMENT + ")? \\] \\}";

    @Test
    void theDocumentIsAPolicy() {
        for (String[] arguments : List.of(
                new String[] {"query", "--permissions", "select name, tags from aws_iam_role"},
                new String[] {"control", "run", "iam_user_one_active_key", "--permissions"},
                new String[] {"benchmark", "run", "all", "--permissions"},
                new String[] {"control", "run", "all", "--permissions"})) {
            Ran ran = Ran.penstock(arguments);
            assertThat(ran.err()).isEmpty();
            assertThat(ran.out().strip().replaceAll("\\s+", " ")).matches(POLICY);
            assertThat(ran.code()).isZero();
        }
    }

    @Test
    void whatCannotBePlannedIsSaid() {
        Ran ran =
                Ran.penstock("query", "--permissions", "select name from aws_iam_user; select nope from aws_iam_user");
        assertThat(ran.out()).contains("iam:ListUsers");
        assertThat(ran.err()).contains("Warning: statement 2 is left out: column \"nope\" does not exist");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(Ran.penstock("query", "--permissions", "select 1").err()).contains("nothing here calls anything");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from aws_iam_user",
                "select * from aws_iam_role",
                "select * from aws_iam_group",
                "select * from aws_iam_policy",
                "select * from aws_iam_policy_attachment",
                "select * from aws_iam_credential_report",
                "select * from aws_iam_user where name = 'alice'",
                "select name, mfa_enabled from aws_iam_user",
                "select u.name, k.access_key_last_used_date from aws_iam_user u join aws_iam_access_key k on k.user_name = u.name"
            })
    void whatIsNeededIsEnoughAndNothingElseIsEverCalled(String sql) {
        var log = new TreeMap<String, Long>();
        Permissions permissions = answer(sql, null, log).permissions();
        assertThat(log.keySet()).isSubsetOf(both(permissions.needed(), permissions.optional()));
        Answered allowed = answer(sql, permissions.needed(), new TreeMap<>());
        assertThat(allowed.rows()).isEqualTo(answer(sql, null, new TreeMap<>()).rows());
    }

    private static Collection<String> both(Collection<String> some, Collection<String> others) {
        var all = new java.util.TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private record Answered(Permissions permissions, long rows) {}

    /** Runs a statement over the demo estate, where only some actions are allowed. */
    private static Answered answer(
            String sql, @org.jspecify.annotations.Nullable Collection<String> allowed, Map<String, Long> log) {
        var options = SimulatorOptions.defaults()
                .withFault(call -> allowed == null || allowed.contains(call.action())
                        ? Optional.empty()
                        : Faults.denied(call.action()).decide(call));
        try (AwsSimulator simulator = AwsSimulator.start(Estates.demo(Instant.now()), options);
                Engine engine = Engine.open(
                        Configuration.demo(simulator.endpoint(), 16).connections(), EngineSettings.defaults());
                Session session = engine.openSession()) {
            Permissions permissions = session.permissions(sql);
            assertThat(simulator.log().count()).as("nothing is called for it").isZero();
            long rows = 0;
            try (QueryResult result = session.query(sql, List.of())) {
                while (result.next() != null) {
                    rows++;
                }
            }
            log.putAll(simulator.log().counts());
            return new Answered(permissions, rows);
        }
    }
}
