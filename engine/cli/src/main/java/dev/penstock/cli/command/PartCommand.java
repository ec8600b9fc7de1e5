package dev.penstock.cli.command;

import dev.penstock.cli.output.Terminal;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code dashboard}, {@code detection} and the parts of dashboards: listed and shown, not run. */
final class PartCommand {
    /** Those that help names; the others are there for who asks. A {@code table} is one over an API, not a dashboard's. */
    private static final List<String> SHOWN = List.of("dashboard", "detection");

    private static final List<String> HIDDEN = List.of(
            "card",
            "chart",
            "container",
            "flow",
            "graph",
            "hierarchy",
            "image",
            "input",
            "text",
            "node",
            "edge",
            "category");

    private PartCommand() {}

    /** Adds one command for each type. */
    static void addAll(Subcommands subcommands, Terminal terminal) {
        SHOWN.forEach(type -> subcommands.with(type, words -> commandLine(type, false, terminal, words)));
        HIDDEN.forEach(type -> subcommands.with(type, words -> commandLine(type, true, terminal, words)));
    }

    private static CommandLine commandLine(String type, boolean hidden, Terminal terminal, List<String> words) {
        CommandSpec spec = CommandSpec.create().name(type);
        spec.usageMessage()
                .description("List and show the resources " + type + " of the mod; they are not run.")
                .hidden(hidden);
        var subcommands = new Subcommands()
                .with("list", () -> new PartListCommand(terminal, type))
                .with("show", () -> new PartShowCommand(terminal, type));
        RefusedCommand.addRunning(type, subcommands);
        CommandLine command = subcommands.addTo(new CommandLine(spec), words);
        command.setExecutionStrategy(new CommandLine.RunLast());
        return command;
    }
}
