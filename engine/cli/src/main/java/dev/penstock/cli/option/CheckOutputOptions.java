package dev.penstock.cli.option;

import dev.penstock.cli.output.CheckFormat;
import dev.penstock.cli.output.Exports;
import dev.penstock.cli.output.ReportSettings;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.spi.error.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the report of a run is shown, and where else it goes. */
public final class CheckOutputOptions {
    @Option(
            names = "--output",
            defaultValue = "text",
            paramLabel = "<format>",
            converter = FormatConverter.OfChecks.class,
            description =
                    "text, brief, csv, json, html, md, snapshot (or pps), nunit3, junit, asff, sarif, ocsf, remediation (a"
                            + " script to review) or none (default: text).")
    private CheckFormat format = CheckFormat.TEXT;

    @Option(
            names = "--export",
            paramLabel = "<format|file>",
            description = "Write the report to a file, too: the name of a format, or of a file that ends as its format"
                    + " does, such as report.html or x.asff.json. May be given many times.")
    private List<String> exports = List.of();

    @Mixin
    private CsvOptions csv = new CsvOptions();

    /** Made by picocli. */
    public CheckOutputOptions() {}

    /** Whether nothing is shown. */
    public boolean isSilent() {
        return format == CheckFormat.NONE;
    }

    /** Whether the report has to say how to repair what was found. */
    public boolean needsRepairs() {
        return format == CheckFormat.REMEDIATION || Exports.of(exports).has(CheckFormat.REMEDIATION);
    }

    /**
     * Finds what is wrong with the options, before anything is run.
     *
     * @throws EngineException with code INVALID_PARAMETER or FILE_ACCESS
     */
    public void check() {
        csv.separator();
        Exports.of(exports);
    }

    /**
     * Shows and exports a report.
     *
     * @param told whether each file that was written is named on {@code err}
     * @return whether all files could be written; if not, that was said
     */
    public boolean write(CheckReport report, Mod mod, Terminal terminal, boolean told) throws IOException {
        var settings = ReportSettings.of(origin(mod), csv.header(), csv.separator(), terminal);
        format.renderer(settings).render(report, terminal);
        try {
            Exports.of(exports).write(report, settings, file -> tell(file, terminal, told));
            return true;
        } catch (EngineException e) {
            terminal.error(e.getMessage());
            return false;
        }
    }

    private static void tell(Path file, Terminal terminal, boolean told) {
        if (told) {
            terminal.err().println("File exported to " + file);
        }
    }

    private static ReportSettings.Origin origin(Mod mod) {
        String version = ReportSettings.class.getPackage().getImplementationVersion();
        return new ReportSettings.Origin(
                mod.name(),
                Path.of("").toAbsolutePath().toString(),
                Map.of(),
                version == null ? "0" : version,
                ZoneId.systemDefault());
    }
}
