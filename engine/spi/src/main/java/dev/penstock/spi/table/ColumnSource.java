package dev.penstock.spi.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a column's value comes from: one way, or several of which the engine picks the cheapest for each scan. They
 * must give the same value.
 *
 * @param <C> the connection
 * @param <I> the item behind a row
 * @param <T> the value
 * @param ways in the order in which the table's author prefers them
 */
public record ColumnSource<C, I, T>(List<Way<C, I, T>> ways) {

    /** Copies the ways. */
    public ColumnSource {
        ways = List.copyOf(ways);
    }

    /** One way. */
    public static <C, I, T> ColumnSource<C, I, T> of(Way<C, I, T> way) {
        return new ColumnSource<>(List.of(way));
    }

    /** From the row's item alone: costs nothing. */
    public static <C, I, T> ColumnSource<C, I, T> item(Extractor<I, T> extractor) {
        return of(new FromItem<>(extractor));
    }

    /** From the row's item, unless that was put together from a bulk answer, which doesn't tell this. */
    public static <C, I, T> ColumnSource<C, I, T> listed(Extractor<I, T> extractor) {
        return of(new FromListed<>(extractor));
    }

    /** This source or another one. */
    public ColumnSource<C, I, T> or(ColumnSource<C, I, T> other) {
        var all = new ArrayList<>(ways);
        all.addAll(other.ways);
        return new ColumnSource<>(all);
    }

    /** One way to a value. */
    public sealed interface Way<C, I, T> {

        /** The actions of the calls that this way makes. */
        default List<String> actions() {
            return List.of();
        }
    }

    /** From the row's own item. */
    public record FromItem<C, I, T>(Extractor<I, T> extractor) implements Way<C, I, T> {}

    /** From the row's own item, where it came from the table's listing or a look-up. */
    public record FromListed<C, I, T>(Extractor<I, T> extractor) implements Way<C, I, T> {}

    /** From the item of the parent listing; open only where the rows came through it. */
    public record FromParent<C, I, P, T>(KeySource<C, P> keys, ItemExtractor<I, P, T> extractor)
            implements Way<C, I, T> {}

    /** From the key that a listing was asked with; open only where the rows came through that listing. */
    public record FromKey<C, I>(KeySource<C, ?> keys) implements Way<C, I, String> {}

    /**
     * From a call per row.
     *
     * @param absent the value where the answer is absent
     */
    public record FromRowCall<C, I, A, T>(
            RowCall<C, I, A> call,
            ItemExtractor<I, A, T> extractor,
            @Nullable T absent) implements Way<C, I, T> {

        FromRowCall(RowCall<C, I, A> call, ItemExtractor<I, A, T> extractor) {
            this(call, extractor, null);
        }

        @Override
        public List<String> actions() {
            return call.actions();
        }
    }

    /**
     * From a listing of the whole account.
     *
     * @param tellsAll whether an entity that the answer doesn't name has the value {@code unnamed}; otherwise nothing is
     *     known of it
     */
    public record FromBulk<C, I, B, T>(
            BulkCall<C, B> call,
            Extractor<B, T> extractor,
            boolean tellsAll,
            @Nullable T unnamed) implements Way<C, I, T> {
        @Override
        public List<String> actions() {
            return call.operation().actions();
        }
    }
}
