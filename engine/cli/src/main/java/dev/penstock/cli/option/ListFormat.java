package dev.penstock.cli.option;

import dev.penstock.cli.output.ListStyle;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import picocli.CommandLine.Option;

/** How lists and attributes are shown. */
public final class ListFormat {
    @Option(
            names = "--output",
            defaultValue = "pretty",
            paramLabel = "<format>",
            converter = FormatConverter.OfLists.class,
            description = "pretty, plain, json or yaml (default: pretty).")
    private ListStyle style = ListStyle.PRETTY;

    /** Made by picocli. */
    public ListFormat() {}

    /** The style that was asked for. */
    public ListStyle style() {
        return style;
    }

    /**
     * Whether it is for programs, where those get JSON only.
     *
     * @throws EngineException with code INVALID_PARAMETER if yaml was asked for
     */
    public boolean isJson() {
        if (style == ListStyle.YAML) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, "there is no yaml here; formats are pretty, plain, json");
        }
        return style == ListStyle.JSON;
    }
}
