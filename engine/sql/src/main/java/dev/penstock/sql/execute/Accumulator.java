package dev.penstock.sql.execute;

import org.jspecify.annotations.Nullable;

/** The state of one aggregate over one group. */
public interface Accumulator {

    /** Takes a row's arguments in. */
    void add(@Nullable Object[] arguments);

    /** The aggregate of what was taken in. */
    @Nullable
    Object result();
}
