package dev.penstock.cli.shell.dot;

import java.util.List;
import java.util.Optional;

/** {@code .out [file]}, psql's {@code \o}. */
record OutCommand() implements DotCommand {
    @Override
    public String name() {
        return ".out";
    }

    @Override
    public List<String> others() {
        return List.of("\\o");
    }

    @Override
    public String argument() {
        return "[file]";
    }

    @Override
    public String description() {
        return "Write the rows of the next statements to a file; without an argument show them again.";
    }

    @Override
    public void run(ShellState state, String argument) {
        state.file(argument.isEmpty() ? Optional.empty() : Optional.of(OutputFile.create(argument)));
    }
}
