package dev.penstock.cli.command;

import dev.penstock.cli.output.Terminal;
import dev.penstock.spi.TablePlugin;
import java.util.List;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code table}: what tables there are, and what each costs. */
@Command(name = "table", description = "List tables and show what each has and costs.", sortOptions = false)
final class TableCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private TableCommand() {}

    static CommandLine commandLine(Terminal terminal, List<String> words) {
        return new Subcommands()
                .with("list", () -> new TableListCommand(terminal))
                .with("show", () -> new TableShowCommand(terminal))
                .addTo(new CommandLine(new TableCommand()), words);
    }

    /** The plugins of the class path: their tables need no connection to be shown. */
    static List<? extends TablePlugin<?>> plugins() {
        return ServiceLoader.load(TablePlugin.class).stream()
                .<TablePlugin<?>>map(ServiceLoader.Provider::get)
                .toList();
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
