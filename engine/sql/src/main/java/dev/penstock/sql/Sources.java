package dev.penstock.sql;

import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.Organization;
import java.util.List;
import java.util.Set;

/**
 * What statements can read: connections, and schemas over several of them.
 *
 * @param connections each under a name of its own, which is that of its schema
 * @param aggregates schemas over several connections
 * @param organizations accounts that are found by asking, when a session is opened
 * @param hidden connections without a schema of their own, which aggregates reach
 * @param searchPath the schemas in which an unqualified name is looked for, the first first; empty for the aggregates
 *     that the engine makes, and then every schema by its name
 * @param searchPathPrefix what comes before all else on the path
 */
public record Sources(
        List<ConnectionConfig> connections,
        List<Aggregate> aggregates,
        List<Organization> organizations,
        Set<String> hidden,
        List<String> searchPath,
        List<String> searchPathPrefix) {

    /** Copies the collections. */
    public Sources {
        connections = List.copyOf(connections);
        aggregates = List.copyOf(aggregates);
        organizations = List.copyOf(organizations);
        hidden = Set.copyOf(hidden);
        searchPath = List.copyOf(searchPath);
        searchPathPrefix = List.copyOf(searchPathPrefix);
    }

    /** Connections, each with its schema. */
    public static Sources of(List<ConnectionConfig> connections) {
        return new Sources(connections, List.of(), List.of(), Set.of(), List.of(), List.of());
    }

    /**
     * A schema over several connections of one plugin.
     *
     * @param members names of connections; there may be none
     */
    public record Aggregate(String name, String plugin, List<String> members) {

        /** Copies the members. */
        public Aggregate {
            members = List.copyOf(members);
        }
    }
}
