package dev.penstock.spi.table;

import org.jspecify.annotations.Nullable;

/**
 * Where the keys of a listing per key come from when the query names none.
 *
 * @param <C> the connection
 * @param <P> the item of the parent listing
 * @param column the column of the child table that holds the key; a filter on it replaces the parent listing
 * @param parent the listing that gives the keys, null if the query must name them
 * @param key the key in a parent item
 */
public record KeySource<C, P>(
        String column,
        @Nullable ListCall<C, P> parent,
        @Nullable Extractor<P, String> key) {

    /** Keys that the query must name, with {@code =}, {@code IN} or a join. */
    public static <C> KeySource<C, Void> required(String column) {
        return new KeySource<>(column, null, null);
    }

    /** A column filled from the parent item, where the rows came through the parent listing. */
    public <I, T> ColumnSource<C, I, T> get(ItemExtractor<I, P, T> extractor) {
        return ColumnSource.of(new ColumnSource.FromParent<>(this, extractor));
    }
}
