package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Status;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.CallSummary;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import dev.penstock.sql.QueryResult;
import dev.penstock.sql.Session;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Fault;
import dev.penstock.tables.aws.simulator.FaultAnswer;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.KeyBuilder;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three accounts with users of the same names, and what becomes of the others when one can't be read. */
class SeveralAccountsTest {
    private static final String A = "111111111111";
    private static final String B = "222222222222";
    private static final String C = "333333333333";
    private static final String JOINED = "select u.account_id, u.name, k.access_key_id is not null from aws_iam_user u"
            + " left join aws_iam_access_key k on k.user_name = u.name and k.account_id = u.account_id";

    private @Nullable AwsSimulator simulator;

    @AfterEach
    void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    /** Ann has two active keys in A, one in B and none in C; each account has a user of its own, too. */
    private List<ConnectionConfig> accounts(Fault... faults) {
        SimulatorOptions options = SimulatorOptions.defaults();
        for (Fault fault : faults) {
            options = options.withFault(fault);
        }
        AwsSimulator started = AwsSimulator.start(
                List.of(
                        Estate.account(A)
                                .credentials("AKIAACCOUNTA")
                                .user("ann", u -> u.key(KeyBuilder::active).key(KeyBuilder::active))
                                .user("only_a")
                                .build(),
                        Estate.account(B)
                                .credentials("AKIAACCOUNTB")
                                .user("ann", u -> u.key(KeyBuilder::active))
                                .user("only_b")
                                .build(),
                        Estate.account(C)
                                .credentials("AKIAACCOUNTC")
                                .user("ann")
                                .user("only_c")
                                .build()),
                options);
        simulator = started;
        return List.of(
                ControlRun.connection("aws_a", started.endpoint(), "AKIAACCOUNTA"),
                ControlRun.connection("aws_b", started.endpoint(), "AKIAACCOUNTB"),
                ControlRun.connection("aws_c", started.endpoint(), "AKIAACCOUNTC"));
    }

    private long asked(String action) {
        return simulator == null ? 0 : simulator.log().count(action);
    }

    private static Fault deniedInB(String action) {
        return Faults.when(action, call -> B.equals(call.accountId()), new FaultAnswer.Denied());
    }

    private static EngineSettings patient() {
        return EngineSettings.defaults().waiting(Duration.ofSeconds(20));
    }

    private record Answer(
            List<String> rows,
            List<String> unread,
            @Nullable EngineException error,
            CallSummary calls) {

        Optional<ErrorCode> code() {
            return Optional.ofNullable(error).map(EngineException::code);
        }
    }

    private static Answer ask(List<ConnectionConfig> connections, EngineSettings settings, String sql) {
        var rows = new ArrayList<String>();
        try (Engine engine = Engine.open(connections, settings);
                Session session = engine.openSession();
                QueryResult result = session.query(sql, List.of())) {
            EngineException error = null;
            try {
                for (@Nullable Object[] row = result.next(); row != null; row = result.next()) {
                    rows.add(Arrays.toString(row));
                }
            } catch (EngineException e) {
                error = e;
            }
            rows.sort(null);
            return new Answer(
                    rows,
                    result.unread().stream()
                            .map(part -> part.why().getMessage())
                            .toList(),
                    error,
                    session.calls());
        }
    }

    @Test
    void usersOfTheSameNameAreNeverMixed() {
        Answer answer = ask(accounts(), patient(), JOINED);
        assertThat(answer.rows())
                .containsExactly(
                        "[" + A + ", ann, true]",
                        "[" + A + ", ann, true]",
                        "[" + A + ", only_a, false]",
                        "[" + B + ", ann, true]",
                        "[" + B + ", only_b, false]",
                        "[" + C + ", ann, false]",
                        "[" + C + ", only_c, false]");
        assertThat(answer.error()).isNull();
    }

    @Test
    void aJoinThatComparesNamesAloneMixesThemAsItSays() {
        Answer answer = ask(
                accounts(),
                patient(),
                "select u.account_id, k.account_id from aws_iam_user u"
                        + " join aws_iam_access_key k on k.user_name = u.name where u.account_id = '" + C + "'");
        assertThat(answer.rows())
                .containsExactly("[" + C + ", " + A + "]", "[" + C + ", " + A + "]", "[" + C + ", " + B + "]");
    }

    @Test
    void eachConnectionIsAskedForItsAccountOnce() {
        ask(accounts(), patient(), JOINED);
        assertThat(asked("sts:GetCallerIdentity")).isEqualTo(3);
        assertThat(asked("iam:ListUsers")).isEqualTo(3);
        assertThat(asked("iam:ListAccessKeys")).isEqualTo(6);
    }

