package dev.penstock.spi.table;

import dev.penstock.spi.error.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A call that fills columns of one row, made only when one of them is read. Its parameter is a key taken from the
 * row's item, so rows with the same key share one call.
 *
 * @param <C> the connection
 * @param <I> the item behind a row
 * @param <A> the answer
 */
public final class RowCall<C, I, A> {
    private final Extractor<I, String> key;
    private final Answer<C, A> answer;
    private final Predicate<I> needed;
    private final boolean once;

    private RowCall(Extractor<I, String> key, Answer<C, A> answer, Predicate<I> needed, boolean once) {
        this.key = key;
        this.answer = answer;
        this.needed = needed;
        this.once = once;
    }

    private RowCall(Extractor<I, String> key, Answer<C, A> answer) {
        this(key, answer, item -> true, false);
    }

    /** One request per key, with one answer. */
    public static <C, I, A> RowCall<C, I, A> of(
            String action, Extractor<I, String> key, Operation.KeyedFetch<C, A> fetch) {
        return new RowCall<>(key, new Single<>(new Operation<>(action, Operation.single(fetch), Set.of())));
    }

    /** One request per connection, with one answer, the same for every row. */
    public static <C, I, A> RowCall<C, I, A> once(String action, ConnectionFetch<C, A> fetch) {
        return of(Operation.whole(action, fetch));
    }

    /** The one item of an operation without parameters, the same for every row. */
    public static <C, I, A> RowCall<C, I, A> of(Operation<C, A> operation) {
        return new RowCall<>(item -> "", new Single<>(operation), item -> true, true);
    }

    /** All pages per key; the answer is the list of their items, in the service's order. */
    public static <C, I, E> RowCall<C, I, List<E>> pages(
            String action, Extractor<I, String> key, Operation.Fetch<C, E> fetch) {
        return new RowCall<>(key, new Pages<>(new Operation<>(action, fetch, Set.of())));
    }

    /**
     * One more request for each element of a list, such as each policy behind its name; elements that are gone
     * meanwhile are left out.
     */
    public static <C, I, E, B> RowCall<C, I, List<B>> each(
            RowCall<C, I, List<E>> names, String action, ElementFetch<C, E, B> fetch) {
        if (!(names.answer instanceof Pages<?, ?>)) {
            throw new IllegalArgumentException("each() needs a row call made with pages()");
        }
        @SuppressWarnings("unchecked") // an answer of List<E> made by pages() is Pages<C, E>
        Operation<C, E> list = (Operation<C, E>) names.answer.operation();
        return new RowCall<>(names.key, new Each<>(list, action, fetch));
    }

    /** The same call, whose answer is absent (its columns NULL) when the request fails in one of these ways. */
    public RowCall<C, I, A> nullOn(Failure... failures) {
        if (!(answer instanceof Single<C, A> single)) {
            throw new IllegalArgumentException("only a call with one answer can be absent");
        }
        return new RowCall<>(key, new Single<>(single.operation().absentOn(failures)), needed, once);
    }

    /** The same call, not made for items of which it is known that there is nothing to ask: the answer is absent. */
    public RowCall<C, I, A> onlyIf(Predicate<I> asked) {
        return new RowCall<>(key, answer, asked, once);
    }

    /** The same requests, for rows of another kind that hold the key elsewhere. */
    public <J> RowCall<C, J, A> keyedBy(Extractor<J, String> otherKey) {
        return new RowCall<>(otherKey, answer, item -> true, once);
    }

    /** A column filled from the answer. */
    public <T> ColumnSource<C, I, T> get(Extractor<A, T> extractor) {
        return getWith((item, given) -> extractor.extract(given));
    }

    /** A column filled from the row's item and the answer together. */
    public <T> ColumnSource<C, I, T> getWith(ItemExtractor<I, A, T> extractor) {
        return ColumnSource.of(new ColumnSource.FromRowCall<>(this, extractor));
    }

    /** A column filled from the answer, with another value where the answer is absent ({@link #nullOn}). */
    public <T> ColumnSource<C, I, T> getOrElse(Extractor<A, T> extractor, T absent) {
        return ColumnSource.of(new ColumnSource.FromRowCall<>(this, (item, given) -> extractor.extract(given), absent));
    }

    /** The key in a row's item. */
    public Extractor<I, String> key() {
        return key;
    }

    /** Whether there is anything to ask for an item. */
    public boolean isNeeded(I item) {
        return needed.test(item);
    }

    /** Whether it is one call for all rows of a connection. */
    public boolean isOnce() {
        return once;
    }

    /** How the answer comes about. */
    public Answer<C, A> answer() {
        return answer;
    }

    /** The actions of its requests. */
    public List<String> actions() {
        var actions = new ArrayList<>(answer.operation().actions());
        if (answer instanceof Each<?, ?, ?> each) {
            actions.add(each.elementAction());
        }
        return actions;
    }

    /** The operation of a call with one answer. */
    Operation<C, A> singleOperation() {
        if (answer instanceof Single<C, A> single) {
            return single.operation();
        }
        throw new IllegalArgumentException("a look-up needs a call with one answer");
    }

    /** How an answer comes about. */
    public sealed interface Answer<C, A> {

        /** The operation of the first request. */
        Operation<C, ?> operation();
    }

    /** One request, one answer. */
    public record Single<C, A>(Operation<C, A> operation) implements Answer<C, A> {}

    /** Pages, walked by the engine. */
    public record Pages<C, E>(Operation<C, E> operation) implements Answer<C, List<E>> {}

    /** Pages of elements, and one request for each element. The key of such a request is the element itself. */
    public record Each<C, E, B>(Operation<C, E> operation, String elementAction, ElementFetch<C, E, B> fetch)
            implements Answer<C, List<B>> {}

    /** One request without parameters. */
    @FunctionalInterface
    public interface ConnectionFetch<C, A> {

        /** The answer. */
        @Nullable
        A fetch(C connection);
    }

    /** One request for an element of a list that belongs to a row. */
    @FunctionalInterface
    public interface ElementFetch<C, E, B> {

        /** The answer. */
        B fetch(C connection, String key, E element);
    }
}
