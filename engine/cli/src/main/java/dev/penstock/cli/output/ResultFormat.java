package dev.penstock.cli.output;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of a query's rows. */
public enum ResultFormat {
    TABLE,
    CSV,
    JSON,
    JSONL,
    LINE,
    SNAPSHOT,
    NONE;

    /** The names of all formats. */
    public static List<String> names() {
        return Arrays.stream(values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The format of this name, in any case; snapshots have a short one. */
    public static Optional<ResultFormat> named(String name) {
        String wanted = name.equalsIgnoreCase("pps") ? SNAPSHOT.name() : name;
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(wanted))
                .findFirst();
    }

    /**
     * What writes the format.
     *
     * @param header whether tables and CSV have a line of names
     * @param separator what stands between the fields of CSV
     */
    public ResultRenderer renderer(boolean header, char separator) {
        return switch (this) {
            case TABLE -> new TableResult(header);
            case CSV -> new CsvResult(header, separator);
            case JSON -> new JsonResult();
            case JSONL -> new JsonLinesResult();
            case LINE -> new LineResult();
            case SNAPSHOT -> new SnapshotResult(Clock.systemUTC());
            case NONE -> ResultFormat::count;
        };
    }

    private static long count(dev.penstock.sql.QueryResult result, Terminal terminal) {
        long rows = 0;
        while (result.next() != null) {
            rows++;
        }
        return rows;
    }
}
