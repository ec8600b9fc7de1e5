package dev.penstock.spi.table;

import java.util.List;
import java.util.Map;

/**
 * How many items a listing has, as far as the counts of an account tell ({@link dev.penstock.spi.TablePlugin#counts}),
 * and how many a page holds. Only the choice between calls hangs on it, never an answer.
 *
 * @param counts names of the counts that add up to the items
 * @param others items that no count tells of
 * @param perPage items on a full page
 */
public record Size(List<String> counts, long others, int perPage) {

    /** Copies the names. */
    public Size {
        counts = List.copyOf(counts);
    }

    /** The size of a listing whose items these counts add up to. */
    public static Size of(int perPage, String... counts) {
        return new Size(List.of(counts), 0, perPage);
    }

    /** The same size and so many items more. */
    public Size and(long more) {
        return new Size(counts, others + more, perPage);
    }

    /** How many items there are; a count that is not known is taken to be zero. */
    public long items(Map<String, Long> known) {
        return others
                + counts.stream()
                        .mapToLong(count -> known.getOrDefault(count, 0L))
                        .sum();
    }

    /** How many pages so many items need, at least one. */
    public long pages(long items) {
        return Math.max(1, (items + perPage - 1) / perPage);
    }
}
