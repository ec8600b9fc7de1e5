package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code generate_series} and its kin (chapter 9.25). */
public final class SeriesFunctions {
    private static final String NAME = "generate_series";

    private SeriesFunctions() {}

    /** The functions. */
    public static List<SetFunctionDefinition> functions() {
        return List.of(
                SetFunctionDefinition.of(NAME, "int4,int4->int4", (a, c) -> whole(a)),
                SetFunctionDefinition.of(NAME, "int4,int4,int4->int4", (a, c) -> whole(a)),
                SetFunctionDefinition.of(NAME, "int8,int8->int8", (a, c) -> whole(a)),
                SetFunctionDefinition.of(NAME, "int8,int8,int8->int8", (a, c) -> whole(a)),
                SetFunctionDefinition.of(
                        NAME, "timestamp,timestamp,interval->timestamp", (a, c) -> times(a, ZoneOffset.UTC)),
                SetFunctionDefinition.of(
                        NAME, "timestamptz,timestamptz,interval->timestamptz", (a, c) -> times(a, c.zone())));
    }

    private static Iterator<@Nullable Object[]> whole(@Nullable Object[] arguments) {
        long stop = integer(arguments, 1);
        long step = arguments.length > 2 ? integer(arguments, 2) : 1;
        return series(
                integer(arguments, 0),
                value -> step > 0 ? value <= stop : value >= stop,
                Long.signum(step),
                value -> Math.addExact(value, step));
    }

    private static Iterator<@Nullable Object[]> times(@Nullable Object[] arguments, ZoneId zone) {
        long stop = integer(arguments, 1);
        Interval step = (Interval) Objects.requireNonNull(arguments[2]);
        int sign = step.compareTo(new Interval(0, 0, 0));
        return series(
                integer(arguments, 0),
                value -> sign > 0 ? value <= stop : value >= stop,
                sign,
                value -> Times.plus(value, step, zone));
    }

    private static Iterator<@Nullable Object[]> series(
            long start, LongPredicate within, int sign, LongUnaryOperator step) {
        if (sign == 0) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "step size cannot equal zero");
        }
        return new Iterator<>() {
            private long next = start;
            private boolean over;

            @Override
            public boolean hasNext() {
                return !over && within.test(next);
            }

            @Override
            public @Nullable Object[] next() {
                if (!hasNext()) {
                    throw new java.util.NoSuchElementException();
                }
                long value = next;
                try {
                    next = step.applyAsLong(value);
                } catch (ArithmeticException e) {
                    over = true; // the next value would be beyond every stop
                }
                return new @Nullable Object[] {value};
            }
        };
    }

    private static long integer(@Nullable Object[] arguments, int index) {
        return (Long) Objects.requireNonNull(arguments[index]);
    }
}
