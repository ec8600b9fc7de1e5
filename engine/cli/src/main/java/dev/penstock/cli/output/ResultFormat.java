package dev.penstock.cli.output;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The formats of a query's rows. */
public enum ResultFormat {
    TABLE,
    CSV,
    JSON,
    JSONL,
    LINE,
    MD,
    SNAPSHOT,
    NONE;

    private static final Map<String, String> SHORT = Map.of("pps", "snapshot", "sps", "snapshot", "markdown", "md");

    /** The names of all formats. */
    public static List<String> names() {
        return Arrays.stream(values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The format of this name, in any case; some have another one. */
    public static Optional<ResultFormat> named(String name) {
        String wanted = SHORT.getOrDefault(name.toLowerCase(Locale.ROOT), name);
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** What writes the format. */
    ResultRenderer renderer(ResultStyle style) {
        return switch (this) {
            case TABLE -> new TableResult(style);
            case CSV -> new CsvResult(style.header(), style.separator());
            case JSON -> new JsonResult();
            case JSONL -> new JsonLinesResult();
            case LINE -> new LineResult(style.prettyJson());
            case MD -> new MarkdownResult();
            case SNAPSHOT -> new SnapshotResult(Clock.systemUTC());
            case NONE -> ResultFormat::count;
        };
    }

    private static long count(ResultRows result, Terminal terminal) {
        long rows = 0;
        while (result.next() != null) {
            rows++;
        }
        return rows;
    }
}
