package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What users type, rightly and wrongly: the exit code, and the one line that says what is wrong. */
class MainTest {
    private static final String SQL = "select name from aws_iam_user order by name limit 2";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @TestFactory
    Stream<DynamicTest> mistakesAreOneLineWithTheNearestMatch() {
        return Stream.of(
                mistake(
                        254,
                        "did you mean \"iam_user_one_active_key\"?",
                        "control",
                        "run",
                        "iam_user_one_activ_key",
                        "--demo"),
                mistake(254, "has no control \"nothing.like.it\"", "control", "run", "nothing.like.it", "--demo"),
                mistake(254, "did you mean \"cis_v200\"?", "benchmark", "run", "cis_v20", "--demo"),
                mistake(254, "Missing required parameter", "control", "run"),
                mistake(254, "Missing required subcommand", "control"),
                mistake(254, "without other names", "control", "run", "all", "cis_v200_1_13"),
                mistake(255, "unknown argument rnu; did you mean \"run\"?", "control", "rnu", "x"),
                mistake(255, "unknown argument contrl; did you mean \"control\"?", "contrl"),
                mistake(
                        255,
                        "unknown flag --outptu; did you mean \"--output\"?",
                        "control",
                        "run",
                        "x",
                        "--outptu",
                        "json"),
                mistake(254, "did you mean \"json\"?", "control", "run", "x", "--output", "jsn"),
                mistake(254, "'ten' is not an int", "control", "run", "x", "--max-parallel", "ten"),
                mistake(254, "--max-parallel must be at least 1", "control", "run", "x", "--max-parallel", "0"),
                mistake(254, "--separator takes one character", "query", SQL, "--separator", ";;"),
                mistake(254, "--in-flight must be between", "query", SQL, "--demo", "--in-flight", "0"),
                mistake(252, "is no folder", "control", "list", "--mod-location", "/nowhere"),
                mistake(254, "has no query \"nope\"", "query", "nope"),
                mistake(253, "there is no file nope.sql", "query", "nope.sql"),
                mistake(
                        41,
                        "column \"nmae\" does not exist; did you mean \"name\"?\nLINE 2:  nmae from aws_iam_user\n         ^\n",
                        "query",
                        "--demo",
                        "select\n nmae from aws_iam_user"),
                mistake(
                        41,
                        "relation \"aws_iam_usr\" does not exist; did you mean \"aws_iam_user\"?",
                        "query",
                        "--demo",
                        "select * from aws_iam_usr"),
                mistake(
                        41,
                        "syntax error at or near \"form\"\nLINE 1: select * form aws_iam_user\n                 ^\n",
                        "query",
                        "--demo",
                        "select * form aws_iam_user"),
                mistake(41, "division by zero", "query", "--demo", "select 1/0 from aws_iam_user"),
                mistake(
                        41,
                        "window functions are not allowed in WHERE",
                        "query",
                        "--demo",
                        "select name from aws_iam_user where rank() over (order by name) = 1"));
    }

