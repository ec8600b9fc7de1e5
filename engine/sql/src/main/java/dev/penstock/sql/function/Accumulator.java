package dev.penstock.sql.function;

import org.jspecify.annotations.Nullable;

/** The state of one aggregate over one group. */
public interface Accumulator {

    /** Takes a row's arguments in. */
    void add(@Nullable Object[] arguments, FunctionContext context);

    /** The aggregate of what was taken in so far; more may follow, and must not change it. */
    @Nullable
    Object result();
}
