package dev.penstock.cli.shell;

import java.util.List;

/** {@code .timing [on|off]}. */
record TimingCommand() implements DotCommand {
    @Override
    public String name() {
        return ".timing";
    }

    @Override
    public String argument() {
        return "[on|off]";
    }

    @Override
    public String description() {
        return "Show or hide time and calls behind each result; without an argument say which.";
    }

    @Override
    public List<String> candidates(ShellState state) {
        return List.of("on", "off");
    }

    @Override
    public void run(ShellState state, String argument) {
        switch (argument) {
            case "on" -> state.timing(true);
            case "off" -> state.timing(false);
            case "" -> state.terminal().out().println("timing is " + (state.timing() ? "on" : "off"));
            default -> state.terminal().error(".timing takes on or off, not \"" + argument + "\"");
        }
    }
}
