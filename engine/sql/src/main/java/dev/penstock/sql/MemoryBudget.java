package dev.penstock.sql;

/**
 * How much a session may hold, in bytes; estimates, not measurements.
 *
 * @param rows for sorts, joins and groups of one statement
 * @param calls for the answers of calls that a run keeps
 */
public record MemoryBudget(long rows, long calls) {

    /** Splits what the process may use: a half for rows, a quarter for answers, the rest for everything else. */
    public static MemoryBudget of(long bytes) {
        return new MemoryBudget(bytes / 2, bytes / 4);
    }
}
