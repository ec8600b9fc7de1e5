package dev.penstock.spi.table;

import org.jspecify.annotations.Nullable;

/** Takes a column's value out of an answer. */
@FunctionalInterface
public interface Extractor<A, T> {

    /** The value, null for SQL NULL. */
    @Nullable
    T extract(A answer);
}
