package dev.penstock.sql.execute;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import dev.penstock.sql.function.Composite;
import dev.penstock.sql.function.PaddedText;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts the bytes that a statement holds in sorts, joins and groups, against a limit; estimates, not measurements. */
public final class MemoryAccount {
    private static final long ROW_OVERHEAD = 32;

    private final long limit;
    private final AtomicLong held = new AtomicLong();

    /** An account that refuses to hold more than {@code limit} bytes. */
    public MemoryAccount(long limit) {
        this.limit = limit;
    }

    /**
     * Takes the estimated size of a row on the account.
     *
     * @param besides bytes that are kept for the row
     * @return the bytes taken, to be given back with {@link #release}
     * @throws EngineException with code OUT_OF_MEMORY when the limit is passed
     */
    public long hold(@Nullable Object[] row, long besides) {
        long bytes = ROW_OVERHEAD + 8L * row.length + besides;
        for (Object value : row) {
            bytes += size(value);
        }
        if (held.addAndGet(bytes) > limit) {
            throw new EngineException(
                    ErrorCode.OUT_OF_MEMORY,
                    "out of memory: the statement holds more than " + (limit >> 20)
                            + " MB of rows; narrow it, or give it more with PENSTOCK_JAVA_OPTIONS=-Xmx4g");
        }
        return bytes;
    }

    /** Gives bytes back. */
    public void release(long bytes) {
        held.addAndGet(-bytes);
    }

    private static long size(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof String text) {
            return 48L + text.length();
        }
        if (value instanceof PaddedText padded) {
            return 64L + padded.text().length();
        }
        if (value instanceof Json json) {
            return size(json);
        }
        if (value instanceof List<?> list) {
            return 40 + sum(list);
        }
        return value instanceof Composite row ? 80 + sum(row.values()) : 24;
    }

    private static long size(Json json) {
        if (json instanceof Json.JsonText text) {
            return 64L + text.text().length();
        }
        if (json instanceof Json.JsonArray array) {
            return 40 + sum(array.elements());
        }
        if (json instanceof Json.JsonObject object) {
            return 64 + sum(object.members().values()) + 88L * object.members().size();
        }
        return 24;
    }

    private static long sum(Collection<?> values) {
        long sum = 0;
        for (Object value : values) {
            sum += 8 + size(value);
        }
        return sum;
    }
}
