package dev.penstock.sql.execute;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A cursor whose work begins with its first row. */
final class Lazy implements Cursor {
    private final Supplier<Cursor> begin;
    private final Runnable end;
    private @Nullable Cursor cursor;
    private boolean closed;

    Lazy(Supplier<Cursor> begin) {
        this(begin, () -> {});
    }

    /**
     * A cursor that must be closed.
     *
     * @param end runs when it is
     */
    Lazy(Supplier<Cursor> begin, Runnable end) {
        this.begin = begin;
        this.end = end;
    }

    @Override
    public @Nullable Object @Nullable [] next() {
        if (closed) {
            return null;
        }
        Cursor begun = cursor;
        if (begun == null) {
            begun = begin.get();
            cursor = begun;
        }
        return begun.next();
    }

    @Override
    public void close() {
        closed = true;
        if (cursor != null) {
            cursor.close();
        }
        end.run();
    }
}
