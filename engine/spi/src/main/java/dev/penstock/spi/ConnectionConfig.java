package dev.penstock.spi;

import java.util.Map;
import java.util.Optional;

/**
 * One configured connection. Its text form leaves the arguments out: they may be secrets.
 *
 * @param name the connection's name, which is also the name of its schema
 * @param plugin the plugin's name
 * @param arguments the plugin's own settings, such as {@code profile}; empty for the service's own defaults
 * @param inFlight how many calls the engine may have under way at once, so that pools can be as large
 */
public record ConnectionConfig(String name, String plugin, Map<String, String> arguments, int inFlight) {

    /** Copies the arguments. */
    public ConnectionConfig {
        arguments = Map.copyOf(arguments);
    }

    /** One argument, if it was given. */
    public Optional<String> argument(String key) {
        return Optional.ofNullable(arguments.get(key));
    }

    @Override
    public String toString() {
        return plugin + " connection " + name;
    }
}
