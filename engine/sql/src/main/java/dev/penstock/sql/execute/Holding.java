package dev.penstock.sql.execute;

import org.jspecify.annotations.Nullable;

/** What one operator holds of a statement's memory, until it lets go of all of it. */
final class Holding implements AutoCloseable {
    private final MemoryAccount account;
    private long bytes;

    Holding(Execution execution) {
        this.account = execution.memory();
    }

    /** Takes a row on the account; see {@link MemoryAccount#hold}. */
    void hold(@Nullable Object[] row) {
        hold(row, 0);
    }

    /** Takes a row on the account with so many bytes that are kept for it. */
    void hold(@Nullable Object[] row, long besides) {
        bytes += account.hold(row, besides);
    }

    @Override
    public void close() {
        account.release(bytes);
        bytes = 0;
    }
}
