package dev.penstock.cli.shell;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * {@code .header [on|off]} and its kin.
 *
 * @param what it shows or hides
 * @param isOn whether it is shown
 * @param turn shows or hides it
 */
record SwitchCommand(String name, String what, Predicate<ShellState> isOn, BiConsumer<ShellState, Boolean> turn)
        implements DotCommand {
    @Override
    public String argument() {
        return "[on|off]";
    }

    @Override
    public String description() {
        return "Show or hide " + what + "; without an argument say which.";
    }

    @Override
    public List<String> candidates(ShellState state) {
        return List.of("on", "off");
    }

    @Override
    public void run(ShellState state, String argument) {
        switch (argument) {
            case "on", "off" -> turn.accept(state, argument.equals("on"));
            case "" -> state.terminal().out().println(name + " is " + (isOn.test(state) ? "on" : "off"));
            default -> state.terminal().error(name + " takes on or off, not \"" + argument + "\"");
        }
    }
}
