package dev.penstock.spi.table;

/**
 * A listing of the whole account that can fill columns of many rows at once, instead of one call per row. Its items
 * meet the rows of the table's own listing by id.
 *
 * @param <C> the connection
 * @param <B> an item of the bulk answer
 * @param operation gives the pages
 * @param identity the id of the entity, as {@link ListCall#identity} gives it
 */
public record BulkCall<C, B>(Operation<C, B> operation, Extractor<B, String> identity) {

    /** A bulk listing, page by page, whose items are told apart by {@code identity}. */
    public static <C, B> BulkCall<C, B> pages(
            String action, ListCall.PageFetch<C, B> fetch, Extractor<B, String> identity) {
        return new BulkCall<>(
                new Operation<>(action, (connection, key, page) -> fetch.fetch(connection, page), java.util.Set.of()),
                identity);
    }

    /** A column filled from the bulk item. */
    public <I, T> ColumnSource<C, I, T> get(Extractor<B, T> extractor) {
        return ColumnSource.of(new ColumnSource.FromBulk<>(this, extractor));
    }
}
