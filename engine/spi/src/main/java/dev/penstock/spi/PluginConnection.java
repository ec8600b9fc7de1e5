package dev.penstock.spi;

import java.util.OptionalInt;

/** The clients and credentials of one account; safe for many threads. */
public interface PluginConnection extends AutoCloseable {

    /** How often a request is sent at most, where the configuration says so. */
    default OptionalInt attempts() {
        return OptionalInt.empty();
    }

    /** Whether the configuration takes a failure as an answer with nothing in it; such failures are counted and shown. */
    default boolean ignores(CallFailure failure) {
        return false;
    }

    /** Lets go of clients and pools; calls under way may fail. */
    @Override
    void close();
}
