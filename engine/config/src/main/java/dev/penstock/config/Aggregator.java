package dev.penstock.config;

import java.util.List;

/**
 * A schema over several connections.
 *
 * @param name the schema's name
 * @param plugin the plugin of all members
 * @param members the names of connections, in the order of the configuration
 */
public record Aggregator(String name, String plugin, List<String> members) {

    /** Copies the members. */
    public Aggregator {
        members = List.copyOf(members);
    }
}
