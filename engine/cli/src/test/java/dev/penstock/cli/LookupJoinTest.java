package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spi.error.EngineException;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.KeyBuilder;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Joins whose right side is looked up by what the left side gives: the calls, and that the rows stay the same. */
class LookupJoinTest {
    private static final SimulatedRun RUN = SimulatedRun.of(estate());
    private static final String FEW = " u.name like 'user-00000%' ";

    @BeforeEach
    void anew() {
        RUN.anew();
    }

    @AfterAll
    static void close() {
        RUN.close();
    }

    @Test
    void onlyTheKeysOfTheUsersInQuestionAreListed() {
        RUN.rows("select u.name, k.access_key_id from aws_iam_user u join aws_iam_access_key k on k.user_name = u.name"
                + " where" + FEW);
        assertThat(RUN.calls()).isEqualTo(Map.of("iam:ListUsers", 1L, "iam:ListAccessKeys", 10L));
    }

    @Test
    void theSideThatNeedsKeysMayStandAnywhere() {
        String tables = " from aws_iam_policy_simulator s join aws_iam_user u on u.arn = s.principal_arn";
        assertThat(RUN.rows("select u.name, s.decision" + tables
                        + " where s.action = 'iam:ListUsers' and s.resource_arn = '*' and" + FEW))
                .hasSize(10);
        assertThat(RUN.calls()).isEqualTo(Map.of("iam:ListUsers", 1L, "iam:SimulatePrincipalPolicy", 10L));
    }

