package dev.penstock.scan;

import org.jspecify.annotations.Nullable;

/** Rows of a scan, pulled one at a time by one thread. */
public interface RowCursor extends AutoCloseable {

    /**
     * The next row, null after the last.
     *
     * @throws dev.penstock.spi.error.EngineException if a call failed; its message names call and account
     */
    @Nullable
    Object @Nullable [] next();

    /** Starts no further call and lets go of those under way. */
    @Override
    void close();
}
