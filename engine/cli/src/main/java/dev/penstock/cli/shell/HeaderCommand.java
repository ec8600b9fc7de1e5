package dev.penstock.cli.shell;

import java.util.List;

/** {@code .header [on|off]}. */
record HeaderCommand() implements DotCommand {
    @Override
    public String name() {
        return ".header";
    }

    @Override
    public String argument() {
        return "[on|off]";
    }

    @Override
    public String description() {
        return "Show or hide a line of column names; without an argument say which.";
    }

    @Override
    public List<String> candidates(ShellState state) {
        return List.of("on", "off");
    }

    @Override
    public void run(ShellState state, String argument) {
        switch (argument) {
            case "on" -> state.header(true);
            case "off" -> state.header(false);
            case "" -> state.terminal().out().println("header is " + (state.header() ? "on" : "off"));
            default -> state.terminal().error(".header takes on or off, not \"" + argument + "\"");
        }
    }
}
