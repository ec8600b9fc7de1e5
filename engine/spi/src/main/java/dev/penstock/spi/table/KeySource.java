package dev.penstock.spi.table;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys of a listing per key come from when the query names none.
 *
 * @param <C> the connection
 * @param <P> the item of the parent listing
 * @param columns the columns of the child table that hold the key; filters on all of them replace the parent listing
 * @param origin where keys come from without such filters
 */
public record KeySource<C, P>(List<String> columns, Origin<C, P> origin) {
    private static final String BETWEEN = "\n";

    /** Copies the columns. */
    public KeySource {
        columns = List.copyOf(columns);
    }

    /** Keys that the query must name, with {@code =}, {@code IN} or a join; several make one key ({@link #parts}). */
    public static <C> KeySource<C, Void> required(String... columns) {
        return new KeySource<>(List.of(columns), new FromQuery<>());
    }

    /** Keys that are known. */
    public static <C> KeySource<C, Void> values(String column, String... values) {
        return new KeySource<>(List.of(column), new Known<>(List.of(values)));
    }

    /** Keys that the connection's configuration gives, without a call. */
    public static <C> KeySource<C, Void> configured(String column, Extractor<C, List<String>> values) {
        return new KeySource<>(List.of(column), new Configured<>(values));
    }

    /** The key made of the values of several columns. */
    public static String joined(List<String> parts) {
        return String.join(BETWEEN, parts);
    }

    /** The values of several columns in a key, in the order of the columns. */
    public static List<String> parts(String key) {
        return List.of(key.split(BETWEEN, -1));
    }

    /** The parent listing, where keys come from one. */
    public Optional<ListCall<C, P>> parent() {
        return origin instanceof FromListing<C, P> listing ? Optional.of(listing.parent()) : Optional.empty();
    }

    /** A column filled from the parent item, where the rows came through the parent listing. */
    public <I, T> ColumnSource<C, I, T> get(ItemExtractor<I, P, T> extractor) {
        return ColumnSource.of(new ColumnSource.FromParent<>(this, extractor));
    }

    /** A column that is the key, where the rows came through the listing with these keys. */
    public <I> ColumnSource<C, I, String> key() {
        return ColumnSource.of(new ColumnSource.FromKey<>(this));
    }

    /** Where keys come from. */
    public sealed interface Origin<C, P> {}

    /** From the query alone. */
    public record FromQuery<C, P>() implements Origin<C, P> {}

    /** From here: there are no others. */
    public record Known<C, P>(List<String> values) implements Origin<C, P> {}

    /** From the connection. */
    public record Configured<C, P>(Extractor<C, List<String>> values) implements Origin<C, P> {}

    /**
     * From another listing.
     *
     * @param key the key in a parent item
     */
    public record FromListing<C, P>(ListCall<C, P> parent, Extractor<P, @Nullable String> key)
            implements Origin<C, P> {}
}
