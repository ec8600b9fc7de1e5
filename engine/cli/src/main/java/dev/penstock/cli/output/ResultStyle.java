package dev.penstock.cli.output;

/**
 * How the rows of a query are shown.
 *
 * @param header whether tables and CSV have a line of names
 * @param separator what stands between the fields of CSV
 * @param lines when a table gives way to a line for each value
 * @param prettyJson whether JSON is laid out over several lines in tables and lines
 */
public record ResultStyle(ResultFormat format, boolean header, char separator, Lines lines, boolean prettyJson) {
    /** When rows are shown value by value. */
    public enum Lines {
        OFF,
        ON,
        /** Where they do not fit into the terminal. */
        AUTO
    }

    /** A style whose tables give way where they do not fit. */
    public static ResultStyle of(ResultFormat format, boolean header, char separator) {
        return new ResultStyle(format, header, separator, Lines.AUTO, false);
    }

    /** The same in another format. */
    public ResultStyle with(ResultFormat other) {
        return new ResultStyle(other, header, separator, lines, prettyJson);
    }

    /** The same with or without a line of names. */
    public ResultStyle withHeader(boolean shown) {
        return new ResultStyle(format, shown, separator, lines, prettyJson);
    }

    /** The same with another separator. */
    public ResultStyle withSeparator(char other) {
        return new ResultStyle(format, header, other, lines, prettyJson);
    }

    /** The same with tables that give way at other times. */
    public ResultStyle withLines(Lines when) {
        return new ResultStyle(format, header, separator, when, prettyJson);
    }

    /** The same with JSON laid out or not. */
    public ResultStyle withPrettyJson(boolean pretty) {
        return new ResultStyle(format, header, separator, lines, pretty);
    }

    /** What writes rows so. */
    public ResultRenderer renderer() {
        return format.renderer(this);
    }
}
