package dev.penstock.sql.execute;

import dev.penstock.sql.function.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some columns of rows, as the key by which they are grouped, joined or compared: NULL is NULL, 1 is 1.0. */
final class RowKey {
    private final int[] columns;

    RowKey(List<Integer> columns) {
        this.columns = columns.stream().mapToInt(Integer::intValue).toArray();
    }

    /** All columns of rows of a width. */
    static RowKey all(int width) {
        return new RowKey(java.util.stream.IntStream.range(0, width).boxed().toList());
    }

    int hash(@Nullable Object[] row) {
        int hash = 1;
        for (int column : columns) {
            hash = 31 * hash + Values.hash(row[column]);
        }
        return hash;
    }

    /** Whether a row has the same key as another one, which may have it in other columns. */
    boolean same(@Nullable Object[] row, @Nullable Object[] other, RowKey otherKey) {
        for (int i = 0; i < columns.length; i++) {
            if (!Values.same(row[columns[i]], other[otherKey.columns[i]])) {
                return false;
            }
        }
        return true;
    }

    boolean hasNull(@Nullable Object[] row) {
        for (int column : columns) {
            if (row[column] == null) {
                return true;
            }
        }
        return false;
    }

    /** The key of a row, alone. */
    @Nullable
    Object[] of(@Nullable Object[] row) {
        Object[] key = new @Nullable Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            key[i] = row[columns[i]];
        }
        return key;
    }

    int width() {
        return columns.length;
    }
}
