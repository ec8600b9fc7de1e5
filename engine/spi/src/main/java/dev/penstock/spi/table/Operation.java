package dev.penstock.spi.table;

import dev.penstock.spi.error.Failure;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One read-only API operation: what a request is, and how one is sent. Requests of the same operation object with the
 * same parameters are the same call, made at most once per run.
 *
 * @param <C> the connection
 * @param <A> one item of the answer
 * @param action service and action as permissions name them, such as {@code iam:ListUsers}
 * @param fetch sends one request
 * @param absentOn failures that mean "nothing there" for this operation: no items instead of an error
 * @param preparation what must come before a request; null if nothing must
 */
public record Operation<C, A>(
        String action,
        Fetch<C, A> fetch,
        Set<Failure> absentOn,
        @Nullable Preparation<C> preparation) {

    /** Checks the action and copies the failures. */
    public Operation {
        if (!action.matches("[a-z0-9-]+:[A-Z][A-Za-z0-9]+")) {
            throw new IllegalArgumentException("not an action: " + action);
        }
        absentOn = Set.copyOf(absentOn);
    }

    /** An operation that needs no preparation. */
    public Operation(String action, Fetch<C, A> fetch, Set<Failure> absentOn) {
        this(action, fetch, absentOn, null);
    }

    /** The same operation, before whose requests another one comes. */
    public Operation<C, A> preparedBy(Preparation<C> first) {
        return new Operation<>(action, fetch, absentOn, first);
    }

    /** The actions of its requests: its own, and that of its preparation. */
    public List<String> actions() {
        return preparation == null
                ? List.of(action)
                : List.of(action, preparation.operation().action());
    }

    /** An operation without parameters, with one answer. */
    public static <C, A> Operation<C, A> whole(String action, RowCall.ConnectionFetch<C, A> fetch) {
        return new Operation<>(action, single((connection, key) -> fetch.fetch(connection)), Set.of());
    }

    /** The same operation, which has no items when a request fails in one of these ways. */
    public Operation<C, A> absentOn(Failure... failures) {
        return new Operation<>(action, fetch, Set.of(failures), preparation);
    }

    /** The service part of the action, such as {@code iam}. */
    public String service() {
        return action.substring(0, action.indexOf(':'));
    }

    /** Sends one request and waits for its answer. */
    @FunctionalInterface
    public interface Fetch<C, A> {

        /**
         * One page.
         *
         * @param key the operation's parameter, such as a user name; empty if it has none
         * @throws RuntimeException whatever the service's client throws; the plugin describes it
         */
        Page<A> fetch(C connection, String key, PageRequest page);
    }

    /** A request that takes a key and gives one answer, or null where there is none. */
    @FunctionalInterface
    public interface KeyedFetch<C, A> {

        /** The answer for a key. */
        @Nullable
        A fetch(C connection, String key);
    }

    static <C, A> Fetch<C, A> single(KeyedFetch<C, A> fetch) {
        return (connection, key, page) -> {
            A answer = fetch.fetch(connection, key);
            return Page.only(answer == null ? java.util.List.of() : java.util.List.of(answer));
        };
    }
}
