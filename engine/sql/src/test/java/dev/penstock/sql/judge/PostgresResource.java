package dev.penstock.sql.judge;

import dev.penstock.testkit.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the server of the whole run, an {@code Optional<PostgresServer>}: started once, empty where none can be had. */
public final class PostgresResource implements ParameterResolver {

    private record Started(Optional<PostgresServer> server) implements AutoCloseable {
        static Started start() {
            try {
                return new Started(PostgresServer.start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            if (server.isPresent()) {
                server.get().close();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Optional.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(PostgresResource.class))
                .computeIfAbsent("server", key -> Started.start(), Started.class)
                .server();
    }
}