    @Test
    void theRowsOfTheOthersComeAndThenTheErrorThatNamesWhatIsMissing() {
        Answer answer = ask(accounts(deniedInB("iam:ListAccessKeys")), patient(), JOINED);
        assertThat(answer.rows()).hasSize(5).noneMatch(row -> row.contains(B));
        assertThat(answer.code()).contains(ErrorCode.INCOMPLETE);
        assertThat(answer.error()).hasMessageContainingAll("iam:ListAccessKeys", B);
        assertThat(answer.unread())
                .singleElement()
                .asString()
                .contains("was denied in account " + B + " (connection aws_b)", "the permission iam:ListAccessKeys");
    }

    @Test
    void anAccountIsLeftOutWholeEvenWhereItsFirstRowsCame() {
        Fault fault = Faults.when(
                "iam:ListAccessKeys",
                call -> B.equals(call.accountId())
                        && "only_b".equals(call.parameters().get("UserName")),
                new FaultAnswer.Denied());
        Answer answer = ask(accounts(fault), patient(), "select account_id, user_name from aws_iam_access_key");
        assertThat(answer.rows()).containsExactly("[" + A + ", ann]", "[" + A + ", ann]");
        assertThat(answer.unread()).hasSize(1);
    }

    @Test
    void whatComputesWithSeveralAccountsHasNoAnswerWithoutOneOfThem() {
        for (String sql : List.of(
                "select count(*) from aws_iam_user",
                "select name, count(*) from aws_iam_user group by name",
                "select u.name from aws_iam_user u where not exists"
                        + " (select 1 from aws_iam_access_key k where k.user_name = u.name)",
                "select name from aws_iam_user order by name limit 1",
                "select name, row_number() over (order by name) from aws_iam_user",
                "select 'gone' as name except select name from aws_iam_user")) {
            List<ConnectionConfig> connections = accounts(deniedInB("iam:ListUsers"));
            assertThatThrownBy(() -> {
                        Answer answer = ask(connections, patient(), sql);
                        assertThat(answer.rows()).as(sql).isEmpty();
                        throw answer.error() == null ? new AssertionError(sql) : answer.error();
                    })
                    .as(sql)
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("iam:ListUsers was denied in account " + B)
                    .hasMessageContaining("no answer without this one");
            stop();
        }
    }

    @Test
    void whatKeepsAccountsApartStands() {
        for (String sql : List.of(
                "select account_id, count(*) from aws_iam_user group by account_id",
                "select distinct account_id, 2 from aws_iam_user order by account_id",
                "select account_id, max(n) from (select account_id, row_number() over (partition by account_id"
                        + " order by name) as n from aws_iam_user) as x group by account_id",
                "select u.account_id, count(*) from aws_iam_user u where exists (select 1 from aws_iam_user v where"
                        + " v.account_id = u.account_id and v.name = u.name) group by 1",
                "select account_id, count(*) from (select account_id, name from aws_iam_user union"
                        + " select account_id, name from aws_iam_user) as x group by account_id")) {
            Answer answer = ask(accounts(deniedInB("iam:ListUsers")), patient(), sql);
            assertThat(answer.rows()).as(sql).containsExactly("[" + A + ", 2]", "[" + C + ", 2]");
            assertThat(answer.code()).as(sql).contains(ErrorCode.INCOMPLETE);
            stop();
        }
    }

    @Test
    void partialAnswersAreThereForThoseWhoAskForThem() {
        Answer answer = ask(
                accounts(deniedInB("iam:ListUsers")),
                patient().acceptingPartial(),
                "select count(*) from aws_iam_user");
        assertThat(answer.rows()).containsExactly("[4]");
        assertThat(answer.error()).isNull();
        assertThat(answer.unread()).hasSize(1);
    }

