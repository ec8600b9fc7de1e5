package dev.penstock.cli.shell.dot;

import dev.penstock.cli.output.Timing;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.List;
import java.util.Locale;

/** {@code .timing [off|on|verbose]}. */
record TimingCommand() implements DotCommand {
    @Override
    public String name() {
        return ".timing";
    }

    @Override
    public List<String> others() {
        return List.of("\\timing");
    }

    @Override
    public String argument() {
        return "[off|on|verbose]";
    }

    @Override
    public String description() {
        return "Say behind each result how long it took and which calls it made; without an argument say which.";
    }

    @Override
    public List<String> candidates(ShellState state) {
        return Timing.names();
    }

    @Override
    public void run(ShellState state, String argument) {
        if (argument.isEmpty()) {
            state.say("timing is " + state.timing().name().toLowerCase(Locale.ROOT));
        } else {
            state.timing(Timing.named(argument)
                    .orElseThrow(() -> new EngineException(
                            ErrorCode.INVALID_PARAMETER,
                            ".timing takes off, on or verbose, not \"" + argument + "\"")));
        }
    }

    /** By psql's name, it changes to the other. */
    @Override
    public void runAs(String called, ShellState state, String argument) {
        if (called.startsWith("\\") && argument.isEmpty()) {
            state.timing(state.timing().shown() ? Timing.OFF : Timing.ON);
        }
        run(state, argument);
    }
}
