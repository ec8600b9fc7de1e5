package dev.penstock.scan;

import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.PluginConnection;
import dev.penstock.spi.Prompt;
import dev.penstock.spi.TablePlugin;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The connections of a process, each opened when it is first needed. */
public final class Connections implements AutoCloseable {
    private final Map<String, ConnectionConfig> configs = new LinkedHashMap<>();
    private final Map<String, TablePlugin<?>> plugins;
    private final Prompt prompt;
    private final ConcurrentHashMap<String, Opened> opened = new ConcurrentHashMap<>();

    /** Connections that ask nobody; otherwise as {@link #Connections(List, Map, Prompt)}. */
    public Connections(List<ConnectionConfig> connections, Map<String, TablePlugin<?>> plugins) {
        this(connections, plugins, Prompt.NOBODY);
    }

    /**
     * Nothing is opened yet.
     *
     * @param plugins by name; every connection's plugin must be there
     * @param prompt for what only a person can tell
     * @throws EngineException with code INVALID_CONFIGURATION if two connections have one name or a plugin is missing
     */
    public Connections(List<ConnectionConfig> connections, Map<String, TablePlugin<?>> plugins, Prompt prompt) {
        this.plugins = Map.copyOf(plugins);
        this.prompt = prompt;
        for (ConnectionConfig connection : connections) {
            if (configs.put(connection.name(), connection) != null) {
                throw new EngineException(
                        ErrorCode.INVALID_CONFIGURATION, "two connections are named \"" + connection.name() + "\"");
            }
            if (!plugins.containsKey(connection.plugin())) {
                throw new EngineException(
                        ErrorCode.INVALID_CONFIGURATION,
                        "connection \"" + connection.name() + "\" needs the plugin \"" + connection.plugin()
                                + "\", which is not here");
            }
        }
    }

    /** The configured connections, in their order. */
    public List<ConnectionConfig> configs() {
        return List.copyOf(configs.values());
    }

    Opened open(String name) {
        return opened.computeIfAbsent(name, this::connect);
    }

    /** The plugin of a connection; opens nothing. */
    TablePlugin<?> plugin(String name) {
        ConnectionConfig config = config(name);
        return java.util.Objects.requireNonNull(plugins.get(config.plugin()), "every connection's plugin is here");
    }

    private ConnectionConfig config(String name) {
        ConnectionConfig config = configs.get(name);
        if (config == null) {
            throw new EngineException(ErrorCode.INTERNAL, "no connection is named \"" + name + "\"");
        }
        return config;
    }

    private Opened connect(String name) {
        return connect(config(name), plugin(name));
    }

    private <C extends PluginConnection> Opened connect(ConnectionConfig config, TablePlugin<C> plugin) {
        return new Opened(config, plugin, plugin.connect(config, prompt));
    }

    @Override
    public void close() {
        opened.values().forEach(connection -> connection.connection().close());
        opened.clear();
    }

    /** A connection with its plugin; {@code connection} is of the kind that the plugin's calls take. */
    record Opened(ConnectionConfig config, TablePlugin<?> plugin, PluginConnection connection) {

        String name() {
            return config.name();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Opened that && config.equals(that.config);
        }

        @Override
        public int hashCode() {
            return config.hashCode();
        }
    }
}
