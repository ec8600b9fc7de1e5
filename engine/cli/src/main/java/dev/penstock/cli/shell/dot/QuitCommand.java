package dev.penstock.cli.shell.dot;

import java.util.List;

/** {@code .quit} and {@code .exit}. */
record QuitCommand(String name, List<String> others) implements DotCommand {
    @Override
    public String argument() {
        return "";
    }

    @Override
    public String description() {
        return "Leave the shell.";
    }

    @Override
    public void run(ShellState state, String argument) {
        state.end();
    }
}
