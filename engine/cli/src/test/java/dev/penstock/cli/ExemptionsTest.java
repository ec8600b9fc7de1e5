package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with a file of exemptions: what it shows, what it counts, what it ends with. */
class ExemptionsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @BeforeEach
    void writeMod() throws IOException {
        Files.writeString(folder.resolve("mod.pp"), """
                mod "mine" {}
                control "bad" {
                  sql = "select r as resource, 'alarm' as status, 'bad' as reason from unnest(array['a', 'b']) as r"
                }
                control "unknown" { sql = "select 'a' as resource, 'error' as status, 'not known' as reason" }
                control "manual"  { sql = "select 'm' as resource, 'info' as status, 'look' as reason" }
                """);
    }

    private Path exemptions(String... entries) {
        try {
            return Files.writeString(folder.resolve("exemptions.hcl"), String.join("\n", entries));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String exemption(String name, String control, String resource, String expires) {
        return """
                exemption "%s" {
                  control  = "%s"
                  resource = "%s"
                  reason   = "known"
                  owner    = "ann"
                  expires  = "%s"
                }
                """.formatted(name, control, resource, expires);
    }

    private Ran run(String control, Path exemptions, String... more) {
        var words = new ArrayList<>(List.of("control", "run", control, "--demo"));
        words.addAll(List.of("--mod-location", folder.toString(), "--exemptions", exemptions.toString()));
        words.addAll(List.of(more));
        return Ran.penstock(words.toArray(String[]::new));
    }

    @Test
    void whatIsExemptIsShownCountedApartAndFailsNothing() {
        Path both = exemptions(exemption("all", "bad", "*", "2999-12-31"));
        Ran ran = run("bad", both);
        assertThat(ran.out())
                .contains("EXEMPT: bad [exempt until 2999-12-31 by ann (all): known]")
                .containsPattern("ALARM \\.+ 0 ")
                .containsPattern("EXEMPT \\.+ 2 ");
        assertThat(ran.err()).doesNotContain("Warning");
        assertThat(ran.code()).isZero();
        Path one = exemptions(exemption("one", "bad", "a", "2999-12-31"));
        assertThat(run("bad", one, "--output", "csv").out()).contains(",a,exempt,", ",b,alarm,");
        assertThat(run("bad", one).code()).isEqualTo(1);
    }

    @Test
    void anExpiredExemptionCountsAsAlarmAndIsNamed() {
        Ran ran = run("bad", exemptions(exemption("old", "bad", "a", "2020-01-01")));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("ALARM: bad [exemption old of ann expired on 2020-01-01]");
        assertThat(ran.err())
                .contains("Warning: exemption old (" + folder + "/exemptions.hcl:1:1) expired on 2020-01-01 and changes"
                        + " nothing any more");
    }

    @Test
    void anErrorIsNeverExempt() {
        Ran ran = run("unknown", exemptions(exemption("all", "*", "*", "2999-12-31")), "--output", "csv");
        assertThat(ran.out()).contains(",a,error,");
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void oneThatMatchesNothingIsReportedWhereThatIsKnown() {
        Path exemptions = exemptions(
                exemption("gone", "bad", "no-such", "2999-12-31"),
                exemption("elsewhere", "manual", "*", "2999-12-31"),
                exemption("unclear", "unknown", "*", "2999-12-31"));
        Ran ran = run("*", exemptions);
        String gone = "exemption gone (" + folder + "/exemptions.hcl:1:1) matches no alarm";
        assertThat(ran.err()).contains("Warning: " + gone);
        assertThat(ran.out()).contains("Note: " + gone);
        assertThat(ran.err()).contains("exemption elsewhere").doesNotContain("exemption unclear");
        assertThat(run("bad", exemptions).err()).doesNotContain("elsewhere");
    }

    @Test
    void whatIsAttestedSaysSo() {
        Path exemptions = exemptions("""
                attestation "review" {
                  control = "manual"
                  by      = "ann"
                  date    = "2026-01-31"
                  note    = "all there"
                  expires = "2999-01-31"
                }
                """);
        Ran ran = run("manual", exemptions);
        assertThat(ran.out())
                .contains("INFO : look [attested on 2026-01-31 by ann until 2999-01-31 (review): all there]");
        assertThat(ran.code()).isZero();
    }

    @Test
    void theFileIsCheckedBeforeAnythingRunsAlsoInADryRun() {
        Path exemptions = exemptions(exemption("x", "bat", "*", "2999-12-31"));
        for (String[] more : new String[][] {{}, {"--dry-run"}}) {
            Ran ran = run("bad", exemptions, more);
            assertThat(ran.code()).isEqualTo(254);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).contains("exemptions.hcl:2:3: ", "bat", "did you mean \"bad\"?");
        }
    }

    @Test
    void theEnvironmentMayNameTheFile() {
        Path exemptions = exemptions(exemption("all", "bad", "*", "2999-12-31"));
        Ran ran = Ran.in(
                Map.of("PENSTOCK_EXEMPTIONS", exemptions.toString()),
                "control",
                "run",
                "bad",
                "--demo",
                "--mod-location",
                folder.toString());
        assertThat(ran.code()).isZero();
    }
}
