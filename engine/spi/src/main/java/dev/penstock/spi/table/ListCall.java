package dev.penstock.spi.table;

import dev.penstock.spi.error.Failure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The call that lists a table's rows: pages of the whole account, or pages per key, where the keys come from the
 * query or else from another listing.
 *
 * @param <C> the connection
 * @param <I> the item behind a row
 */
public final class ListCall<C, I> {
    private final Operation<C, I> operation;
    private final @Nullable KeySource<C, ?> keys;
    private final Set<String> filters;
    private final @Nullable Extractor<I, String> identity;
    private final @Nullable Size size;

    private ListCall(
            Operation<C, I> operation,
            @Nullable KeySource<C, ?> keys,
            Set<String> filters,
            @Nullable Extractor<I, String> identity,
            @Nullable Size size) {
        this.operation = operation;
        this.keys = keys;
        this.filters = Set.copyOf(filters);
        this.identity = identity;
        this.size = size;
    }

    /** A listing of the whole account, page by page. */
    public static <C, I> ListCall<C, I> pages(String action, PageFetch<C, I> fetch) {
        return new ListCall<>(
                new Operation<>(action, (connection, key, page) -> fetch.fetch(connection, page), Set.of()),
                null,
                Set.of(),
                null,
                null);
    }

    /** The items of an operation without parameters but the page's. */
    public static <C, I> ListCall<C, I> of(Operation<C, I> operation) {
        return new ListCall<>(operation, null, Set.of(), null, null);
    }

    /** A listing that one request without parameters answers whole. */
    public static <C, I> ListCall<C, I> whole(String action, RowCall.ConnectionFetch<C, List<I>> fetch) {
        return pages(action, (connection, page) -> {
            List<I> items = fetch.fetch(connection);
            return Page.only(items == null ? List.of() : items);
        });
    }

    /** A listing per key: of the keys that the query names, or else of every key that {@code keys} gives. */
    public static <C, I> ListCall<C, I> pagesPerKey(String action, KeySource<C, ?> keys, Operation.Fetch<C, I> fetch) {
        return new ListCall<>(new Operation<>(action, fetch, Set.of()), keys, Set.of(), null, null);
    }

    /** The same listing, empty for a key when the request fails in one of these ways. */
    public ListCall<C, I> emptyOn(Failure... failures) {
        return new ListCall<>(operation.absentOn(failures), keys, filters, identity, size);
    }

    /**
     * The same listing, which can narrow itself when the query fixes these columns ({@link PageRequest#filter}). It may
     * give more than was asked for: the engine checks every row again, and a limit counts after that check.
     */
    public ListCall<C, I> filteredBy(String... columns) {
        return new ListCall<>(operation, keys, Set.of(columns), identity, size);
    }

    /** The same listing, whose items have an id that the service never uses twice. */
    public ListCall<C, I> identifiedBy(Extractor<I, String> id) {
        return new ListCall<>(operation, keys, filters, id, size);
    }

    /** The same listing, of which it is known how large it is. */
    public ListCall<C, I> sized(Size known) {
        return new ListCall<>(operation, keys, filters, identity, known);
    }

    /** The same listing, before whose requests another one comes. */
    public ListCall<C, I> preparedBy(Preparation<C> preparation) {
        return new ListCall<>(operation.preparedBy(preparation), keys, filters, identity, size);
    }

    /** The items of this listing as the keys of another one, as rows name them in {@code column}. */
    public KeySource<C, I> each(String column, Extractor<I, String> key) {
        return new KeySource<>(List.of(column), new KeySource.FromListing<>(this, key));
    }

    /** The operation behind the listing. */
    public Operation<C, I> operation() {
        return operation;
    }

    /** Where the keys come from; empty for a listing of the whole account. */
    public Optional<KeySource<C, ?>> keys() {
        return Optional.ofNullable(keys);
    }

    /** The columns that the listing can narrow itself by. */
    public Set<String> filters() {
        return filters;
    }

    /** The item's id, where the service has one that it never uses twice. */
    public Optional<Extractor<I, String>> identity() {
        return Optional.ofNullable(identity);
    }

    /** How large the listing is, as far as counts tell. */
    public Optional<Size> size() {
        return Optional.ofNullable(size);
    }

    /** Fetches one page of a listing without a key. */
    @FunctionalInterface
    public interface PageFetch<C, I> {

        /** One page. */
        Page<I> fetch(C connection, PageRequest page);
    }
}
