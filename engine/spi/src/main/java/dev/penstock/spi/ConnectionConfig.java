package dev.penstock.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One configured connection. Its text form leaves the arguments out: they may be secrets.
 *
 * @param name the connection's name, which is also the name of its schema
 * @param plugin the plugin's name
 * @param arguments the plugin's own settings, such as {@code profile}; empty for the service's own defaults
 * @param lists settings with several values, such as {@code regions}, which may be none
 * @param inFlight how many calls the engine may have under way at once, so that pools can be as large
 * @param origin where it is configured, such as {@code aws.hcl:3:1}; empty if nowhere
 */
public record ConnectionConfig(
        String name,
        String plugin,
        Map<String, String> arguments,
        Map<String, List<String>> lists,
        int inFlight,
        String origin) {

    /** Copies the arguments. */
    public ConnectionConfig {
        arguments = Map.copyOf(arguments);
        lists = Map.copyOf(lists);
    }

    /** A connection that stands in no file, without settings of several values. */
    public ConnectionConfig(String name, String plugin, Map<String, String> arguments, int inFlight) {
        this(name, plugin, arguments, Map.of(), inFlight, "");
    }

    /** One argument, if it was given. */
    public Optional<String> argument(String key) {
        return Optional.ofNullable(arguments.get(key));
    }

    /** The values of an argument that takes several, if it was given. */
    public Optional<List<String>> list(String key) {
        return Optional.ofNullable(lists.get(key));
    }

    /** The same settings under another name, with more of them. */
    public ConnectionConfig derived(String newName, Map<String, String> more) {
        var all = new LinkedHashMap<>(arguments);
        all.putAll(more);
        return new ConnectionConfig(newName, plugin, all, lists, inFlight, origin);
    }

    @Override
    public String toString() {
        return plugin + " connection " + name;
    }
}
