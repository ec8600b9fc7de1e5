package dev.penstock.config;

import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.Organization;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a process works on.
 *
 * @param connections every connection, each under a name of its own
 * @param aggregators schemas over several of them
 * @param organizations accounts that are found by asking
 * @param hidden connections without a schema of their own, which aggregators reach
 * @param searchPath where unqualified names are looked for; empty for everywhere
 * @param searchPathPrefix what comes before all else on the path
 * @param notes what stands in the files and is not obeyed, each with its place
 */
public record Configuration(
        List<ConnectionConfig> connections,
        List<Aggregator> aggregators,
        List<Organization> organizations,
        Set<String> hidden,
        List<String> searchPath,
        List<String> searchPathPrefix,
        List<String> notes) {

    /** Copies the collections. */
    public Configuration {
        connections = List.copyOf(connections);
        aggregators = List.copyOf(aggregators);
        organizations = List.copyOf(organizations);
        hidden = Set.copyOf(hidden);
        searchPath = List.copyOf(searchPath);
        searchPathPrefix = List.copyOf(searchPathPrefix);
        notes = List.copyOf(notes);
    }

    /** The same with more notes. */
    public Configuration noting(List<String> more) {
        var all = new ArrayList<>(notes);
        all.addAll(more);
        return new Configuration(connections, aggregators, organizations, hidden, searchPath, searchPathPrefix, all);
    }

    private static Configuration of(ConnectionConfig connection) {
        return new Configuration(List.of(connection), List.of(), List.of(), Set.of(), List.of(), List.of(), List.of());
    }

    /**
     * One connection, {@code aws}, with the credentials, region and endpoints that the AWS CLI would use: the plugin
     * leaves all of that to the default chain.
     *
     * @param inFlight calls under way at once
     */
    public static Configuration standard(int inFlight) {
        return of(new ConnectionConfig("aws", "aws", Map.of(), inFlight));
    }

    /**
     * One connection, {@code aws}, to a simulator. Keys and endpoint are given, so that nothing of AWS is read.
     *
     * @param endpoint where the simulator listens
     * @param inFlight calls under way at once
     */
    public static Configuration demo(URI endpoint, int inFlight) {
        return of(new ConnectionConfig(
                "aws",
                "aws",
                Map.of(
                        "access_key", "AKIAIOSFODNN7EXAMPLE",
                        "secret_key", "a secret that the simulator does not check",
                        "default_region", "us-east-1",
                        "endpoint_url", endpoint.toString()),
                Map.of("regions", List.of("*")),
                inFlight,
                ""));
    }
}
