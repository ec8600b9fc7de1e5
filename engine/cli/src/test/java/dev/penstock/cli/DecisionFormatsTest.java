package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cli.output.CheckFormat;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.Status;
import dev.penstock.testkit.GoldenFile;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What was decided, in every format: an alarm that is exempt, one that no longer is, something attested. */
class DecisionFormatsTest {
    private static final CheckReport REPORT = report();

    private static CheckReport report() {
        ReportNode.Check check = SampleReports.check(
                "keys",
                "high",
                List.of(
                        alarm("expired").with(SampleReports.exemption("migration", true)),
                        alarm("open"),
                        alarm("accepted").with(SampleReports.exemption("break glass", false)),
                        new ControlResult(Status.INFO, "look at it", "manual", List.of())
                                .with(SampleReports.attestation("yearly review"))));
        return new CheckReport(List.of(SampleReports.group("top", "Decided", check)), check.started(), check.ended())
                .withNotes(List.of("exemption old (exemptions.hcl:9:1) matches no alarm"));
    }

    private static ControlResult alarm(String resource) {
        return new ControlResult(
                Status.ALARM,
                resource + " has 2 keys.",
                resource,
                List.of(new Dimension("account_id", "123456789012")));
    }

    @TestFactory
    Stream<DynamicTest> everyFormatCarriesThem() {
        return Stream.of(CheckFormat.values())
                .filter(format -> format != CheckFormat.NONE && format != CheckFormat.HTML)
                .map(format -> DynamicTest.dynamicTest(
                        format.text(),
                        () -> GoldenFile.check(
                                "decided" + format.extension().orElseThrow(), SampleReports.text(format, REPORT))));
    }

    @Test
    void thePageShowsThemAndCountsThemApart() throws IOException {
        assertThat(SampleReports.text(CheckFormat.HTML, REPORT))
                .contains(
                        "exempt until 2026-12-31 by break glass",
                        "exemption migration of migration expired on 2026-02-28",
                        "attested on 2026-01-15 by yearly review until 2026-12-31",
                        "data-status=\"exempt\"",
                        "2 alarm, 0 error, 1 exempt, 1 info",
                        "exemption old (exemptions.hcl:9:1) matches no alarm");
    }
}
