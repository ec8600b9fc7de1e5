package dev.penstock.sql.execute;

import org.jspecify.annotations.Nullable;

/** Rows of a running operator, pulled one at a time by one thread. */
public interface Cursor extends AutoCloseable {

    /**
     * The next row.
     *
     * @return an array of canonical values that the receiver must not change, or null after the last row; once null, always null
     */
    @Nullable
    Object @Nullable [] next();

    /** Lets go of everything held and of the calls under way; may be called more than once and before the end. */
    @Override
    void close();
}
