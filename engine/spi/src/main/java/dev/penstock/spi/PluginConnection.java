package dev.penstock.spi;

/** The clients and credentials of one account; safe for many threads. */
public interface PluginConnection extends AutoCloseable {

    /** Lets go of clients and pools; calls under way may fail. */
    @Override
    void close();
}
