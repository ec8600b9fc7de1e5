package dev.penstock.cli.option;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import picocli.CommandLine.Option;

/** What CSV looks like. */
public final class CsvOptions {
    @Option(
            names = "--header",
            negatable = true,
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            paramLabel = "true|false",
            description = "A line of column names in csv and table (default: true).")
    private boolean header;

    @Option(
            names = "--separator",
            defaultValue = ",",
            paramLabel = "<character>",
            description = "What stands between the fields of csv (default: ,).")
    private String separator = ",";

    /** Made by picocli. */
    public CsvOptions() {}

    /** Whether there is a line of names. */
    public boolean header() {
        return header;
    }

    /** What stands between fields. */
    public char separator() {
        if (separator.length() != 1 || "\"\r\n".contains(separator)) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, "--separator takes one character, not \"" + separator + "\"");
        }
        return separator.charAt(0);
    }
}
