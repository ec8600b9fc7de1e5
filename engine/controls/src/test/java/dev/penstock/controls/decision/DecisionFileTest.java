package dev.penstock.controls.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.Query;
import dev.penstock.controls.model.Status;
import dev.penstock.spi.Wildcard;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The file of exemptions: which results its entries are about, until when, and what is refused. */
class DecisionFileTest {
    private static final Control KEYS = control("keys", Map.of("cis_level", "1"));
    private static final Control ROOT = control("root", Map.of("cis_level", "2"));
    private static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private static Control control(String name, Map<String, String> tags) {
        return new Control("m", name, name, "", "", tags, "", new Query("m", name, "", "", "select 1"));
    }

    private static List<Control> named(String name) {
        List<Control> found = Stream.of(KEYS, ROOT)
                .filter(control -> Wildcard.of(name).matches(control.name()))
                .toList();
        if (found.isEmpty()) {
            throw new EngineException(ErrorCode.UNKNOWN_NAME, "there is no control " + name);
        }
        return found;
    }

    private Decisions read(Instant now, String text) {
        try {
            // The zone of the clock is that of the user, which must not matter.
            var clock = Clock.fixed(now, ZoneId.of("Pacific/Kiritimati"));
            return new DecisionFile(DecisionFileTest::named, clock)
                    .read(Files.writeString(folder.resolve("exemptions.hcl"), text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String exemption(String about) {
        return """
                exemption "x" {
                  %s
                  reason  = "a reason"
                  owner   = "an owner"
                  expires = "2026-06-30"
                }
                """.formatted(about);
    }

    private static ControlResult result(Status status, String resource, String account, String region) {
        return new ControlResult(
                status,
                "because",
                resource,
                List.of(new Dimension("region", region), new Dimension("account_id", account)));
    }

    private static ControlResult alarm(String resource) {
        return result(Status.ALARM, resource, "111111111111", "eu-west-1");
    }

    private Status status(String about, Control control, ControlResult result) {
        return read(NOON, exemption(about)).reviewed(control, result).status();
    }

    @Test
    void aResourceIsNamedExactlyOrByAPattern() {
        String arn = "arn:aws:iam::111111111111:user/ann";
        assertThat(status("control = \"keys\"\nresource = \"" + arn + "\"", KEYS, alarm(arn)))
                .isEqualTo(Status.EXEMPT);
        assertThat(status("control = \"keys\"\nresource = \"" + arn + "\"", KEYS, alarm(arn + "a")))
                .isEqualTo(Status.ALARM);
        assertThat(status("control = \"keys\"\nresource = \"*:user/a?n\"", KEYS, alarm(arn)))
                .isEqualTo(Status.EXEMPT);
        assertThat(status("control = \"keys\"\nresource_regex = \".*/(ann|bob)\"", KEYS, alarm(arn)))
                .isEqualTo(Status.EXEMPT);
        assertThat(status("control = \"keys\"\nresource_regex = \"ann|bob\"", KEYS, alarm(arn)))
                .as("a regular expression covers the whole name")
                .isEqualTo(Status.ALARM);
        assertThat(status("control = \"keys\"\nresource = \"role[1]\"", KEYS, alarm("role[1]")))
                .isEqualTo(Status.EXEMPT);
    }

    @Test
    void itIsAboutItsControlsAccountsTagsAndDimensionsOnly() {
        String all = "control = \"*\"\nresource = \"*\"\n";
        assertThat(status("control = \"keys\"\nresource = \"*\"", ROOT, alarm("r")))
                .isEqualTo(Status.ALARM);
        assertThat(status("control = [\"root\", \"keys\"]\nresource = \"*\"", KEYS, alarm("r")))
                .isEqualTo(Status.EXEMPT);
        assertThat(status(all + "account_id = \"111111111111\"", KEYS, alarm("r")))
                .isEqualTo(Status.EXEMPT);
        assertThat(status(all + "account_id = [\"222222222222\"]", KEYS, alarm("r")))
                .isEqualTo(Status.ALARM);
        assertThat(status(all + "tags = { cis_level = \"2\" }", KEYS, alarm("r")))
                .isEqualTo(Status.ALARM);
        assertThat(status(all + "tags = { cis_level = \"2\" }", ROOT, alarm("r")))
                .isEqualTo(Status.EXEMPT);
        assertThat(status(all + "dimensions = { region = \"eu-west-1\" }", KEYS, alarm("r")))
                .isEqualTo(Status.EXEMPT);
        assertThat(status(all + "dimensions = { region = \"eu-west-2\" }", KEYS, alarm("r")))
                .isEqualTo(Status.ALARM);
        assertThat(status(all + "dimensions = { zone = \"\" }", KEYS, alarm("r")))
                .isEqualTo(Status.ALARM);
    }

    @Test
    void onlyAnAlarmCanBeExempt() {
        for (Status status : List.of(Status.ERROR, Status.INFO, Status.OK, Status.SKIP)) {
            var result = result(status, "r", "111111111111", "eu-west-1");
            assertThat(read(NOON, exemption("control = \"*\"\nresource = \"*\""))
                            .reviewed(KEYS, result))
                    .isEqualTo(result);
        }
    }

    @Test
    void itHoldsToTheEndOfItsDayInUtc() {
        String text = exemption("control = \"keys\"\nresource = \"*\"");
        ControlResult last =
                read(Instant.parse("2026-06-30T23:59:59.999Z"), text).reviewed(KEYS, alarm("r"));
        assertThat(last.status()).isEqualTo(Status.EXEMPT);
        assertThat(last.explanation()).isEqualTo("because [exempt until 2026-06-30 by an owner (x): a reason]");
        ControlResult over = read(Instant.parse("2026-07-01T00:00:00Z"), text).reviewed(KEYS, alarm("r"));
        assertThat(over.status()).isEqualTo(Status.ALARM);
        assertThat(over.explanation()).isEqualTo("because [exemption x of an owner expired on 2026-06-30]");
    }

    @Test
    void anEntryInForceWinsOverOneThatExpired() {
        String text = exemption("control = \"keys\"\nresource = \"*\"").replace("2026-06-30", "2026-01-01")
                + exemption("control = \"keys\"\nresource = \"r\"").replace("\"x\"", "\"y\"");
        assertThat(read(NOON, text)
                        .reviewed(KEYS, alarm("r"))
                        .decision()
                        .orElseThrow()
                        .name())
                .isEqualTo("y");
        assertThat(read(NOON, text).reviewed(KEYS, alarm("s")).status()).isEqualTo(Status.ALARM);
    }

    @Test
    void whatIsAttestedStaysInfoAndSaysWhoLookedWhen() {
        String text = """
                attestation "contact" {
                  control    = "root"
                  account_id = "111111111111"
                  by         = "ann"
                  date       = "2026-06-01"
                  note       = "seen in the console"
                  expires    = "%s"
                }
                """;
        ControlResult manual = result(Status.INFO, "r", "111111111111", "");
        ControlResult attested = read(NOON, text.formatted("2026-12-31")).reviewed(ROOT, manual);
        assertThat(attested.status()).isEqualTo(Status.INFO);
        assertThat(attested.explanation())
                .isEqualTo("because [attested on 2026-06-01 by ann until 2026-12-31 (contact): seen in the console]");
        ControlResult over = read(NOON, text.formatted("2026-06-29")).reviewed(ROOT, manual);
        assertThat(over.explanation())
                .isEqualTo("because [attestation contact expired on 2026-06-29; attested on 2026-06-01 by ann:"
                        + " seen in the console]");
        ControlResult elsewhere = result(Status.INFO, "r", "222222222222", "");
        assertThat(read(NOON, text.formatted("2026-12-31")).reviewed(ROOT, elsewhere))
                .isEqualTo(elsewhere);
        ControlResult alarm = alarm("r");
        assertThat(read(NOON, text.formatted("2026-12-31")).reviewed(ROOT, alarm))
                .isEqualTo(alarm);
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrongIsNamedWithItsPlace() {
        String about = "control = \"keys\"\n  resource = \"*\"";
        return Stream.of(
                refused(
                        "3:3: there is no attribute resorce here; did you mean \"resource\"?",
                        exemption("control = \"keys\"\n  resorce = \"*\"")),
                refused("1:1: the attribute reason is missing", exemption(about).replaceAll(" *reason .*\n", "")),
                refused("1:1: the attribute owner is missing", exemption(about).replaceAll(" *owner .*\n", "")),
                refused(
                        "1:1: the attribute expires is missing",
                        exemption(about).replaceAll(" *expires .*\n", "")),
                refused(
                        "1:1: resource or resource_regex is missing; resource = \"*\" stands for every resource",
                        exemption("control = \"keys\"")),
                refused(
                        "4:3: reason must be a text in quotes, and not empty",
                        exemption(about).replace("a reason", " ")),
                refused(
                        "6:3: expires must be a date such as \"2026-12-31\", not \"2026-02-30\"",
                        exemption(about).replace("2026-06-30", "2026-02-30")),
                refused("2:3: there is no control kees", exemption(about.replace("keys", "kees"))),
                refused(
                        "4:3: no control that it is about has the tags {team=a}",
                        exemption(about + "\n  tags = { team = \"a\" }")),
                refused(
                        "4:3: an account is twelve digits in quotes, not \"1\"",
                        exemption(about + "\n  account_id = \"1\"")),
                refused(
                        "4:3: account_id must be a text in quotes, or a list of them, not a number",
                        exemption(about + "\n  account_id = 12345678901")),
                refused(
                        "3:3: it is no regular expression: Unclosed group",
                        exemption("control = \"keys\"\n  resource_regex = \"(\"")),
                refused(
                        "4:3: resource and resource_regex exclude one another",
                        exemption(about + "\n  resource_regex = \".*\"")),
                refused("9:1: there is another exemption of this name", exemption(about) + "\n" + exemption(about)),
                refused(
                        "1:1: there is no block exception here; did you mean \"exemption\"?",
                        exemption(about).replace("exemption", "exception")),
                refused(
                        "1:1: a block exemption has 1 label, not 0",
                        exemption(about).replace(" \"x\"", "")),
                refused("4:13: there is no someone here", exemption(about).replace("\"a reason\"", "someone")),
                refused("nobody can have attested it on 2026-07-02 yet", """
                        attestation "x" {
                          control = "root"
                          by      = "ann"
                          date    = "2026-07-02"
                          note    = "seen"
                          expires = "2027-01-01"
                        }
                        """));
    }

    private DynamicTest refused(String words, String text) {
        return DynamicTest.dynamicTest(words, () -> {
            var error = catchThrowableOfType(EngineException.class, () -> read(NOON, text));
            assertThat(error.getMessage()).contains(words).startsWith(folder.resolve("exemptions.hcl") + ":");
            assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PARAMETER);
        });
    }

    @Test
    void severalMistakesAreCountedAndTheFirstIsNamed() {
        var error = catchThrowableOfType(
                EngineException.class,
                () -> read(NOON, exemption("control = \"kees\"\nresource = \"*\"\naccount_id = \"x\"")));
        assertThat(error.getMessage()).contains("there is no control kees").endsWith("(and 1 more)");
    }

    @Test
    void yamlIsRefused() {
        var reader = new DecisionFile(DecisionFileTest::named, Clock.systemUTC());
        var error = catchThrowableOfType(EngineException.class, () -> reader.read(folder.resolve("x.yml")));
        assertThat(error.getMessage())
                .isEqualTo("exemptions are written in HCL, not in YAML as " + folder.resolve("x.yml") + " is");
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        var reader = new DecisionFile(DecisionFileTest::named, Clock.systemUTC());
        var error = catchThrowableOfType(EngineException.class, () -> reader.read(folder.resolve("none.hcl")));
        assertThat(error.code()).isEqualTo(ErrorCode.FILE_ACCESS);
        assertThat(error.getMessage()).isEqualTo("there is no file of exemptions " + folder.resolve("none.hcl"));
    }
}
