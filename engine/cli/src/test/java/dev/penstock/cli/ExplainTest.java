package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What EXPLAIN tells of the demo estate, before and after. */
class ExplainTest {
    private static final String KEYS_OF_USERS =
            "select u.name, u.tags, k.access_key_id from aws_iam_user u left join aws_iam_access_key k"
                    + " on k.user_name = u.name order by 1";

    private static Ran query(String... arguments) {
        return Ran.penstock(Stream.concat(Stream.of("query", "--demo"), Arrays.stream(arguments))
                .toArray(String[]::new));
    }

    @Test
    void aKeyNeedsNoQuestion() {
        Ran ran = query("--explain", "select user_name from aws_iam_access_key where user_name = 'alice'");
        assertThat(ran.out())
                .contains(
                        "ApiTableScan(",
                        "Scan of aws_iam_access_key, connection aws:",
                        "  iam:ListAccessKeys for user_name = 'alice'",
                        "  expected: 1 call (iam:ListAccessKeys 1), 0.0 s at 25 calls per second for each action (assumed)",
                        "Permissions: iam:ListAccessKeys\n");
        assertThat(ran.code()).isZero();
    }

    @Test
    void aRequestThatSeveralColumnsShareIsExpectedOnce() {
        assertThat(query("--explain", "select account_id, title from aws_account")
                        .out())
                .contains("expected: 2 calls (iam:ListAccountAliases 1, sts:GetCallerIdentity 1)");
        assertThat(query("--explain", "select * from aws_sts_caller_identity").out())
                .contains("expected: 1 call (sts:GetCallerIdentity 1)");
    }

    @Test
    void thePlanIsTheOneThatRunsWithItsReasonAndTheOtherWays() {
        assertThat(query("--explain", KEYS_OF_USERS).out())
                .contains(
                        "  iam:GetAccountAuthorizationDetails\n  expected: 1 call",
                        "  chosen: fewest calls",
                        "  instead of 21 calls: iam:ListUsers; per row iam:GetUser\n",
                        "iam:ListAccessKeys 20, iam:ListUsers 1",
                        "Expected in all: 22 calls");
    }

    @Test
    void analyzeTellsWhatHappened() {
        Ran ran = query("--output", "csv", "--header=false", "explain analyze " + KEYS_OF_USERS);
        assertThat(ran.out())
                .containsPattern("ApiTableScan\\(.*aws_iam_user.*\\(rows=20 time=[0-9.]+ ms\\)")
                .containsPattern("Sort\\(.*\\(rows=26 time=")
                .containsPattern("made: 1 call \\(iam:GetAccountAuthorizationDetails 1\\).*, waited for [0-9.]+ ms")
                .containsPattern("made: 21 calls \\(iam:ListAccessKeys 20, iam:ListUsers 1\\)")
                .containsPattern("Time: [0-9.]+ ms, waiting for calls [0-9.]+ ms, operators [0-9.]+ ms");
    }

    @Test
    void programsGetJson() {
        Ran ran = query("--output", "json", "explain (analyze, format json) " + KEYS_OF_USERS);
        assertThat(ran.out())
                .contains("\"QUERY PLAN\"", "\"Node Type\": \"Sort\"", "\"Actual Rows\": 20", "\"iam:ListUsers\": 1");
    }

    @Test
    void whatIsWrongIsSaidAtItsPlace() {
        Ran wrong = query("explain\nselect nope from aws_iam_user");
        assertThat(wrong.code()).isEqualTo(41);
        assertThat(wrong.err()).contains("column \"nope\" does not exist", "LINE 2: select nope from aws_iam_user");
        assertThat(query("explain (buffers) select 1").err()).contains("EXPLAIN option \"buffers\" is not supported");
        assertThat(query("--explain", "select * from aws_iam_policy_simulator").err())
                .contains("aws_iam_policy_simulator needs");
    }
}
