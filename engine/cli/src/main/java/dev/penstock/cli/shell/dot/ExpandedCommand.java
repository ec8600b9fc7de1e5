package dev.penstock.cli.shell.dot;

import dev.penstock.cli.output.ResultStyle.Lines;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.List;
import java.util.Locale;

/** {@code .expanded [on|off|auto]}, psql's {@code \x}. */
record ExpandedCommand() implements DotCommand {
    private static final List<String> WORDS = List.of("on", "off", "auto");

    @Override
    public String name() {
        return ".expanded";
    }

    @Override
    public List<String> others() {
        return List.of("\\x");
    }

    @Override
    public String argument() {
        return "[on|off|auto]";
    }

    @Override
    public String description() {
        return "Show tables value by value: always, never, or where rows do not fit; without an argument say which.";
    }

    @Override
    public List<String> candidates(ShellState state) {
        return WORDS;
    }

    @Override
    public void run(ShellState state, String argument) {
        if (argument.isEmpty()) {
            state.say("expanded is " + state.style().lines().name().toLowerCase(Locale.ROOT));
        } else if (WORDS.contains(argument.toLowerCase(Locale.ROOT))) {
            state.style(state.style().withLines(Lines.valueOf(argument.toUpperCase(Locale.ROOT))));
        } else {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, ".expanded takes on, off or auto, not \"" + argument + "\"");
        }
    }

    /** By psql's name, it changes to the other. */
    @Override
    public void runAs(String called, ShellState state, String argument) {
        if (called.startsWith("\\") && argument.isEmpty()) {
            state.style(state.style().withLines(state.style().lines() == Lines.ON ? Lines.OFF : Lines.ON));
        }
        run(state, argument);
    }
}
