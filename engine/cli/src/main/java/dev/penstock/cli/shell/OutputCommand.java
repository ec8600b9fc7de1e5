package dev.penstock.cli.shell;

import dev.penstock.cli.output.ResultFormat;
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
        return "[table|csv|json|jsonl|line|snapshot]";
    }

    @Override
    public String description() {
        return "Choose how rows are shown; without an argument say how.";
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
            state.terminal().out().println("output is " + state.format().name().toLowerCase(Locale.ROOT));
        } else if (candidates(state).contains(argument.toLowerCase(Locale.ROOT))) {
            state.format(ResultFormat.valueOf(argument.toUpperCase(Locale.ROOT)));
        } else {
            state.terminal()
                    .error("there is no format \"" + argument + "\"" + NearestName.hint(argument, candidates(state)));
        }
    }
}
