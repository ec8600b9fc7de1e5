package dev.penstock.cli.command;

import dev.penstock.cli.output.Terminal;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connection}: what is configured, and whether it works. */
@Command(name = "connection", description = "List, show and test connections.", sortOptions = false)
final class ConnectionCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private ConnectionCommand() {}

    static CommandLine commandLine(Terminal terminal, List<String> words) {
        return new Subcommands()
                .with("list", () -> new ConnectionListCommand(terminal))
                .with("show", () -> new ConnectionShowCommand(terminal))
                .addTo(new CommandLine(new ConnectionCommand()), words);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
