package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs against an earlier one, and two reports beside one another. */
class BaselineTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    /** Writes a mod with one control, whose rows are resource, status and account. */
    private void mod(String... rows) throws IOException {
        var values = new ArrayList<String>();
        for (String row : rows) {
            values.add("('" + String.join("', '", row.split(" ")) + "')");
        }
        Files.writeString(folder.resolve("mod.pp"), """
                mod "mine" {}
                control "keys" {
                  sql = "select r as resource, s as status, r || ' is ' || s as reason, a as account_id from (values %s) v(r, s, a)"
                }
                benchmark "all_of_it" { children = [control.keys] }
                """.formatted(String.join(", ", values)));
    }

    private Ran run(String... more) {
        var words = new ArrayList<>(List.of("benchmark", "run", "all_of_it", "--demo"));
        words.addAll(List.of("--mod-location", folder.toString()));
        words.addAll(List.of(more));
        return Ran.penstock(words.toArray(String[]::new));
    }

    private Path report(String name) {
        Path file = folder.resolve(name);
        assertThat(run("--export", file.toString(), "--output", "none").code()).isLessThan(3);
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"before.json", "before.pps"})
    void onlyNewAlarmsFailARunAndTheyAreListed(String file) throws IOException {
        mod("a alarm 1", "b alarm 1", "c ok 1");
        Path before = report(file);
        Ran same = run("--baseline", before.toString());
        assertThat(same.code()).isZero();
        assertThat(same.out()).contains("ALARM: a is alarm");
        mod("a alarm 1", "b ok 1", "c alarm 1");
        Ran worse = run("--baseline", before.toString());
        assertThat(worse.code()).isEqualTo(1);
        assertThat(worse.err())
                .contains("1 new, 1 resolved alarms", "new alarm: control.keys c 1: c is alarm")
                .doesNotContain("new alarm: control.keys a");
        assertThat(worse.out()).contains("Note: new alarm: control.keys c 1: c is alarm");
    }

    @Test
    void oneNameInTwoAccountsIsTwoAlarms() throws IOException {
        mod("a alarm 1", "a ok 2");
        Path before = report("before.json");
        mod("a alarm 1", "a alarm 2");
        assertThat(run("--baseline", before.toString()).code()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before.json", "before.pps"})
    void aSecondAlarmAboutOneResourceIsNewAndFewerAreNone(String file) throws IOException {
        mod("a alarm 1", "a ok 1");
        Path one = report(file);
        mod("a alarm 1", "a alarm 1", "a ok 1");
        Ran worse = run("--baseline", one.toString());
        assertThat(worse.code()).isEqualTo(1);
        assertThat(worse.err()).contains("1 new, 0 resolved alarms");
        Path two = report("two.json");
        assertThat(run("--baseline", two.toString()).code()).isZero();
        Ran better = Ran.penstock("diff", two.toString(), one.toString());
        assertThat(better.code()).isZero();
        assertThat(better.out()).contains("2 x alarm, ok -> alarm, ok");
    }

    @Test
    void aControlThatStandsInTwoBenchmarksIsReadOnce() throws IOException {
        mod("a alarm 1");
        Files.writeString(
                folder.resolve("more.pp"), "benchmark \"outer\" { children = [control.keys, benchmark.all_of_it] }");
        Path twice = folder.resolve("twice.json");
        Ran.penstock(
                "benchmark",
                "run",
                "outer",
                "--demo",
                "--mod-location",
                folder.toString(),
                "--export",
                twice.toString());
        mod("a alarm 1", "a alarm 1");
        assertThat(run("--baseline", twice.toString()).code()).isEqualTo(1);
    }

    @Test
    void anErrorIsAnErrorWhateverWasBefore() throws IOException {
        mod("a error 1");
        assertThat(run("--baseline", report("before.json").toString()).code()).isEqualTo(2);
    }

    @Test
    void anAlarmThatIsNoLongerExemptIsNew() throws IOException {
        mod("a alarm 1");
        Path exemptions = Files.writeString(folder.resolve("exemptions.hcl"), """
                exemption "x" {
                  control  = "keys"
                  resource = "a"
                  reason   = "known"
                  owner    = "ann"
                  expires  = "2999-12-31"
                }
                """);
        for (String name : List.of("before.json", "before.pps")) {
            Path before = folder.resolve(name);
            run("--exemptions", exemptions.toString(), "--export", before.toString());
            assertThat(run("--baseline", before.toString(), "--exemptions", exemptions.toString())
                            .code())
                    .isZero();
            assertThat(run("--baseline", before.toString()).code()).isEqualTo(1);
            assertThat(Ran.penstock("diff", report("plain.json").toString(), before.toString())
                            .out())
                    .contains("Resolved alarms: 0", "alarm -> exempt: a is alarm");
        }
    }

    @Test
    void whatIsNewResolvedAndChangedIsListedInEachFormat() throws IOException {
        mod("same alarm 1", "fixed alarm 1", "gone alarm 1", "worse ok 1", "less ok 1", "left ok 1");
        Path before = report("before.pps");
        mod("same alarm 1", "fixed ok 1", "worse alarm 1", "less skip 1", "fresh alarm 1", "came ok 1");
        Path after = report("after.json");
        Ran text = Ran.penstock("diff", before.toString(), after.toString());
        assertThat(text.out()).isEqualTo("""
                New alarms: 2
                  control.keys  fresh 1
                    none -> alarm: fresh is alarm
                  control.keys  worse 1
                    ok -> alarm: worse is alarm
                Resolved alarms: 2
                  control.keys  fixed 1
                    alarm -> ok: fixed is ok
                  control.keys  gone 1
                    alarm -> none: gone is alarm
                Changed otherwise: 1
                  control.keys  less 1
                    ok -> skip: less is skip
                """);
        assertThat(text.code()).isEqualTo(1);
        assertThat(Ran.penstock("diff", before.toString(), after.toString(), "--output", "json")
                        .out())
                .contains("\"new\": [", "\"resource\": \"fresh\"", "\"before\": \"none\"");
        assertThat(Ran.penstock("diff", before.toString(), after.toString(), "--output", "md")
                        .out())
                .contains("## New alarms: 2", "| `control.keys` | `worse 1` | ok | alarm | worse is alarm |");
        assertThat(Ran.penstock("diff", before.toString(), before.toString()).code())
                .isZero();
    }

    @Test
    void whatCannotBeReadAnyMoreIsNotResolved() throws IOException {
        mod("a alarm 1", "b alarm 1");
        Path before = report("before.json");
        mod("b error 1");
        Ran ran = Ran.penstock("diff", before.toString(), report("after.json").toString());
        assertThat(ran.out()).contains("Resolved alarms: 0", "alarm -> not known: a is alarm", "alarm -> error");
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void badFilesAreOneLine() throws IOException {
        mod("a ok 1");
        Map<String, String> mistakes = new TreeMap<>(Map.of(
                "{", "it is no JSON",
                "[]", "it is no report of a run: neither json nor snapshot",
                "{\"group_id\":\"x\",\"controls\":[{}]}", "something in it has no control_id",
                "{\"group_id\":\"x\",\"controls\":[{\"control_id\":\"c\",\"results\":[{\"status\":\"good\"}]}]}",
                        "the status \"good\", which is none"));
        for (var mistake : mistakes.entrySet()) {
            Path file = Files.writeString(folder.resolve("bad.json"), mistake.getKey());
            for (Ran ran : List.of(
                    run("--baseline", file.toString()),
                    run("--baseline", file.toString(), "--dry-run"),
                    Ran.penstock("diff", file.toString(), file.toString()))) {
                assertThat(ran.err()).contains("Error: " + file + ": ", mistake.getValue());
                assertThat(ran.out()).isEmpty();
                assertThat(ran.code()).isEqualTo(254);
            }
        }
        Ran none = Ran.penstock(
                "diff",
                folder.resolve("no.json").toString(),
                folder.resolve("no.json").toString());
        assertThat(none.err()).isEqualTo("Error: there is no report " + folder.resolve("no.json") + "\n");
        assertThat(none.code()).isEqualTo(253);
    }
}
