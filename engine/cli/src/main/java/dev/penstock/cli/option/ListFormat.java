package dev.penstock.cli.option;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How lists and attributes are shown. */
public final class ListFormat {
    @Option(
            names = "--output",
            defaultValue = "pretty",
            paramLabel = "<format>",
            description = "pretty or json (default: pretty).")
    private String output = "pretty";

    /** Made by picocli. */
    public ListFormat() {}

    /** Whether it is for programs. */
    public boolean isJson() {
        return switch (output.toLowerCase(Locale.ROOT)) {
            case "json" -> true;
            case "pretty" -> false;
            default ->
                throw new EngineException(
                        ErrorCode.INVALID_PARAMETER,
                        "there is no format \"" + output + "\" here; formats are pretty, json");
        };
    }
}
