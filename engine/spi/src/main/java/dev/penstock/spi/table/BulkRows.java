package dev.penstock.spi.table;

import java.util.Map;
import java.util.Set;

/**
 * A bulk answer that can also give the rows of a table, instead of the table's own listing.
 *
 * @param <C> the connection
 * @param <I> the item behind a row
 * @param <B> what the bulk answer knows of one entity
 * @param call the bulk listing
 * @param item the item, as far as the bulk answer tells it
 * @param completeFor the answer names every row of a query that fixes one of these columns to this value; every row of
 *     all where it is empty
 */
public record BulkRows<C, I, B>(BulkCall<C, B> call, Extractor<B, I> item, Map<String, String> completeFor) {

    /** Copies the conditions. */
    public BulkRows {
        completeFor = Map.copyOf(completeFor);
    }

    /** Whether the answer names every row that these keys allow. */
    public boolean isComplete(Map<String, ? extends Set<String>> keys) {
        return completeFor.isEmpty()
                || completeFor.entrySet().stream()
                        .anyMatch(condition -> Set.of(condition.getValue()).equals(keys.get(condition.getKey())));
    }
}
