package dev.penstock.cli.command;

import dev.penstock.cli.output.Terminal;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code variable}: what a mod can be told. */
@Command(name = "variable", description = "List and show the variables of the mod.", sortOptions = false)
final class VariableCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private VariableCommand() {}

    static CommandLine commandLine(Terminal terminal, List<String> words) {
        return new Subcommands()
                .with("list", () -> new VariableListCommand(terminal))
                .with("show", () -> new VariableShowCommand(terminal))
                .addTo(new CommandLine(new VariableCommand()), words);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
