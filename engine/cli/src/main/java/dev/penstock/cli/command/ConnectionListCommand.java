package dev.penstock.cli.command;

import dev.penstock.cli.option.ConfigurationOptions;
import dev.penstock.cli.option.ListFormat;
import dev.penstock.cli.output.NameTable;
import dev.penstock.cli.output.SafeText;
import dev.penstock.cli.output.Terminal;
import dev.penstock.config.Aggregator;
import dev.penstock.config.Configuration;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.Organization;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code connection list}: nothing is contacted. */
@Command(name = "list", description = "List the connections. Nothing is contacted.", sortOptions = false)
final class ConnectionListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ConfigurationOptions configured = new ConfigurationOptions();

    @Mixin
    private ListFormat format = new ListFormat();

    ConnectionListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Configuration configuration = configured.read(1);
        var rows = new ArrayList<List<String>>();
        for (ConnectionConfig connection : configuration.connections()) {
            rows.add(List.of(
                    connection.name(),
                    "connection",
                    connection.plugin(),
                    configuration.hidden().contains(connection.name()) ? "no schema" : "",
                    connection.origin().isEmpty() ? "default" : connection.origin()));
        }
        for (Aggregator aggregator : configuration.aggregators()) {
            int members = aggregator.members().size();
            rows.add(List.of(
                    aggregator.name(),
                    "aggregator",
                    aggregator.plugin(),
                    members + (members == 1 ? " connection" : " connections"),
                    ""));
        }
        for (Organization organization : configuration.organizations()) {
            rows.add(List.of(
                    organization.name(),
                    "organization",
                    organization.management().plugin(),
                    "role " + organization.role(),
                    organization.management().origin()));
        }
        new NameTable(List.of("name", "type", "plugin", "has", "where"), rows).print(terminal, format.style());
        configuration.notes().forEach(note -> terminal.err().println("Not obeyed: " + SafeText.line(note)));
        return 0;
    }
}
