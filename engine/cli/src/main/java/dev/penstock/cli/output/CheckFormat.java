package dev.penstock.cli.output;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of a run of controls. */
public enum CheckFormat {
    TEXT(".txt"),
    BRIEF(".brief.txt"),
    CSV(".csv"),
    JSON(".json"),
    HTML(".html .htm"),
    MD(".md .markdown"),
    SNAPSHOT(".pps"),
    NUNIT3(".nunit3.xml .xml"),
    JUNIT(".junit.xml"),
    ASFF(".asff.json"),
    SARIF(".sarif .sarif.json"),
    OCSF(".ocsf.json"),
    REMEDIATION(".sh"),
    NONE("");

    private static final String SHORT_FOR_SNAPSHOT = "pps";

    /** What its files end in, the usual one first, with blanks between. */
    private final String endings;

    CheckFormat(String endings) {
        this.endings = endings;
    }

    private Stream<String> extensions() {
        return Stream.of(endings.split(" ")).filter(ending -> !ending.isEmpty());
    }

    /** Its name, as people type it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of all formats. */
    public static List<String> names() {
        return Arrays.stream(values()).map(CheckFormat::text).toList();
    }

    /** The format of this name, in any case. */
    public static Optional<CheckFormat> named(String name) {
        String wanted = name.equalsIgnoreCase(SHORT_FOR_SNAPSHOT) ? SNAPSHOT.name() : name;
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** The format of a file, by the longest ending that fits: {@code x.asff.json} is not plain JSON. */
    public static Optional<CheckFormat> ofFile(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.fit(name) > 0)
                .max(Comparator.comparingInt(format -> format.fit(name)));
    }

    private int fit(String file) {
        return extensions()
                .filter(file::endsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** What files of the format end in, with its dot; empty if it is not for files. */
    public Optional<String> extension() {
        return extensions().findFirst();
    }

    /** What writes the format. */
    public CheckRenderer renderer(ReportSettings settings) {
        return switch (this) {
            case TEXT -> new TextReport(false, settings.columns(), settings.colours());
            case BRIEF -> new TextReport(true, settings.columns(), settings.colours());
            case CSV -> new CsvReport(settings.header(), settings.separator(), settings.origin());
            case JSON -> new JsonReport(settings.origin());
            case HTML -> new HtmlReport(settings.origin());
            case MD -> new MarkdownReport(settings.origin());
            case SNAPSHOT -> new SnapshotReport(settings.origin(), settings.compact());
            case NUNIT3 -> new NunitReport(settings.origin());
            case JUNIT -> new JunitReport(settings.origin());
            case ASFF -> new AsffReport(settings.origin());
            case SARIF -> new SarifReport(settings.origin());
            case OCSF -> new OcsfReport(settings.origin());
            case REMEDIATION -> new RemediationScript(settings.origin());
            case NONE -> (report, out) -> {};
        };
    }
}
