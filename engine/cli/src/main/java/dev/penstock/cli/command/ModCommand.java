package dev.penstock.cli.command;

import dev.penstock.cli.output.Terminal;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mod}: the mod in a folder, and those that it requires. */
@Command(
        name = "mod",
        description = "Make a mod, and install the mods that it requires.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  penstock mod init",
            "  penstock mod install github.com/turbot/steampipe-mod-aws-compliance",
            "  penstock mod install github.com/turbot/steampipe-mod-aws-thrifty@^1.0",
            "  penstock mod list"
        })
final class ModCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private ModCommand() {}

    static CommandLine commandLine(Terminal terminal, List<String> words) {
        return new Subcommands()
                .with("init", () -> new ModInitCommand(terminal))
                .with("install", () -> new ModInstallCommand(terminal))
                .with("update", () -> new ModUpdateCommand(terminal))
                .with("uninstall", () -> new ModUninstallCommand(terminal))
                .with("list", () -> new ModListCommand(terminal))
                .with("show", () -> new ModShowCommand(terminal))
                .addTo(new CommandLine(new ModCommand()), words);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