    private static DynamicTest mistake(int code, String words, String... arguments) {
        return DynamicTest.dynamicTest(String.join(" ", arguments), () -> {
            Ran ran = Ran.penstock(arguments);
            assertThat(ran.err()).contains(words).doesNotContain("\tat ", "Exception");
            assertThat(ran.err().lines().filter(line -> line.startsWith("Error: ")))
                    .hasSize(1);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.code()).isEqualTo(code);
        });
    }

    @Test
    void aBooleanColumnNarrowsTheListingAndNotTheAnswer() {
        String narrow = "from aws_iam_policy where is_attached and not is_aws_managed";
        assertThat(Ran.penstock("query", "--explain", "select name " + narrow).out())
                .contains("is_attached=[true]", "is_aws_managed=[false]");
        String wide = "from (select * from aws_iam_policy order by name limit 1000) as p"
                + " where is_attached::text = 'true' and is_aws_managed::text = 'false'";
        String[] count = {"query", "--demo", "--output", "csv", "--header=false"};
        assertThat(List.of(narrow, wide))
                .extracting(from -> Ran.penstock(Stream.concat(Stream.of(count), Stream.of("select count(*) " + from))
                                .toArray(String[]::new))
                        .out()
                        .strip())
                .containsExactly("3", "3");
    }

    @Test
    void verboseShowsWhereAnErrorComesFrom() {
        Ran ran = Ran.penstock("query", "--demo", "--verbose", "select nope from aws_iam_user");
        assertThat(ran.err()).contains("\tat dev.penstock.").contains("Error: column \"nope\" does not exist");
    }

    @Test
    void theDemoRunsTheControlByEachOfItsNames() {
        for (String name : List.of(
                "cis_v200_1_13",
                "control.cis_v200_1_13",
                "aws_compliance.control.cis_v200_1_13",
                "iam_user_one_active_key")) {
            Ran ran = Ran.penstock("control", "run", name, "--demo", "--output", "brief");
            assertThat(ran.code()).as(name).isEqualTo(1);
            assertThat(ran.out())
                    .contains("ALARM: ci-deploy has 2 active access keys: ")
                    .doesNotContain("OK   :");
            assertThat(ran.err())
                    .isEqualTo("Demo: rows come from the embedded simulator, no AWS account is contacted.\n");
        }
    }

    @Test
    void aBenchmarkRunsAsATree() {
        Ran ran = Ran.penstock("benchmark", "run", "all", "--demo");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith("\nCIS AWS Foundations v2.0.0 ...")
                .contains(
                        "\n| \n+ 1 Identity and Access Management ...",
                        "\n  + 1.13 Each IAM user has at most one active");
    }

    @Test
    void noneOnlyGivesTheExitCode() {
        Ran ran = Ran.penstock("control", "run", "cis_v200_1_13", "--demo", "--output", "none");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void timingSaysWhichCallsWereMade() {
        Ran ran = Ran.penstock("control", "run", "cis_v200_1_13", "--demo", "--output", "none", "--timing");
        assertThat(ran.err()).contains("Calls: 22 (iam:ListAccessKeys 20, iam:ListUsers 1, sts:GetCallerIdentity 1)");
    }

    @Test
    void everyControlIsListedAndShown() {
        Ran list = Ran.penstock("control", "list");
        assertThat(list.out()).contains("aws_compliance  cis_v200_1_13 ", "iam_user_one_active_key");
        Ran show = Ran.penstock("control", "show", "cis_v200_1_13");
        assertThat(show.out())
                .contains("aws iam update-access-key", "aws iam list-access-keys", "Severity:", "cis_item_id = 1.13");
        assertThat(Ran.penstock("control", "list", "--output", "json").out())
                .startsWith("[")
                .contains("\"name\": \"cis_v200_1_13\"");
    }

    @Test
    void queriesAreSqlFilesOrNames() throws IOException {
        Path file = Files.writeString(folder.resolve("two words.sql"), "\uFEFF" + SQL + ";\r\n");
        for (List<String> arguments : List.of(List.of(SQL), List.of(file.toString()), List.of("run", SQL))) {
            var all = new java.util.ArrayList<>(List.of("query"));
            all.addAll(arguments);
            all.addAll(List.of("--demo", "--output", "csv"));
            Ran ran = Ran.penstock(all.toArray(String[]::new));
            assertThat(ran.out()).as(arguments.toString()).isEqualTo("name\nalice\namara.osei\n");
            assertThat(ran.code()).isZero();
        }
        Ran named = Ran.penstock("query", "iam_user_one_active_key", "--demo", "--output", "csv");
        assertThat(named.out())
                .startsWith("resource,status,reason,account_id\n")
                .hasLineCount(21);
    }

    @Test
    void oneBadStatementOfSeveralDoesNotStopTheOthers() {
        Ran ran = Ran.penstock("query", "--demo", "--output", "csv", "select 1 as a; select nope; select 2 as b");
        assertThat(ran.code()).isEqualTo(41);
        assertThat(ran.out()).contains("a\n1\n", "b\n2\n");
        assertThat(ran.err()).contains("statement 2 of 3: column \"nope\" does not exist");
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(Ran.penstock("--help").out()).contains("control", "benchmark", "query", "simulator", "--demo");
        assertThat(Ran.penstock("control", "run", "--help").out()).contains("--output", "--demo", "--mod-location");
        assertThat(Ran.penstock().code()).isZero();
    }

    @Test
    void aModOfTheUsersOwnRunsAndItsFaultsAreSaid() throws IOException {
        Files.writeString(folder.resolve("mod.pp"), """
                mod "mine" {}
                control "c" {
                  title = "Bad\\u001b[31m title"
                  sql   = "select name as resource, 'ok' as status, 'a' || chr as reason from (select 'x' as name, E'\\\\nb\\\\t' as chr) t"
                }
                control "broken" { query = query.gone }
                """);
        Ran ran = Ran.onTerminal(60, "control", "run", "c", "--demo", "--mod-location", folder.toString());
        assertThat(ran.err()).contains("Warning: mod.pp:6:28: there is no query.gone");
        assertThat(ran.out()).contains("OK   : a b").doesNotContain("\u001b");
        assertThat(ran.code()).isZero();
    }

    @Test
    void whatCannotBeReadMayBeWhatAPatternMeans() throws IOException {
        Files.writeString(folder.resolve("mod.pp"), """
                mod "mine" {}
                control "good" { sql = "select 'r' as resource, 'ok' as status, 'why' as reason" }
                """);
        Files.writeString(folder.resolve("torn.pp"), "control \"gone\" {");
        for (String name : new String[] {"all", "*", "g*"}) {
            Ran ran = Ran.penstock("control", "run", name, "--demo", "--mod-location", folder.toString());
            assertThat(ran.code()).as(name).isEqualTo(2);
            assertThat(ran.out()).contains("OK   : why");
        }
        assertThat(Ran.penstock("control", "run", "good", "--demo", "--mod-location", folder.toString())
                        .code())
                .isZero();
    }

    @Test
    void aControlWithoutTheRequiredColumnsIsInError() throws IOException {
        Files.writeString(folder.resolve("mod.pp"), """
                mod "mine" {}
                control "c" { sql = "select 1 as resource where 1 = 0" }
                control "d" { sql = "select 'r' as resource, 'fine' as status, 'why' as reason" }
                """);
        Ran ran = Ran.penstock("control", "run", "c", "--demo", "--mod-location", folder.toString());
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).contains("ERROR: control result is missing required column(s): [reason, status]");
        Ran odd = Ran.penstock("control", "run", "d", "--demo", "--mod-location", folder.toString());
        assertThat(odd.code()).isEqualTo(2);
        assertThat(odd.out()).contains("ERROR: invalid control status 'fine': why");
    }
}
