package dev.penstock.cli.shell.dot;

import dev.penstock.cli.output.ResultFormat;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code .output format}. */
record OutputCommand() implements DotCommand {
    @Override
    public String name() {
        return ".output";
    }

    @Override
    public String argument() {
        return "[format]";
    }

    @Override
    public String description() {
        return "Choose how rows are shown: table, csv, json, jsonl, line, md or snapshot; without an argument say how.";
    }

    @Override
    public List<String> candidates(ShellState state) {
        return Arrays.stream(ResultFormat.values())
                .filter(format -> format != ResultFormat.NONE)
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public void run(ShellState state, String argument) {
        if (argument.isEmpty()) {
            state.say("output is " + state.style().format().name().toLowerCase(Locale.ROOT));
        } else {
            state.style(state.style()
                    .with(ResultFormat.named(argument)
                            .orElseThrow(() -> new EngineException(
                                    ErrorCode.INVALID_PARAMETER,
                                    "there is no format \"" + argument + "\""
                                            + NearestName.hint(argument, candidates(state))))));
        }
    }
}
