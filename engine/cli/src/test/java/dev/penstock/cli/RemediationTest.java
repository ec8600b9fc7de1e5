package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.penstock.cli.output.CheckFormat;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Repair;
import dev.penstock.controls.model.RepairStep;
import dev.penstock.controls.model.RunError;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.tables.aws.simulator.AccessKey;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import dev.penstock.testkit.MotoServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that repairs: what stands in it, that it does nothing by itself, and that its commands do what they say. */
class RemediationTest {
    private static final String A = "111111111111";
    private static final String B = "222222222222";
    private static final String EVERY_CHARACTER = "-_+=,.@aZ09";

    private static final String MAKE_USERS = """
            import sys, boto3
            iam = boto3.client("iam", endpoint_url=sys.argv[1], region_name="us-east-1",
                               aws_access_key_id="testing", aws_secret_access_key="testing")
            for name, path, keys in (("none", "/", 0), ("one", "/", 1), ("two", "/x/", 2), ("-_+=,.@aZ09", "/", 2)):
                iam.create_user(UserName=name, Path=path)
                for i in range(keys):
                    iam.create_access_key(UserName=name)
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    private static List<ConnectionConfig> connection(URI endpoint) {
        return List.of(ControlRun.connection("aws", endpoint, "AKIAACCOUNTA"));
    }

    private static Estate keys() {
        return Estate.account(A)
                .created(daysAgo(1000))
                .user(
                        "used",
                        user -> user.path("/it's/$(exit;9)`/")
                                .created(daysAgo(500))
                                .key(key -> key.id("AKIAEXAMPLEOLDLASTUSED")
                                        .created(daysAgo(400))
                                        .lastUsed(daysAgo(1)))
                                .key(key -> key.id("AKIAEXAMPLENEWUSEDEARLIER")
                                        .created(daysAgo(10))
                                        .lastUsed(daysAgo(5))))
                .user(
                        EVERY_CHARACTER,
                        user -> user.created(daysAgo(500))
                                .key(key -> key.id("AKIAEXAMPLEOLDNEVERUSED").created(daysAgo(89)))
                                .key(key -> key.id("AKIAEXAMPLENEWNEVERUSED").created(daysAgo(3))))
                .user(
                        "--help",
                        user -> user.created(daysAgo(500))
                                .key(key -> key.id("AKIAEXAMPLEONCEUSED")
                                        .created(daysAgo(80))
                                        .lastUsed(daysAgo(70)))
                                .key(key -> key.id("AKIAEXAMPLENEVERUSED").created(daysAgo(2))))
                .user("fine", user -> user.key(key -> key.created(daysAgo(7))))
                .build();
    }

    @Test
    void theKeyThatWasUsedLastIsKeptAndOfKeysNeverUsedTheNewest() throws IOException, InterruptedException {
        Estate estate = keys();
        try (AwsSimulator simulator = AwsSimulator.start(estate)) {
            List<ConnectionConfig> connections = connection(simulator.endpoint());
            RepairScript script = RepairScript.of(connections, "cis_v200_1_13");
            assertThat(script.text())
                    .contains(
                            "Keep AKIAEXAMPLEOLDLASTUSED: it was used last, 1 days ago; it is 400 days old, so rotate it as well.\n")
                    .contains(
                            "Keep AKIAEXAMPLENEWNEVERUSED: no key was ever used, and this is the newest; it is 3 days old.\n")
                    .contains("Keep AKIAEXAMPLEONCEUSED: it was used last, 70 days ago; it is 80 days old.\n")
                    .doesNotContain("user/fine", "Account: ");
            assertThat(simulator.log().count("iam:ListAccessKeys")).isEqualTo(4);
            assertThat(simulator.log().count("iam:UpdateAccessKey")).isZero();
            assertThat(script.text().lines()).allMatch(line -> line.isEmpty() || line.startsWith("#"));
            assumeTrue(MotoServer.onPath("aws"), "skipped: no aws on the PATH");
            RepairScript.execute(script.text(), folder, simulator.endpoint());
            assertThat(ControlRun.over(connections, Duration.ofSeconds(20))
                            .verdicts()
                            .values())
                    .hasSize(4)
                    .containsOnly("ok");
            assertThat(estate.userNames().stream()
                            .flatMap(name -> estate.user(name).orElseThrow().keys().stream())
                            .filter(AccessKey::active)
                            .map(AccessKey::id))
                    .hasSize(4)
                    .contains("AKIAEXAMPLEOLDLASTUSED", "AKIAEXAMPLENEWNEVERUSED", "AKIAEXAMPLEONCEUSED");
        }
    }

    @Test
    void keysThatWereMadeWithTheirUserAreGoneAfterwards() throws IOException, InterruptedException {
        assumeTrue(MotoServer.onPath("aws"), "skipped: no aws on the PATH");
        Estate estate = Estate.account(A)
                .user(
                        "set-up",
                        user -> user.created(daysAgo(100))
                                .loginProfile()
                                .key(key -> key.id("AKIAEXAMPLEOFSETUP").created(daysAgo(100))))
                .build();
        try (AwsSimulator simulator = AwsSimulator.start(estate)) {
            RepairScript script = RepairScript.of(connection(simulator.endpoint()), "cis_v200_1_11");
            assertThat(script.report().counts().alarm()).isEqualTo(1);
            RepairScript.execute(script.text(), folder, simulator.endpoint());
            assertThat(estate.user("set-up").orElseThrow().keys()).isEmpty();
        }
    }

    @Test
    void theCommandsRepairMotoToo() throws IOException, InterruptedException {
        assumeTrue(MotoServer.onPath("aws"), "skipped: no aws on the PATH");
        try (MotoServer moto = MotoServer.start(folder)) {
            moto.fill(MAKE_USERS);
            List<ConnectionConfig> connections = connection(moto.endpoint());
            assertThat(ControlRun.over(connections, Duration.ofSeconds(20))
                            .verdicts()
                            .values())
                    .containsExactlyInAnyOrder("ok", "ok", "alarm", "alarm");
            RepairScript.execute(RepairScript.of(connections, "cis_v200_1_13").text(), folder, moto.endpoint());
            assertThat(ControlRun.over(connections, Duration.ofSeconds(20))
                            .verdicts()
                            .values())
                    .hasSize(4)
                    .containsOnly("ok");
        }
    }

    @Test
    void eachCommandSaysItsAccountAndWhatIsNotCoveredStandsAtTheTop() throws IOException {
        Estate one = Estate.account(A)
                .credentials("AKIAACCOUNTA")
                .user("same", u -> u.key().key())
                .build();
        Estate two = Estate.account(B)
                .credentials("AKIAACCOUNTB")
                .user("same", u -> u.key().key())
                .build();
        SimulatorOptions options = SimulatorOptions.defaults().withFault(Faults.denied("iam:ListServerCertificates"));
        try (AwsSimulator simulator = AwsSimulator.start(List.of(one, two), options)) {
            String script = RepairScript.of(
                            List.of(
                                    ControlRun.connection("a", simulator.endpoint(), "AKIAACCOUNTA"),
                                    ControlRun.connection("again", simulator.endpoint(), "AKIAACCOUNTA"),
                                    ControlRun.connection("b", simulator.endpoint(), "AKIAACCOUNTB")),
                            "cis_v200_1_19",
                            "cis_v200_1_13",
                            "cis_v200_1_17")
                    .text();
            assertThat(script.lines().limit(6))
                    .anyMatch(line -> line.contains(" in account " + A + " and " + B + "."))
                    .anyMatch(line -> line.startsWith(
                            "# Not covered: 3 of aws_compliance.control.cis_v200_1_19 that could not be judged: "));
            assertThat(script.lines().filter(line -> line.startsWith("# Account: ")))
                    .startsWith("# Account: " + A, "# Account: " + B);
            assertThat(script.lines().filter(line -> line.startsWith("# aws iam update-access-key")))
                    .hasSize(2);
            assertThat(script)
                    .contains("# No commands are known for it; how to repair it says: penstock control show"
                            + " aws_compliance.control.cis_v200_1_17\n");
        }
    }

    @Test
    void noTextEndsACommentAndEachWordArrivesAsItIs() throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        for (char c = ' '; c < 127; c++) {
            words.add(String.valueOf(c));
        }
        words.addAll(List.of("", "it's", "'''", "a\\'b", "$(exit 9)", "`exit 9`", "~", "-n", "é東京", "# x", "!!"));
        var steps = new ArrayList<RepairStep>();
        CheckReport nasty = SampleReports.nasty();
        for (String text : SampleReports.NASTY) {
            String resource = "arn:aws:iam::123456789012:user/" + text;
            var command = new ArrayList<>(List.of("aws", text));
            command.addAll(words);
            steps.add(new RepairStep(resource, "", text, command));
        }
        var error = new RunError(RunError.Kind.FAILED, SampleReports.NASTY.get(3));
        String script = SampleReports.text(
                CheckFormat.REMEDIATION,
                nasty.withRepairs(Map.of("m.control.first", new Repair(steps, Optional.of(error)))));
        assertThat(script.lines())
                .allMatch(line -> line.isEmpty() || line.startsWith("# ") || line.equals("#!/bin/sh"));
        assertThat(script)
                .doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]|[\\u2028\\u202E\\u0085]")
                .contains("two\\nlines\\r\\nand");
        assertThat(script)
                .contains("\n# Not covered: m.control.denied could not run: iam:ListUsers was denied")
                .contains("\n# Not covered: commands for m.control.first: control \\u0000");
        assertThat(script.lines().filter(line -> line.startsWith("# Not written, ")))
                .hasSize(5);
        Path arguments = folder.resolve("arguments");
        Files.writeString(folder.resolve("aws"), "#!/bin/sh\nprintf '%s\\0' \"$@\" >> '" + arguments + "'\n");
        assertThat(folder.resolve("aws").toFile().setExecutable(true)).isTrue();
        String found = "PATH=" + folder + ":$PATH\n" + script;
        RepairScript.execute(found, folder, URI.create("http://127.0.0.1:1"));
        var expected = new ArrayList<String>();
        for (int harmless : new int[] {0, 4, 5, 6}) {
            expected.add(SampleReports.NASTY.get(harmless));
            expected.addAll(words);
        }
        assertThat(Files.readString(arguments).split("\0", -1)).startsWith(expected.toArray(String[]::new));
    }

    @Test
    void whereTheStepsCannotBeFoundOutTheScriptSaysSoAndTheRunEndsWithAnError() throws IOException {
        Files.writeString(folder.resolve("mod.pp"), """
                mod "own" {}
                control "right" { query = query.found }
                control "wrong" { query = query.other }
                control "sound" { query = query.fine }
                """);
        String alarm = "select 'it' as resource, 'alarm' as status, 'why' as reason";
        Files.writeString(folder.resolve("found.sql"), alarm);
        Files.writeString(
                folder.resolve("found_remediation.sql"),
                "select r as resource, 'do' as step, '[\"aws\", \"a b\"]'::jsonb as command from (values ('it'), ('else')) as t (r)");
        Files.writeString(folder.resolve("other.sql"), alarm);
        Files.writeString(
                folder.resolve("other_remediation.sql"), "select 'it' as resource, 'do' as step, 'aws' as command");
        Files.writeString(folder.resolve("fine.sql"), alarm.replace("'alarm'", "'ok'"));
        Files.writeString(folder.resolve("fine_remediation.sql"), "select nonsense");
        Ran ran = Ran.penstock(
                "control", "run", "all", "--demo", "--mod-location", folder.toString(), "--output", "remediation");
        String error = "the remediation query must give the words of each command as a jsonb array of texts, not aws";
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("how to repair own.control.wrong is not known: " + error)
                .doesNotContain("nonsense");
        assertThat(ran.out())
                .contains("# Not covered: commands for own.control.wrong: " + error)
                .containsOnlyOnce("# aws 'a b'\n")
                .contains("penstock control show own.control.wrong")
                .doesNotContain("own.control.sound");
    }

    @Test
    void theExitCodeIsThatOfEveryFormatAndAFileGetsTheSame() throws IOException {
        Path file = folder.resolve("repair.sh");
        Ran ran = Ran.penstock(
                "control", "run", "cis_v200_1_13", "--demo", "--output", "remediation", "--export", file.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).startsWith("#!/bin/sh\n").contains("# aws iam update-access-key --access-key-id AKIA");
        assertThat(Files.readString(file)).isEqualTo(ran.out());
        Ran permissions = Ran.penstock("control", "run", "cis_v200_1_13", "--output", "remediation", "--permissions");
        assertThat(permissions.out()).contains("iam:GetAccessKeyLastUsed");
    }
}
