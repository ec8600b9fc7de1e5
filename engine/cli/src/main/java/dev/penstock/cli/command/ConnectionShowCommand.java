package dev.penstock.cli.command;

import dev.penstock.cli.option.ConfigurationOptions;
import dev.penstock.cli.option.ListFormat;
import dev.penstock.cli.output.NameTable;
import dev.penstock.cli.output.Terminal;
import dev.penstock.config.Aggregator;
import dev.penstock.config.Configuration;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.Organization;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code connection show}: the settings of one connection, but no secret. */
@Command(name = "show", description = "Show the settings of a connection, but no secret.", sortOptions = false)
final class ConnectionShowCommand implements Callable<Integer> {
    /** What may be shown; whatever else is given may be a secret. */
    private static final Set<String> SHOWN = Set.of(
            "profile",
            "access_key",
            "default_region",
            "endpoint_url",
            "max_error_retry_attempts",
            "min_error_retry_delay",
            "s3_force_path_style");

    private final Terminal terminal;

    @Parameters(arity = "1", paramLabel = "<name>", description = "The name of a connection.")
    private String name = "";

    @Mixin
    private ConfigurationOptions configured = new ConfigurationOptions();

    @Mixin
    private ListFormat format = new ListFormat();

    ConnectionShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        new NameTable(List.of("setting", "value"), settings(configured.read(1))).print(terminal, format.style());
        return 0;
    }

    private List<List<String>> settings(Configuration configuration) {
        var known = new TreeMap<String, List<List<String>>>();
        configuration.connections().forEach(connection -> known.put(connection.name(), settings(connection)));
        for (Aggregator aggregator : configuration.aggregators()) {
            known.put(
                    aggregator.name(),
                    List.of(
                            List.of("name", aggregator.name()),
                            List.of("plugin", aggregator.plugin()),
                            List.of("connections", String.join(", ", aggregator.members()))));
        }
        for (Organization organization : configuration.organizations()) {
            var rows = new ArrayList<>(settings(organization.management()));
            rows.add(List.of("role", organization.role()));
            rows.add(List.of("units", String.join(", ", organization.units())));
            rows.add(List.of("exclude", String.join(", ", organization.exclude())));
            known.put(organization.name(), rows);
        }
        List<List<String>> found = known.get(name);
        if (found == null) {
            throw new EngineException(
                    ErrorCode.UNKNOWN_NAME,
                    "there is no connection \"" + name + "\"" + NearestName.hint(name, known.keySet()));
        }
        return found;
    }

    private static List<List<String>> settings(ConnectionConfig connection) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("name", connection.name()));
        rows.add(List.of("plugin", connection.plugin()));
        rows.add(List.of("where", connection.origin().isEmpty() ? "default" : connection.origin()));
        new TreeMap<>(connection.arguments())
                .forEach((key, value) -> rows.add(List.of(key, SHOWN.contains(key) ? value : "(not shown)")));
        new TreeMap<>(connection.lists()).forEach((key, values) -> rows.add(List.of(key, String.join(", ", values))));
        return rows;
    }
}
