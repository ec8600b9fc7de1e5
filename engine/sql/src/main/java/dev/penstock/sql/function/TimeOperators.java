package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code + - * /} of times and intervals (chapter 9.9). */
public final class TimeOperators {
    private TimeOperators() {}

    /** The operators. */
    public static List<FunctionDefinition> operators() {
        var all = new ArrayList<>(List.of(
                function("+", "date,int4->date", (a, c) -> days(a, 0, integer(a, 1))),
                function("+", "int4,date->date", (a, c) -> days(a, 1, integer(a, 0))),
                function("-", "date,int4->date", (a, c) -> days(a, 0, -integer(a, 1))),
                function("-", "date,date->int4", (a, c) -> between(day(a, 0), day(a, 1))),
                function("+", "date,interval->timestamp", (a, c) -> later(midnight(a, 0), interval(a, 1))),
                function("+", "interval,date->timestamp", (a, c) -> later(midnight(a, 1), interval(a, 0))),
                function("-", "date,interval->timestamp", (a, c) -> later(midnight(a, 0), earlier(a, 1))),
                function("+", "timestamp,interval->timestamp", (a, c) -> later(integer(a, 0), interval(a, 1))),
                function("+", "interval,timestamp->timestamp", (a, c) -> later(integer(a, 1), interval(a, 0))),
                function("-", "timestamp,interval->timestamp", (a, c) -> later(integer(a, 0), earlier(a, 1))),
                function(
                                "+",
                                "timestamptz,interval->timestamptz",
                                (a, c) -> Times.plus(integer(a, 0), interval(a, 1), c.zone()))
                        .dependingOnSession(),
                function(
                                "+",
                                "interval,timestamptz->timestamptz",
                                (a, c) -> Times.plus(integer(a, 1), interval(a, 0), c.zone()))
                        .dependingOnSession(),
                function(
                                "-",
                                "timestamptz,interval->timestamptz",
                                (a, c) -> Times.plus(integer(a, 0), earlier(a, 1), c.zone()))
                        .dependingOnSession(),
                function("-", "timestamp,timestamp->interval", (a, c) -> Times.between(integer(a, 1), integer(a, 0))),
                function(
                        "-",
                        "timestamptz,timestamptz->interval",
                        (a, c) -> Times.between(integer(a, 1), integer(a, 0))),
                function("+", "date,time->timestamp", (a, c) -> midnight(a, 0) + integer(a, 1)),
                function("+", "time,date->timestamp", (a, c) -> midnight(a, 1) + integer(a, 0)),
                function("+", "time,interval->time", (a, c) -> turned(integer(a, 0), interval(a, 1))),
                function("+", "interval,time->time", (a, c) -> turned(integer(a, 1), interval(a, 0))),
                function("-", "time,interval->time", (a, c) -> turned(integer(a, 0), earlier(a, 1))),
                function("-", "time,time->interval", (a, c) -> new Interval(0, 0, integer(a, 0) - integer(a, 1))),
                function("+", "interval,interval->interval", (a, c) -> Times.sum(interval(a, 0), interval(a, 1))),
                function("-", "interval,interval->interval", (a, c) -> Times.sum(interval(a, 0), earlier(a, 1))),
                function("*", "interval,float8->interval", (a, c) -> times(interval(a, 0), real(a, 1))),
                function("*", "float8,interval->interval", (a, c) -> times(interval(a, 1), real(a, 0))),
                function("/", "interval,float8->interval", (a, c) -> over(interval(a, 0), real(a, 1)))));
        all.addAll(ZonedTimes.operators());
        return all;
    }

    private static Object days(@Nullable Object[] arguments, int date, long days) {
        return Times.plusDays((int) day(arguments, date), days);
    }

    private static Object between(long later, long earlier) {
        boolean infinite =
                Math.max(later, earlier) == Integer.MAX_VALUE || Math.min(later, earlier) == Integer.MIN_VALUE;
        if (infinite) {
            throw new EngineException(ErrorCode.DATETIME_OUT_OF_RANGE, "cannot subtract infinite dates");
        }
        return later - earlier;
    }

    private static long midnight(@Nullable Object[] arguments, int index) {
        return Times.startOf((int) day(arguments, index));
    }

    /** A time of day moved around the clock. */
    private static long turned(long time, Interval interval) {
        return Math.floorMod(time + interval.microseconds(), Times.MICROS_PER_DAY);
    }

    private static long later(long micros, Interval interval) {
        return Times.plus(micros, interval, ZoneOffset.UTC);
    }

    private static Interval earlier(@Nullable Object[] arguments, int index) {
        return Times.negate(interval(arguments, index));
    }

    private static Interval times(Interval interval, double factor) {
        return Times.scale(interval, part -> part * factor);
    }

    private static Interval over(Interval interval, double divisor) {
        if (divisor == 0) {
            throw new EngineException(ErrorCode.DIVISION_BY_ZERO, "division by zero");
        }
        return Times.scale(interval, part -> part / divisor);
    }

    private static long day(@Nullable Object[] arguments, int index) {
        return (Integer) Objects.requireNonNull(arguments[index]);
    }

    private static long integer(@Nullable Object[] arguments, int index) {
        return (Long) Objects.requireNonNull(arguments[index]);
    }

    private static double real(@Nullable Object[] arguments, int index) {
        return (Double) Objects.requireNonNull(arguments[index]);
    }

    private static Interval interval(@Nullable Object[] arguments, int index) {
        return (Interval) Objects.requireNonNull(arguments[index]);
    }
}
