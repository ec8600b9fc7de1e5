package dev.penstock.spi.table;

import dev.penstock.spi.value.Inet;
import dev.penstock.spi.value.Json;
import java.time.Instant;
import java.util.function.Function;

/**
 * The type of a column: its PostgreSQL name, what extractors give, and how that becomes the canonical value that rows
 * carry.
 *
 * @param <T> what an extractor of such a column gives
 */
public final class ColumnType<T> {
    /** Text. */
    public static final ColumnType<String> TEXT = new ColumnType<>("text", String.class, text -> text);
    /** True or false. */
    public static final ColumnType<Boolean> BOOLEAN = new ColumnType<>("bool", Boolean.class, bool -> bool);
    /** A 64-bit integer. */
    public static final ColumnType<Long> BIGINT = new ColumnType<>("int8", Long.class, number -> number);
    /** A double. */
    public static final ColumnType<Double> DOUBLE = new ColumnType<>("float8", Double.class, number -> number);
    /** A point in time, carried in rows as microseconds since the epoch. */
    public static final ColumnType<Instant> TIMESTAMP =
            new ColumnType<>("timestamptz", Instant.class, ColumnType::microseconds);
    /** A JSON value, jsonb in SQL. */
    public static final ColumnType<Json> JSON = new ColumnType<>("jsonb", Json.class, json -> json);
    /** An address or network. */
    public static final ColumnType<Inet> INET = new ColumnType<>("inet", Inet.class, inet -> inet);

    private final String sqlName;
    private final Class<T> valueClass;
    private final Function<T, Object> canonical;

    private ColumnType(String sqlName, Class<T> valueClass, Function<T, Object> canonical) {
        this.sqlName = sqlName;
        this.valueClass = valueClass;
        this.canonical = canonical;
    }

    /** PostgreSQL's internal name of the type, such as {@code timestamptz}. */
    public String sqlName() {
        return sqlName;
    }

    /**
     * The value that rows carry for what an extractor gave.
     *
     * @throws ClassCastException if {@code value} is not of this type
     */
    public Object canonical(Object value) {
        return canonical.apply(valueClass.cast(value));
    }

    @Override
    public String toString() {
        return sqlName;
    }

    private static Long microseconds(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }
}
