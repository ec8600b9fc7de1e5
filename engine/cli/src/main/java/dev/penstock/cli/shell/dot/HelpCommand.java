package dev.penstock.cli.shell.dot;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** {@code .help}. */
record HelpCommand() implements DotCommand {
    @Override
    public String name() {
        return ".help";
    }

    @Override
    public List<String> others() {
        return List.of("\\?", "\\h");
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
        state.list(
                List.of("command", "what it does"),
                Stream.concat(
                                DotCommands.all().stream()
                                        .map(command -> List.of(
                                                String.join(
                                                                " ",
                                                                String.join(
                                                                        ", ",
                                                                        Stream.concat(
                                                                                        Stream.of(command.name()),
                                                                                        command.others().stream())
                                                                                .toList()),
                                                                command.argument())
                                                        .strip(),
                                                command.description())),
                                Stream.of(
                                        List.of("anything else", "SQL. It ends with a semicolon."),
                                        List.of("Ctrl-C, Ctrl-D", "Cancel; leave."),
                                        List.of("Ctrl-R, Tab", "Search what was typed before; complete.")))
                        .toList());
    }
}
