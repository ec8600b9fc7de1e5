package dev.penstock.cli.output;

/** The formats of a run of controls. */
public enum CheckFormat {
    TEXT,
    BRIEF,
    CSV,
    JSON,
    NONE;

    /**
     * What writes the format.
     *
     * @param header whether CSV has a line of names
     * @param separator what stands between the fields of CSV
     */
    public CheckRenderer renderer(boolean header, char separator) {
        return switch (this) {
            case TEXT -> new TextReport(false);
            case BRIEF -> new TextReport(true);
            case CSV -> new CsvReport(header, separator);
            case JSON -> new JsonReport();
            case NONE -> (report, terminal) -> {};
        };
    }
}
