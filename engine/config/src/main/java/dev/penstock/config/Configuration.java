package dev.penstock.config;

import dev.penstock.spi.ConnectionConfig;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What a process works on.
 *
 * @param connections every connection, each under a name of its own
 */
public record Configuration(List<ConnectionConfig> connections) {

    /** Copies the connections. */
    public Configuration {
        connections = List.copyOf(connections);
    }

    /**
     * One connection, {@code aws}, with the credentials, region and endpoints that the AWS CLI would use: the plugin
     * leaves all of that to the default chain.
     *
     * @param inFlight calls under way at once
     */
    public static Configuration standard(int inFlight) {
        return new Configuration(List.of(new ConnectionConfig("aws", "aws", Map.of(), inFlight)));
    }

    /**
     * One connection, {@code aws}, to a simulator. Keys and endpoint are given, so that nothing of AWS is read.
     *
     * @param endpoint where the simulator listens
     * @param inFlight calls under way at once
     */
    public static Configuration demo(URI endpoint, int inFlight) {
        return new Configuration(List.of(new ConnectionConfig(
                "aws",
                "aws",
                Map.of(
                        "access_key", "AKIAIOSFODNN7EXAMPLE",
                        "secret_key", "a secret that the simulator does not check",
                        "default_region", "us-east-1",
                        "endpoint_url", endpoint.toString()),
                inFlight)));
    }
}
