package dev.penstock.spi;

import java.util.Optional;
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

    /**
     * Whether credentials that the service no longer takes could be had anew, so that a call is worth sending again.
     *
     * @param failure of kind EXPIRED
     */
    default boolean renews(CallFailure failure) {
        return false;
    }

    /** The account that is reached, where the configuration tells it; nothing is asked for it. */
    default Optional<String> account() {
        return Optional.empty();
    }

    /** Lets go of clients and pools; calls under way may fail. */
    @Override
    void close();
}
