package dev.penstock.spi.table;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A listing of the whole account that can fill columns of many rows at once, instead of one call per row. Its items
 * meet the rows of the table's own listing by id, when all its pages are there.
 *
 * @param <C> the connection
 * @param <B> what is known of one entity
 * @param operation gives the pages; several tables may share it
 * @param assembly makes what is known of each entity out of the items of all pages
 * @param identity the id of the entity, as {@link ListCall#identity} gives it
 * @param size how large the answer is
 * @param named how many of the table's rows it names, where that is not all of them; the others are asked for singly
 */
public record BulkCall<C, B>(
        Operation<C, ?> operation,
        Function<List<?>, List<B>> assembly,
        Extractor<B, String> identity,
        Size size,
        @Nullable Size named) {

    /** A bulk listing, page by page, whose items are told apart by {@code identity}. */
    public static <C, B> BulkCall<C, B> pages(
            String action, ListCall.PageFetch<C, B> fetch, Extractor<B, String> identity, Size size) {
        Operation<C, B> operation =
                new Operation<>(action, (connection, key, page) -> fetch.fetch(connection, page), Set.of());
        return of(operation, items -> items, identity, size);
    }

    /** What an operation's pages tell when they are put together. */
    @SuppressWarnings("unchecked") // the items are those of the operation
    public static <C, P, B> BulkCall<C, B> of(
            Operation<C, P> operation, Function<List<P>, List<B>> assembly, Extractor<B, String> identity, Size size) {
        return new BulkCall<>(operation, items -> assembly.apply((List<P>) items), identity, size, null);
    }

    /** The same call, which names only so many of the table's rows. */
    public BulkCall<C, B> naming(Size some) {
        return new BulkCall<>(operation, assembly, identity, size, some);
    }

    /** A column filled from the bulk answer. */
    public <I, T> ColumnSource<C, I, T> get(Extractor<B, T> extractor) {
        return ColumnSource.of(new ColumnSource.FromBulk<>(this, extractor, false, null));
    }

    /** A column filled from the bulk answer, with another value for entities of which it says nothing. */
    public <I, T> ColumnSource<C, I, T> getOrElse(Extractor<B, T> extractor, @Nullable T unnamed) {
        return ColumnSource.of(new ColumnSource.FromBulk<>(this, extractor, true, unnamed));
    }
}
