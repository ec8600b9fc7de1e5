package dev.penstock.spi.table;

import org.jspecify.annotations.Nullable;

/** Takes a column's value out of a row's item and the answer that belongs to it. */
@FunctionalInterface
public interface ItemExtractor<I, A, T> {

    /** The value, null for SQL NULL. */
    @Nullable
    T extract(I item, A answer);
}
