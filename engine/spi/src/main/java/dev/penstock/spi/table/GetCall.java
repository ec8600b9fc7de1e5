package dev.penstock.spi.table;

/**
 * A look-up of one row by a key that the query fixes. Looks like a row call because it is one: a look-up and a row
 * call of the same operation and key are one call.
 *
 * @param <C> the connection
 * @param <I> the item behind a row
 * @param column the column whose value is the key
 * @param operation gives the item, or nothing
 * @param key what to ask for, given the column's value; null if the value cannot belong to any row
 */
public record GetCall<C, I>(String column, Operation<C, I> operation, Extractor<String, String> key) {

    /** A look-up by the column's own value. */
    public static <C, I> GetCall<C, I> by(String column, RowCall<C, ?, I> call) {
        return by(column, call, value -> value);
    }

    /** A look-up by a key that is worked out from the column's value, such as the name at the end of an ARN. */
    public static <C, I> GetCall<C, I> by(String column, RowCall<C, ?, I> call, Extractor<String, String> key) {
        return new GetCall<>(column, call.singleOperation(), key);
    }
}
