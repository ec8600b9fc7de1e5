package dev.penstock.cli.option;

import dev.penstock.config.Configuration;
import dev.penstock.config.ConfigurationFiles;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.TablePlugin;
import dev.penstock.sql.Engine;
import dev.penstock.sql.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where connections are configured. */
public final class ConfigurationOptions {
    @Option(
            names = "--config",
            paramLabel = "<path>",
            description = "A file of connections, or a folder of such files, instead of ~/.penstock/config/*.hcl and"
                    + " ~/.steampipe/config/*.spc; may be given several times.")
    private List<Path> paths = List.of();

    /** Made by picocli. */
    public ConfigurationOptions() {}

    /**
     * What is configured.
     *
     * @param inFlight calls under way at once for each connection
     */
    public Configuration read(int inFlight) {
        Map<String, TablePlugin<?>> plugins = new LinkedHashMap<>();
        Engine.plugins().forEach(plugin -> plugins.put(plugin.name(), plugin));
        var files = new ConfigurationFiles(plugins.keySet(), inFlight);
        Configuration read =
                paths.isEmpty() ? files.readHome(Path.of(System.getProperty("user.home"))) : files.read(paths);
        var notes = new ArrayList<String>();
        for (ConnectionConfig connection : read.connections()) {
            TablePlugin<?> plugin = plugins.get(connection.plugin());
            if (plugin != null) {
                plugin.notObeyed(connection)
                        .forEach(name -> notes.add(connection.origin() + ": " + name + " of \"" + connection.name()
                                + "\" changes nothing here"));
            }
        }
        return read.noting(notes);
    }

    /** A configuration as the engine takes it. */
    public static Sources sources(Configuration configuration) {
        return new Sources(
                configuration.connections(),
                configuration.aggregators().stream()
                        .map(aggregator ->
                                new Sources.Aggregate(aggregator.name(), aggregator.plugin(), aggregator.members()))
                        .toList(),
                configuration.organizations(),
                configuration.hidden(),
                configuration.searchPath(),
                configuration.searchPathPrefix());
    }
}