    @Test
    void aControlHasOneErrorForEachAccountThatCannotBeRead() {
        ControlRun run = ControlRun.over(accounts(deniedInB("iam:ListAccessKeys")), Duration.ofSeconds(20));
        assertThat(run.check().error()).isEmpty();
        List<ControlResult> errors = run.check().results().stream()
                .filter(result -> result.status() == Status.ERROR)
                .toList();
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).reason()).contains("iam:ListAccessKeys", B);
        assertThat(errors.get(0).dimensions())
                .anyMatch(dimension -> dimension.value().equals(B));
        assertThat(run.verdicts())
                .containsEntry("arn:aws:iam::" + A + ":user/ann", "alarm")
                .containsEntry("arn:aws:iam::" + C + ":user/ann", "ok")
                .hasSize(5)
                .doesNotContainKey("arn:aws:iam::" + B + ":user/only_b");
    }

    @Test
    void aFilterOnTheAccountLeavesTheOthersAlone() {
        Answer answer = ask(
                accounts(),
                patient(),
                "select name from aws_iam_user where account_id in ('" + A + "', '999999999999')");
        assertThat(answer.rows()).containsExactly("[ann]", "[only_a]");
        assertThat(asked("iam:ListUsers")).isEqualTo(1);
        assertThat(asked("sts:GetCallerIdentity")).isEqualTo(3);
    }

    @Test
    void aFilterOnTheConnectionAsksNothingOfTheOthers() {
        Answer answer = ask(accounts(), patient(), "select name from aws_iam_user where sp_connection_name = 'aws_b'");
        assertThat(answer.rows()).containsExactly("[ann]", "[only_b]");
        assertThat(answer.calls().byAction()).isEqualTo(Map.of("iam:ListUsers", 1L));
    }

    @Test
    void twoConnectionsToOneAccountAreReadTogetherWhereTheStatementComparesAccounts() {
        List<ConnectionConfig> connections = new ArrayList<>(accounts().subList(0, 1));
        connections.add(connections.get(0).derived("aws_again", Map.of()));
        Answer answer = ask(
                connections,
                patient(),
                "select u.sp_connection_name, v.sp_connection_name from aws_iam_user u"
                        + " join aws_iam_user v on u.account_id = v.account_id where u.name = 'ann' and v.name = 'ann'");
        assertThat(answer.rows())
                .containsExactly(
                        "[aws_a, aws_a]", "[aws_a, aws_again]", "[aws_again, aws_a]", "[aws_again, aws_again]");
    }

    @Test
    void aBrokenConnectionLeavesTheOthersWorking() {
        List<ConnectionConfig> connections = new ArrayList<>(accounts());
        connections.set(1, new ConnectionConfig("aws_b", "aws", Map.of("acces_key", "x"), Map.of(), 8, "b.hcl:4:1"));
        Answer answer = ask(connections, patient(), "select account_id from aws_iam_user where name = 'ann'");
        assertThat(answer.rows()).containsExactly("[" + A + "]", "[" + C + "]");
        assertThat(answer.unread())
                .singleElement()
                .asString()
                .contains("b.hcl:4:1: connection \"aws_b\"", "did you mean \"access_key\"?");
    }

    @Test
    void expiredThrottledAndHangingAccountsAreToldApart() {
        List<ConnectionConfig> connections = accounts(
                Faults.when(
                        "*",
                        call -> A.equals(call.accountId()),
                        new FaultAnswer.ServiceError(403, "ExpiredToken", "The security token is expired")),
                Faults.when(
                        "iam:ListUsers",
                        call -> B.equals(call.accountId()),
                        new FaultAnswer.ServiceError(400, "Throttling", "Rate exceeded")),
                Faults.when("*", call -> C.equals(call.accountId()), new FaultAnswer.Slow(Duration.ofMinutes(2))));
        Answer answer = ask(
                connections, EngineSettings.defaults().waiting(Duration.ofSeconds(2)), "select name from aws_iam_user");
        assertThat(answer.rows()).isEmpty();
        assertThat(answer.unread())
                .hasSize(3)
                .anyMatch(why -> why.contains("could not be signed (connection aws_a)"))
                .anyMatch(why -> why.contains("iam:ListUsers was throttled to the end in account " + B))
                .anyMatch(why -> why.contains("iam:ListUsers failed")
                        && why.contains("aws_c")
                        && why.contains("nothing was answered"));
    }

    @Test
    void ignoredErrorsAreEmptyAnswersThatAreCounted() {
        List<ConnectionConfig> connections = accounts(deniedInB("iam:ListUsers")).stream()
                .map(connection -> new ConnectionConfig(
                        connection.name(),
                        "aws",
                        connection.arguments(),
                        Map.of("ignore_error_codes", List.of("AccessDenied*")),
                        8,
                        ""))
                .toList();
        Answer answer = ask(connections, patient(), "select count(*) from aws_iam_user");
        assertThat(answer.rows()).containsExactly("[4]");
        assertThat(answer.error()).isNull();
        assertThat(answer.calls().ignoredByAction()).isEqualTo(Map.of("iam:ListUsers", 1L));
    }

    @Test
    void aLimitIsReachedWithoutTheRest() {
        Answer answer = ask(accounts(), patient(), "select name from aws_iam_user limit 2");
        assertThat(answer.rows()).hasSize(2);
        assertThat(answer.error()).isNull();
    }
}
