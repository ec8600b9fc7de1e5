package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cli.output.CheckFormat;
import dev.penstock.cli.output.ReportSettings;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.model.Benchmark;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.Query;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.RunError;
import dev.penstock.controls.model.Status;
import dev.penstock.testkit.GoldenFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each format against a file that people have read. */
class OutputTest {
    private static final CheckReport REPORT = new CheckReport(
            List.of(group(
                    "top",
                    "A benchmark with a title",
                    group(
                            "inner",
                            "1 Inner",
                            check(
                                    "one",
                                    "high",
                                    Optional.empty(),
                                    ok("ann is fine"),
                                    alarm("böb, \"quoted\"\nand broken \u001b[31m"))),
                    check(
                            "two",
                            "",
                            Optional.of("iam:ListUsers was denied in account 123456789012"),
                            new ControlResult[0]),
                    check("three", "critical", Optional.empty(), new ControlResult[0]))),
            Instant.EPOCH,
            Instant.EPOCH);

    private static ReportNode group(String name, String title, ReportNode... children) {
        return new ReportNode.Group(
                new Benchmark("m", name, title, "About " + name, "", Map.of("k", "v"), List.of()), List.of(children));
    }

    private static ReportNode check(String name, String severity, Optional<String> error, ControlResult... results) {
        var control = new Control(
                "m",
                name,
                "Control " + name + " with a rather long title, longer than a narrow terminal",
                "Why " + name,
                "",
                Map.of("item", name),
                severity,
                new Query("m", name, "", "", "select 1"));
        return new ReportNode.Check(
                control,
                List.of(results),
                error.map(text -> new RunError(RunError.Kind.FAILED, text)),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static ControlResult ok(String reason) {
        return new ControlResult(
                Status.OK,
                reason,
                "arn:ok",
                List.of(new Dimension("account_id", "123456789012"), new Dimension("region", "")));
    }

    private static ControlResult alarm(String reason) {
        return new ControlResult(
                Status.ALARM,
                reason,
                "arn:alarm",
                List.of(new Dimension("account_id", "123456789012"), new Dimension("region", "東京")));
    }

    @TestFactory
    Stream<DynamicTest> reports() {
        return Stream.of(
                golden("report.txt", CheckFormat.TEXT, OptionalInt.empty(), false),
                golden("report-60-columns.txt", CheckFormat.TEXT, OptionalInt.of(60), false),
                golden("report-colours.txt", CheckFormat.TEXT, OptionalInt.of(80), true),
                golden("report-brief.txt", CheckFormat.BRIEF, OptionalInt.of(100), false),
                golden("report.json", CheckFormat.JSON, OptionalInt.empty(), false),
                golden("report.csv", CheckFormat.CSV, OptionalInt.empty(), false),
                golden("report.md", CheckFormat.MD, OptionalInt.empty(), false),
                golden("report.nunit3.xml", CheckFormat.NUNIT3, OptionalInt.empty(), false),
                golden("report.junit.xml", CheckFormat.JUNIT, OptionalInt.empty(), false),
                golden("report.asff.json", CheckFormat.ASFF, OptionalInt.empty(), false),
                golden("report.sarif", CheckFormat.SARIF, OptionalInt.empty(), false),
                golden("report.ocsf.json", CheckFormat.OCSF, OptionalInt.empty(), false),
                golden("report.sh", CheckFormat.REMEDIATION, OptionalInt.empty(), false),
                golden("report.pps", CheckFormat.SNAPSHOT, OptionalInt.empty(), false));
    }

    private static DynamicTest golden(String file, CheckFormat format, OptionalInt columns, boolean colours) {
        return DynamicTest.dynamicTest(file, () -> GoldenFile.check(file, rendered(format, columns, colours)));
    }

    private static String rendered(CheckFormat format, OptionalInt columns, boolean colours) throws IOException {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        var terminal = new Terminal(stream, stream, false, columns.isPresent(), false, columns, colours);
        format.renderer(ReportSettings.of(SampleReports.ORIGIN, true, ',', terminal))
                .render(REPORT, terminal);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyLineOfTheTreeEndsAtTheSameColumn() throws IOException {
        for (int width : List.of(30, 60, 99, 200)) {
            assertThat(rendered(CheckFormat.TEXT, OptionalInt.of(width), false).lines())
                    .filteredOn(line -> line.contains(" .."))
                    .allSatisfy(line -> assertThat(line.replace("東京", "四四四四")).hasSize(Math.max(width, 40)));
        }
    }

    @TestFactory
    Stream<DynamicTest> results() {
        String sql = "select name, path, mfa_enabled, tags, password_last_used::date as seen, 1.50 as n, name"
                + " from aws_iam_user where name in ('alice', 'legacy-import') order by name";
        return Stream.of("table", "csv", "json", "jsonl", "line", "snapshot")
                .map(format -> DynamicTest.dynamicTest(format, () -> {
                    String text = Ran.penstock(
                                    "query",
                                    "--demo",
                                    sql.replace("password_last_used::date", "create_date"),
                                    "--output",
                                    format)
                            .out();
                    GoldenFile.check(
                            "result-" + format + ".txt",
                            text.replaceAll("\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2}:\\d{2}\\+00|T[0-9:.]+Z)", "(a time)"));
                }));
    }

    @Test
    void aTableFoldsWhatTheTerminalHasNoRoomFor() {
        Ran ran =
                Ran.onTerminal(60, "query", "--demo", "select name, arn, arn from aws_iam_user order by name limit 2");
        assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
        assertThat(ran.out()).contains("alice");
    }
}
