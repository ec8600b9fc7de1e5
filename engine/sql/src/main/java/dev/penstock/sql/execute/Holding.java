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
        bytes += account.hold(row);
    }

    @Override
    public void close() {
        account.release(bytes);
        bytes = 0;
    }
}
