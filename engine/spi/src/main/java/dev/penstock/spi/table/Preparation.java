package dev.penstock.spi.table;

/**
 * A request that must come before another one, such as the order to make a report before the report is read. It is
 * itself sent again as long as it fails with {@link dev.penstock.spi.error.Failure#NOT_READY}.
 *
 * @param <C> the connection
 * @param operation gives one text, such as the number of a job; the prepared request finds it in {@link
 *     PageRequest#prepared}
 * @param key the preparation's own parameter, given that of the request
 * @param always whether it comes before every such request; otherwise it comes only after a request failed with {@link
 *     dev.penstock.spi.error.Failure#NOT_MADE}
 */
public record Preparation<C>(Operation<C, String> operation, Extractor<String, String> key, boolean always) {

    /** A preparation that comes before every request; requests of one key share it. */
    public static <C> Preparation<C> first(String action, Operation.KeyedFetch<C, String> fetch) {
        return new Preparation<>(operation(action, fetch), key -> key, true);
    }

    /** A preparation that comes before every request and is the same for all of a connection. */
    public static <C> Preparation<C> once(String action, RowCall.ConnectionFetch<C, String> fetch) {
        return new Preparation<>(operation(action, (connection, key) -> fetch.fetch(connection)), key -> "", true);
    }

    /** A preparation that comes only where the request says that there is nothing yet. */
    public static <C> Preparation<C> whenNotMade(String action, Operation.KeyedFetch<C, String> fetch) {
        return new Preparation<>(operation(action, fetch), key -> key, false);
    }

    private static <C> Operation<C, String> operation(String action, Operation.KeyedFetch<C, String> fetch) {
        return new Operation<>(action, Operation.single(fetch), java.util.Set.of());
    }
}
