package dev.penstock.spi.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which page to ask for.
 *
 * @param marker the marker that the page before gave, null for the first page
 * @param wanted the most items that can be of use, at least 1
 * @param filters values for the columns that the call filters by ({@link ListCall#filteredBy}), where the query fixes them
 * @param prepared what the operation's {@link Preparation} gave; empty if there was none
 */
public record PageRequest(@Nullable String marker, long wanted, Map<String, String> filters, String prepared) {

    /** Copies the filters. */
    public PageRequest {
        filters = Map.copyOf(filters);
    }

    /** A page of an operation that needs no preparation. */
    public PageRequest(@Nullable String marker, long wanted, Map<String, String> filters) {
        this(marker, wanted, filters, "");
    }

    /** The first page of everything. */
    public static PageRequest first() {
        return new PageRequest(null, Long.MAX_VALUE, Map.of());
    }

    /** The page after one that gave this marker. */
    public PageRequest after(String next) {
        return new PageRequest(next, wanted, filters, prepared);
    }

    /** The page size to ask for: what is wanted, at most what the service allows. */
    public int size(int most) {
        return (int) Math.min(most, wanted);
    }

    /** The same page, of as many items as the service gives at once. */
    public PageRequest whole() {
        return new PageRequest(marker, Long.MAX_VALUE, filters, prepared);
    }

    /** The same page, asked for with what the preparation gave. */
    public PageRequest with(String given) {
        return new PageRequest(marker, wanted, filters, given);
    }

    /** The value that the query fixes for a column, null where it fixes none. */
    public @Nullable String filter(String column) {
        return filters.get(column);
    }
}
