package dev.penstock.spi.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which page to ask for.
 *
 * @param marker the marker that the page before gave, null for the first page
 * @param wanted the most items that can be of use, at least 1
 * @param filters values for the columns that the call filters by ({@link ListCall#filteredBy}), where the query fixes them
 */
public record PageRequest(@Nullable String marker, long wanted, Map<String, String> filters) {

    /** Copies the filters. */
    public PageRequest {
        filters = Map.copyOf(filters);
    }

    /** The first page of everything. */
    public static PageRequest first() {
        return new PageRequest(null, Long.MAX_VALUE, Map.of());
    }

    /** The page after one that gave this marker. */
    public PageRequest after(String next) {
        return new PageRequest(next, wanted, filters);
    }

    /** The page size to ask for: what is wanted, at most what the service allows. */
    public int size(int most) {
        return (int) Math.min(most, wanted);
    }

    /** The value that the query fixes for a column, null where it fixes none. */
    public @Nullable String filter(String column) {
        return filters.get(column);
    }
}
