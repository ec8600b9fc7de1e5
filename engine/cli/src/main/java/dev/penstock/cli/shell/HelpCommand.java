package dev.penstock.cli.shell;

import dev.penstock.cli.output.ListStyle;
import dev.penstock.cli.output.NameTable;
import java.io.IOException;
import java.util.List;

/** {@code .help}. */
record HelpCommand() implements DotCommand {
    @Override
    public String name() {
        return ".help";
    }

    @Override
    public String argument() {
        return "";
    }

    @Override
    public String description() {
        return "Show these commands.";
    }

    @Override
    public void run(ShellState state, String argument) throws IOException {
        new NameTable(
                        List.of("command", "what it does"),
                        DotCommands.all().stream()
                                .map(command -> List.of(
                                        (command.name() + " " + command.argument()).strip(), command.description()))
                                .toList())
                .print(state.terminal(), ListStyle.PRETTY);
        state.terminal()
                .out()
                .println("Everything else is SQL and ends with a semicolon. Ctrl-C cancels, Ctrl-D leaves.");
    }
}
