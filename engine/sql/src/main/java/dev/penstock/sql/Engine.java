package dev.penstock.sql;

import dev.penstock.scan.Connections;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.Prompt;
import dev.penstock.spi.TablePlugin;
import dev.penstock.sql.plan.Catalog;
import dev.penstock.sql.plan.Planner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The connections of a process and the tables over them. Nothing is connected before a statement needs it. */
public final class Engine implements AutoCloseable {
    private final Connections connections;
    private final Catalog catalog;
    private final EngineSettings settings;
    private final List<TablePlugin<?>> plugins;

    private Engine(
            Connections connections, Catalog catalog, EngineSettings settings, List<? extends TablePlugin<?>> plugins) {
        this.plugins = List.copyOf(plugins);
        this.connections = connections;
        this.catalog = catalog;
        this.settings = settings;
    }

    /**
     * An engine over connections, with the plugins of the class path.
     *
     * @throws dev.penstock.spi.error.EngineException with code INVALID_CONFIGURATION if a plugin is missing
     */
    public static Engine open(List<ConnectionConfig> connections, EngineSettings settings) {
        return open(Sources.of(connections), settings);
    }

    /** An engine over connections, with these plugins; otherwise as {@link #open(List, EngineSettings)}. */
    public static Engine open(
            List<ConnectionConfig> connections, List<? extends TablePlugin<?>> plugins, EngineSettings settings) {
        return open(Sources.of(connections), plugins, settings);
    }

    /** An engine over sources, with the plugins of the class path; otherwise as {@link #open(List, EngineSettings)}. */
    public static Engine open(Sources sources, EngineSettings settings) {
        return open(sources, settings, Prompt.NOBODY);
    }

    /** The same, where a person can be asked for what signing in needs. */
    public static Engine open(Sources sources, EngineSettings settings, Prompt prompt) {
        return open(sources, plugins(), settings, prompt);
    }

    /** An engine over sources, with these plugins; otherwise as {@link #open(List, EngineSettings)}. */
    public static Engine open(Sources sources, List<? extends TablePlugin<?>> plugins, EngineSettings settings) {
        return open(sources, plugins, settings, Prompt.NOBODY);
    }

    private static Engine open(
            Sources sources, List<? extends TablePlugin<?>> plugins, EngineSettings settings, Prompt prompt) {
        Map<String, TablePlugin<?>> byName = new HashMap<>();
        plugins.forEach(plugin -> byName.put(plugin.name(), plugin));
        return new Engine(
                new Connections(sources.connections(), byName, prompt),
                new Catalog(sources, byName),
                settings,
                plugins);
    }

    /** The plugins of the class path. */
    public static List<TablePlugin<?>> plugins() {
        return ServiceLoader.load(TablePlugin.class).stream()
                .<TablePlugin<?>>map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * Loads the planner, without a connection or a setting. For the start of a process, on a thread of its own: loading
     * takes longer than planning.
     */
    public static void warmUpPlanner() {
        Planner.warmUp();
    }

    /** Loads what a first call of each plugin needs; otherwise as {@link #warmUpPlanner}. */
    public void warmUpPlugins() {
        plugins.forEach(TablePlugin::warmUp);
    }

    /** A session: one run, whose calls are shared and counted. */
    public Session openSession() {
        return new Session(connections, catalog, settings);
    }

    @Override
    public void close() {
        connections.close();
    }
}
