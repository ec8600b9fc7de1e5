package dev.penstock.cli.shell.dot;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * {@code .header [on|off]} and its kin.
 *
 * @param what it shows or hides
 * @param isOn whether it is shown
 * @param turn shows or hides it
 */
record SwitchCommand(
        String name, List<String> others, String what, Predicate<ShellState> isOn, BiConsumer<ShellState, Boolean> turn)
        implements DotCommand {
    @Override
    public String argument() {
        return "[on|off]";
    }

    @Override
    public String description() {
        return "Turn on or off " + what + "; without an argument say which.";
    }

    @Override
    public List<String> candidates(ShellState state) {
        return List.of("on", "off");
    }

    @Override
    public void run(ShellState state, String argument) {
        switch (argument.toLowerCase(Locale.ROOT)) {
            case "on", "off" -> turn.accept(state, argument.equalsIgnoreCase("on"));
            case "" -> state.say(name.substring(1) + " is " + (isOn.test(state) ? "on" : "off"));
            default ->
                throw new EngineException(
                        ErrorCode.INVALID_PARAMETER, name + " takes on or off, not \"" + argument + "\"");
        }
    }

    /** By psql's name, it changes to the other. */
    @Override
    public void runAs(String called, ShellState state, String argument) {
        if (called.startsWith("\\") && argument.isEmpty()) {
            turn.accept(state, !isOn.test(state));
            run(state, "");
        } else {
            run(state, argument);
        }
    }
}
