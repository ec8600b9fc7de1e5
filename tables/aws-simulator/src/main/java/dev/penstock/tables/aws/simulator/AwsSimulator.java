package dev.penstock.tables.aws.simulator;

import java.net.URI;
import java.util.List;

/**
 * An endpoint on the loopback address that speaks the AWS query protocol of IAM and STS over estates built in code. Any
 * client that lets its endpoint be set can talk to it; signatures are not checked, but the access key id that signs
 * chooses the account and the caller.
 */
public final class AwsSimulator implements AutoCloseable {
    private final HttpEndpoint endpoint;
    private final RequestLog log;
    private final QueryService service;

    private AwsSimulator(HttpEndpoint endpoint, RequestLog log, QueryService service) {
        this.service = service;
        this.endpoint = endpoint;
        this.log = log;
    }

    /** Serves one estate on a free port. */
    public static AwsSimulator start(Estate estate) {
        return start(estate, SimulatorOptions.defaults());
    }

    /** Serves one estate. */
    public static AwsSimulator start(Estate estate, SimulatorOptions options) {
        return start(List.of(estate), options);
    }

    /** Serves several accounts on a free port. */
    public static AwsSimulator start(List<Estate> estates) {
        return start(estates, SimulatorOptions.defaults());
    }

    /**
     * Serves several accounts. Each is reached by the access key ids that {@link EstateBuilder#credentials} names and by
     * the active keys of its users; others are answered with {@code InvalidClientTokenId}.
     *
     * @param estates at least one, with different account ids and credentials
     * @param options how to answer
     * @throws java.io.UncheckedIOException if the port is taken
     */
    public static AwsSimulator start(List<Estate> estates, SimulatorOptions options) {
        var log = new RequestLog(options.loggedRequests());
        var service = new QueryService(estates, options, log);
        return new AwsSimulator(HttpEndpoint.start(options.port(), service), log, service);
    }

    /** The address to give to clients, such as {@code http://127.0.0.1:40123}. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + endpoint.port());
    }

    /** What was received so far. */
    public RequestLog log() {
        return log;
    }

    /** Makes every session of a role that was given out so far count as expired, whatever was said of its life. */
    public void expireSessions() {
        service.expireSessions();
    }

    /** Stops answering and closes all connections. */
    @Override
    public void close() {
        endpoint.close();
    }
}