    @Test
    void aLateralQueryAsksForEachRow() {
        assertThat(RUN.rows(
                        "select distinct u.name from aws_iam_user u, lateral (select * from aws_iam_access_advisor a"
                                + " where a.principal_arn = u.arn) as x where" + FEW))
                .hasSizeLessThanOrEqualTo(10);
        assertThat(RUN.calls())
                .containsEntry("iam:ListUsers", 1L)
                .containsEntry("iam:GenerateServiceLastAccessedDetails", 10L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select k.access_key_id from aws_iam_access_key k where k.user_name in (select u.name from aws_iam_user u where"
                        + FEW + ")",
                "select u.name, (select count(*) from aws_iam_access_key k where k.user_name = u.name) from aws_iam_user u where"
                        + FEW,
                "select u.name from aws_iam_user u where exists (select 1 from aws_iam_access_key k where k.user_name = u.name) and"
                        + FEW,
                "select u.name, k.n from aws_iam_user u left join (select user_name, count(*) as n from aws_iam_access_key"
                        + " group by user_name) k on k.user_name = u.name where" + FEW,
            })
    void queriesInQueriesLookUpToo(String sql) {
        assertThat(RUN.rows(sql)).isNotEmpty();
        assertThat(RUN.calls()).isEqualTo(Map.of("iam:ListUsers", 1L, "iam:ListAccessKeys", 10L));
    }

    @Test
    void aLeftJoinKeepsRowsThatFindNothing() {
        String sql = "select n, r.arn from (values ('nobody'), ('role-000001'), (null)) as v(n)"
                + " left join aws_iam_role r on r.name = n order by n";
        assertThat(RUN.rows(sql)).hasSize(3).contains("NULL|NULL", "nobody|NULL");
        assertThat(RUN.calls()).isEqualTo(Map.of("iam:GetRole", 2L));
    }

    @Test
    void manyKeysAreListed() {
        assertThat(RUN.rows("select count(*) from aws_iam_user u left join aws_iam_user v on v.name = u.name"))
                .containsExactly("300");
        assertThat(RUN.calls()).isEqualTo(Map.of("iam:ListUsers", 1L));
    }

    @Test
    void eachKeyIsAskedForOnce() {
        RUN.rows("select g.n, k.access_key_id from (select 'user-000001' as n from generate_series(1, 100)) g"
                + " join aws_iam_access_key k on k.user_name = g.n");
        assertThat(RUN.calls()).isEqualTo(Map.of("iam:ListAccessKeys", 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"join", "left join", "right join", "full join"})
    void theRowsAreThoseOfAJoinThatReadsEverything(String join) {
        String tables = " from (select * from aws_iam_user where name like '%7') u " + join
                + " (select * from aws_iam_access_key where status = 'Active') k on ";
        String columns = "select u.name, k.access_key_id";
        assertThat(RUN.rows(columns + tables + "k.user_name = u.name"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(RUN.rows(columns + tables + "k.user_name || '' = u.name"));
    }

    @Test
    void aJoinInsideTheOtherSideHasKeysOfItsOwn() {
        String many =
                "(select 'user-00000' || g % 3 as n from generate_series(1, 20000) g union all select 'user-000007')";
        String inside = " left join (select b.name, c.name as other from aws_iam_user b"
                + " left join aws_iam_user c on c.name = b.path || substr(b.name, 1)) bc on bc.name = a.n";
        assertThat(RUN.rows(
                        "select a.n, count(*), count(bc.name) from " + many + " a" + inside + " group by 1 order by 1"))
                .isEqualTo(RUN.rows("select a.n, count(*), count(b.name) from " + many
                        + " a left join aws_iam_user b on b.name || '' = a.n group by 1 order by 1"));
        assertThat(RUN.rows("select count(*), count(bc.other) from (select 'user-000001' as n) a left join"
                        + " (select b.name, c.name as other from (select p.name, case when q.name = 'user-000002'"
                        + " then q.name else p.name || q.name end as k from aws_iam_user p, aws_iam_user q) b"
                        + " left join aws_iam_user c on c.name = b.k) bc on bc.name = a.n"))
                .isEqualTo(RUN.rows("select 300::int8, 1::int8"));
    }

    @Test
    void aKeyThatIsMissingIsNamed() {
        assertThatThrownBy(() -> RUN.rows("select * from aws_iam_policy_simulator where action = 'iam:ListUsers'"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("aws_iam_policy_simulator needs principal_arn = '...' and resource_arn = '...'");
        assertThatThrownBy(() -> RUN.rows("select 1 from aws_iam_user u join aws_iam_policy_simulator s"
                        + " on s.principal_arn = u.arn and s.action = 'a:B'"))
                .hasMessageContaining("and resource_arn = '...'");
        assertThatThrownBy(() -> RUN.rows("select 1 from aws_iam_user u join aws_iam_access_advisor a on true"))
                .hasMessageContaining("aws_iam_access_advisor needs principal_arn = '...'");
        assertThat(RUN.calls()).isEmpty();
    }

    @Test
    void anAccountIsNotAskedForTheKeysOfTheOther() {
        Estate one = account("111111111111", "AKIACREDENTIALSOFTHE1", "ann", 40);
        Estate two = account("222222222222", "AKIACREDENTIALSOFTHE2", "bob", 50);
        try (var run = SimulatedRun.of(one, "AKIACREDENTIALSOFTHE1", two, "AKIACREDENTIALSOFTHE2")) {
            assertThat(run.rows("select u.name, k.access_key_id from aws_iam_user u join aws_iam_access_key k"
                            + " on k.user_name = u.name where u.name like '%1'"))
                    .hasSize(9);
            assertThat(run.calls()).isEqualTo(Map.of("iam:ListUsers", 2L, "iam:ListAccessKeys", 9L));
        }
    }

    /** 300 users with a key each. */
    private static Estate estate() {
        var builder = Estate.account("123456789012").role("role-000001", role -> role);
        for (int i = 0; i < 300; i++) {
            builder.user("user-%06d".formatted(i), user -> user.key(KeyBuilder::active));
        }
        return builder.build();
    }

    private static Estate account(String id, String credentials, String name, int users) {
        var builder = Estate.account(id).credentials(credentials);
        for (int i = 0; i < users; i++) {
            builder.user(name + i, user -> user.key(KeyBuilder::active));
        }
        return builder.build();
    }
}
