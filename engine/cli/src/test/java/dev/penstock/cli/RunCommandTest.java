package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Which controls of a mod run, how, and what the exit code says of all of them. */
class RunCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @BeforeEach
    void writeMod() throws IOException {
        Files.writeString(folder.resolve("mod.pp"), """
                mod "mine" {}
                query "by_name" {
                  sql = "select $1 as resource, 'ok' as status, $2 as reason"
                  param "who" { default = "nobody" }
                  param "why" { default = "no reason" }
                }
                control "fine" {
                  severity = "low"
                  tags     = { service = "IAM" }
                  sql      = "select 'r' as resource, 'ok' as status, 'fine' as reason"
                }
                control "bad" {
                  severity = "high"
                  tags     = { service = "S3" }
                  sql      = "select 'r' as resource, 'alarm' as status, 'bad' as reason"
                }
                control "unknown" { sql = "select * from no_such_table" }
                control "named" { query = query.by_name }
                benchmark "all_of_it" { children = [benchmark.good, control.bad, control.unknown] }
                benchmark "good" { children = [control.fine] }
                """);
    }

    private Ran run(String... arguments) {
        return in(Map.of(), arguments);
    }

    private Ran in(Map<String, String> environment, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--mod-location", folder.toString(), "--demo"));
        return Ran.in(environment, all.toArray(String[]::new));
    }

    @Test
    void theExitCodeIsThatOfTheWholeRun() {
        assertThat(run("control", "run", "fine").code()).isZero();
        assertThat(run("control", "run", "fine", "bad").code()).isEqualTo(1);
        assertThat(run("control", "run", "bad", "fine").code()).isEqualTo(1);
        assertThat(run("control", "run", "unknown", "bad", "fine").code()).isEqualTo(2);
        assertThat(run("benchmark", "run", "good").code()).isZero();
        assertThat(run("benchmark", "run", "all_of_it", "good").code()).isEqualTo(2);
    }

    @Test
    void aTableThatIsNotThereIsAnErrorOfItsControlAlone() {
        Ran ran = run("benchmark", "run", "all_of_it", "--output", "csv");
        assertThat(ran.out())
                .contains("relation \"\"no_such_table\"\" does not exist")
                .contains(",fine,r,ok,", ",bad,r,alarm,");
    }

    @Test
    void patternsAndConditionsChooseControls() {
        assertThat(run("control", "run", "mine.control.*", "--where", "severity >= 'medium'", "--output", "csv")
                        .out())
                .contains(",bad,r,alarm,")
                .doesNotContain("fine");
        assertThat(run("control", "run", "?ad", "--output", "csv").out()).hasLineCount(2);
        assertThat(run("benchmark", "run", "all_of_it", "--tag", "service=IAM", "--tag", "service=EC2")
                        .out())
                .contains("fine")
                .doesNotContain("bad");
        Ran nothing = run("benchmark", "run", "all_of_it", "--tag", "service=EC2");
        assertThat(nothing.err()).contains("no control is left");
        assertThat(nothing.code()).isZero();
    }

    @Test
    void aDryRunShowsWhatWouldRunAndRunsNothing() {
        Ran ran = run("benchmark", "run", "all_of_it", "--dry-run");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("fine", "bad", "unknown").doesNotContain("no_such_table");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void argumentsAreForOneControlByNameOrByPlace() {
        assertThat(run("control", "run", "named", "--arg", "why=a=b", "--output", "csv")
                        .out())
                .contains(",a=b,nobody,ok,");
        assertThat(run("control", "run", "named", "--arg", "ann", "--arg", "x", "--output", "csv")
                        .out())
                .contains(",x,ann,ok,");
        assertThat(run("control", "run", "named", "--arg", "whom=x").out())
                .contains("has no parameter whom; did you mean \"who\"?");
    }

    @Test
    void theEnvironmentSetsWhatNoFlagSetsUnderTheNamesOfThePeersToo() {
        var slow = Map.of("POWERPIPE_MAX_PARALLEL", "none", "STEAMPIPE_MAX_PARALLEL", "2");
        assertThat(in(slow, "control", "run", "fine").err())
                .contains("POWERPIPE_MAX_PARALLEL: ", "'none' is not an int");
        var own = Map.of("POWERPIPE_MAX_PARALLEL", "none", "PENSTOCK_MAX_PARALLEL", "2");
        assertThat(in(own, "control", "run", "fine").code()).isZero();
        assertThat(in(slow, "control", "run", "fine", "--max-parallel", "3").code())
                .isZero();
        assertThat(Ran.in(Map.of("POWERPIPE_MOD_LOCATION", folder.toString()), "control", "run", "fine", "--demo")
                        .code())
                .isZero();
    }

    @TestFactory
    Stream<DynamicTest> whatMakesNoSenseIsOneLine() {
        return Stream.of(
                mistake(
                        254,
                        "exclude one another",
                        "benchmark",
                        "run",
                        "good",
                        "--where",
                        "title = 'x'",
                        "--tag",
                        "a=b"),
                mistake(254, "not \"x\" (line 1, column 9)", "control", "run", "fine", "--where", "title = x"),
                mistake(254, "--tag takes key=value", "control", "run", "fine", "--tag", "x"),
                mistake(254, "has no control like \"x*\"", "control", "run", "x*"),
                mistake(
                        254,
                        "--arg is for one control, and 2 are to run",
                        "control",
                        "run",
                        "fine",
                        "bad",
                        "--arg",
                        "x"),
                mistake(254, "some of each", "control", "run", "named", "--arg", "x", "--arg", "who=y"),
                mistake(254, "--arg who is given twice", "control", "run", "named", "--arg", "who=x", "--arg", "who=y"),
                mistake(254, "--query-timeout must not be negative", "control", "run", "fine", "--query-timeout", "-1"),
                mistake(254, "--share: nothing is uploaded", "benchmark", "run", "good", "--share"),
                mistake(254, "--snapshot-tag: nothing is uploaded", "control", "run", "fine", "--snapshot-tag", "a=b"),
                mistake(254, "--database: there is no database", "control", "run", "fine", "--database", "x"));
    }

    private DynamicTest mistake(int code, String words, String... arguments) {
        return DynamicTest.dynamicTest(String.join(" ", arguments), () -> {
            Ran ran = run(arguments);
            assertThat(ran.err().lines().filter(line -> line.startsWith("Error: ")))
                    .singleElement()
                    .asString()
                    .contains(words);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.code()).isEqualTo(code);
        });
    }

    @TestFactory
    Stream<DynamicTest> commandsOfThePeerSayWhatToDoInstead() {
        return Stream.of(
                        List.of("login"),
                        List.of("service", "start"),
                        List.of("server", "--port", "1"),
                        List.of("dashboard", "run", "x"),
                        List.of("detection", "run", "y"),
                        List.of("plugin", "install", "aws"))
                .map(command -> DynamicTest.dynamicTest(String.join(" ", command), () -> {
                    Ran ran = Ran.penstock(command.toArray(String[]::new));
                    assertThat(ran.code()).isEqualTo(254);
                    assertThat(ran.err()).startsWith("Error: " + command.get(0)).hasLineCount(1);
                }));
    }

    @Test
    void severalAreShownOneAfterTheOther() {
        Ran shown = Ran.penstock("control", "show", "f*", "bad", "--mod-location", folder.toString());
        assertThat(shown.out()).contains("mine.control.fine", "mine.control.bad");
        Ran json = Ran.penstock("query", "show", "all", "--mod-location", folder.toString(), "--output", "json");
        assertThat(json.out()).startsWith("[").contains("mine.query.by_name");
    }

    @Test
    void listsAreForPeopleOrForPrograms() {
        String[] list = {"benchmark", "list", "--mod-location", folder.toString(), "--output"};
        assertThat(Ran.penstock(with(list, "plain")).out())
                .contains("all_of_it")
                .doesNotContain("good");
        assertThat(Ran.penstock(with(list, "YAML")).out()).isEqualTo("""
                        - mod: "mine"
                          name: "all_of_it"
                          title: "all_of_it"
                        - mod: "mine"
                          name: "good"
                          title: "good"
                        """);
        assertThat(Ran.penstock(with(list, "xml")).err()).contains("formats are pretty, plain, json, yaml");
    }

    private static String[] with(String[] words, String last) {
        return Stream.concat(Stream.of(words), Stream.of(last)).toArray(String[]::new);
    }

    @Test
    void queriesTakeArgumentsAndATimeout() {
        assertThat(run("query", "run", "by_name", "--arg", "who=ann", "--output", "csv")
                        .out())
                .isEqualTo("resource,status,reason\nann,ok,no reason\n");
        assertThat(run("query", "run", "select $1 || 'b' as x", "--arg", "a", "--output", "csv")
                        .out())
                .isEqualTo("x\nab\n");
        Ran late = run("query", "run", "select max(n) from generate_series(1, 100000000000) n", "--query-timeout", "1");
        assertThat(late.err()).contains("canceling statement due to statement timeout (--query-timeout 1)");
        assertThat(late.code()).isEqualTo(41);
    }

    @Test
    void helpHasExamples() {
        assertThat(Ran.penstock("help", "benchmark", "run").out())
                .contains("Examples:", "penstock benchmark run cis_v200 --tag cis_level=1");
        assertThat(Ran.penstock("help", "benchmrk").err()).contains("did you mean \"benchmark\"?");
    }
}
