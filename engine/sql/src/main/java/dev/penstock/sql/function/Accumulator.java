package dev.penstock.sql.function;

import org.jspecify.annotations.Nullable;

/** The state of one aggregate over one group. */
public interface Accumulator {

    /** Takes a row's arguments in; the array is used again for the next row. */
    void add(@Nullable Object[] arguments, FunctionContext context);

    /** The aggregate of what was taken in so far; more may follow, and must not change it. */
    @Nullable
    Object result();

    /** Whether its memory grows with every row, as that of an array does. */
    default boolean keepsValues() {
        return false;
    }
}
