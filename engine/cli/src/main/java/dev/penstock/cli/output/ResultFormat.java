package dev.penstock.cli.output;

/** The formats of a query's rows. */
public enum ResultFormat {
    TABLE,
    CSV,
    JSON,
    JSONL,
    LINE,
    NONE;

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
