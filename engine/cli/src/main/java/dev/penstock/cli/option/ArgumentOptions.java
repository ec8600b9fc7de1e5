package dev.penstock.cli.option;

import dev.penstock.controls.model.Arguments;
import dev.penstock.controls.model.SqlValue;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Values for the parameters of a query. */
public final class ArgumentOptions {
    @Option(
            names = "--arg",
            paramLabel = "<name>=<value>",
            description = "A value for a parameter, by name; or without a name, by place. It is taken as text.")
    private List<String> items = List.of();

    /** Made by picocli. */
    public ArgumentOptions() {}

    /**
     * The values: what stands behind the first equals sign is text, whatever it is.
     *
     * @throws EngineException with code INVALID_PARAMETER if some are by name and others by place, or one is there twice
     */
    public Arguments arguments() {
        Map<String, SqlValue> named = new LinkedHashMap<>();
        var positional = new ArrayList<SqlValue>();
        for (String item : items) {
            int equals = item.indexOf('=');
            if (equals <= 0) {
                positional.add(SqlValue.text(item));
            } else if (named.put(item.substring(0, equals).strip(), SqlValue.text(item.substring(equals + 1)))
                    != null) {
                throw new EngineException(
                        ErrorCode.INVALID_PARAMETER,
                        "--arg " + item.substring(0, equals).strip() + " is given twice");
            }
        }
        if (!named.isEmpty() && !positional.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, "--arg takes all values by name or all by place, not some of each");
        }
        return named.isEmpty() ? Arguments.positional(positional) : Arguments.named(named);
    }
}
