package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.cli.output.CheckFormat;
import dev.penstock.cli.output.Exports;
import dev.penstock.cli.output.ReportSettings;
import dev.penstock.spi.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files {@code --export} writes, and that they are whole. */
class ExportsTest {
    private static final ReportSettings SETTINGS =
            new ReportSettings(SampleReports.ORIGIN, true, ',', OptionalInt.of(40), true, false);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "x.json, JSON",
        "x.asff.json, ASFF",
        "x.ocsf.json, OCSF",
        "x.sarif.json, SARIF",
        "X.SARIF, SARIF",
        "x.xml, NUNIT3",
        "x.nunit3.xml, NUNIT3",
        "x.junit.xml, JUNIT",
        "x.txt, TEXT",
        "x.htm, HTML",
        "x.pps, SNAPSHOT"
    })
    void theLongestEndingTellsTheFormat(String file, CheckFormat format) {
        assertThat(CheckFormat.ofFile(file)).contains(format);
    }

    @Test
    void manyFilesAreWrittenAndNothingElse() throws IOException {
        Path json = folder.resolve("a.json");
        Path text = folder.resolve("a.txt");
        Files.writeString(text, "old");
        var told = new ArrayList<Path>();
        Exports.of(List.of(json + "," + text, folder.resolve("a.html").toString(), json.toString()))
                .write(SampleReports.large(100), SETTINGS, told::add);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.json", "a.txt", "a.html");
        }
        assertThat(told).hasSize(3);
        assertThat(Files.readString(json)).isEqualTo(SampleReports.text(CheckFormat.JSON, SampleReports.large(100)));
        // Neither the terminal's width nor its colours are those of a file.
        assertThat(Files.readString(text)).isEqualTo(SampleReports.text(CheckFormat.TEXT, SampleReports.large(100)));
    }

    @Test
    void oneThatFailsLeavesTheOthersAndWhatWasThere() throws IOException {
        Path lost = Files.createDirectory(folder.resolve("gone")).resolve("a.json");
        Path kept = folder.resolve("b.csv");
        Exports exports = Exports.of(List.of(lost.toString(), kept.toString()));
        Files.delete(lost.getParent());
        assertThatThrownBy(() -> exports.write(SampleReports.large(100), SETTINGS, file -> {}))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("a.json can't be written");
        assertThat(kept).exists();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(kept);
        }
    }

    @Test
    void mistakesAreFoundBeforeAnythingRuns() {
        refused("jsn", "invalid export format \"jsn\"; did you mean \"json\"?; formats are text, brief, csv, ");
        refused("x.docx", "invalid export format \"x.docx\"");
        refused("none", "invalid export format \"none\"");
        refused(folder + "/no/x.json", "there is no folder");
    }

    private static void refused(String value, String message) {
        assertThatThrownBy(() -> Exports.of(List.of(value)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aRunExportsUnderTheNameOfItsTarget() {
        Ran ran = Ran.penstock(
                "control",
                "run",
                "iam_user_one_active_key",
                "--demo",
                "--output",
                "none",
                "--export",
                folder.resolve("x.ocsf.json").toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(folder.resolve("x.ocsf.json")).content().contains("\"class_uid\": 2003");
        assertThat(Exports.fileName(CheckFormat.SNAPSHOT, SampleReports.nasty(), SETTINGS))
                .isEqualTo("m.benchmark.top.20260301T101533.pps");
    }

    @Test
    void anUnknownFormatIsAnsweredWithTheNearestAndAll() {
        Ran ran = Ran.penstock("control", "run", "iam_user_one_active_key", "--demo", "--output", "junitt");
        assertThat(ran.code()).isNotZero();
        assertThat(ran.err())
                .contains("there is no format \"junitt\"; did you mean \"junit\"?", "sarif, ocsf, remediation, none")
                .doesNotContain("Exception");
    }
}
