package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions of times (chapter 9.9). */
public final class TimeFunctions {
    private static final long DAY = Times.MICROS_PER_DAY;

    private TimeFunctions() {}

    /** The functions. */
    public static List<FunctionDefinition> functions() {
        var all = new ArrayList<FunctionDefinition>();
        clocks(all);
        fields(all);
        truncations(all);
        ages(all);
        zones(all);
        formats(all);
        intervals(all);
        return all;
    }

    private static void clocks(List<FunctionDefinition> all) {
        for (String name : List.of(
                "now", "current_timestamp", "transaction_timestamp", "statement_timestamp", "clock_timestamp")) {
            all.add(clock(name, "timestamptz"));
        }
        all.add(clock("localtimestamp", "timestamp"));
        all.add(clock("current_date", "date"));
        all.add(clock("localtime", "time"));
        all.add(rounded("current_timestamp", "timestamptz"));
        all.add(rounded("localtimestamp", "timestamp"));
        all.add(rounded("localtime", "time"));
    }

    /** The time at which the statement began, as a type. */
    private static FunctionDefinition clock(String name, String type) {
        return function(name, "->" + type, (a, c) -> Casts.cast(Times.micros(c.now()), "timestamptz", type, c))
                .dependingOnSession();
    }

    private static FunctionDefinition rounded(String name, String type) {
        return function(
                        name,
                        "int4->" + type,
                        (a, c) -> new TypeModifier(type, List.of((int) integer(a, 0)))
                                .fit(Casts.cast(Times.micros(c.now()), "timestamptz", type, c)))
                .dependingOnSession();
    }

    private static void fields(List<FunctionDefinition> all) {
        all.add(function("extract", "text,date->numeric", (a, c) -> TimeFields.of(text(a, 0), day(a, 1))));
        all.add(function(
                "date_part",
                "text,date->float8",
                (a, c) -> real(TimeFields.of(text(a, 0), Times.startOf(day(a, 1)), ZoneOffset.UTC, "timestamp"))));
        all.add(function(
                "extract", "text,time->numeric", (a, c) -> TimeFields.ofTime(text(a, 0), integer(a, 1), "time")));
        all.add(function(
                "date_part",
                "text,time->float8",
                (a, c) -> real(TimeFields.ofTime(text(a, 0), integer(a, 1), "time"))));
        all.add(function("extract", "text,interval->numeric", (a, c) -> TimeFields.of(text(a, 0), interval(a, 1))));
        all.add(function(
                "date_part", "text,interval->float8", (a, c) -> real(TimeFields.of(text(a, 0), interval(a, 1)))));
        for (String type : List.of("timestamp", "timestamptz")) {
            all.add(function(
                            "extract",
                            "text," + type + "->numeric",
                            (a, c) -> TimeFields.of(text(a, 0), integer(a, 1), zone(type, c), type))
                    .dependingOnSession());
            all.add(function(
                            "date_part",
                            "text," + type + "->float8",
                            (a, c) -> real(TimeFields.of(text(a, 0), integer(a, 1), zone(type, c), type)))
                    .dependingOnSession());
        }
    }

    private static @Nullable Double real(@Nullable Number number) {
        return number == null ? null : (Double) number.doubleValue();
    }

    private static ZoneId zone(String type, FunctionContext context) {
        return type.equals("timestamptz") ? context.zone() : ZoneOffset.UTC;
    }

    private static void truncations(List<FunctionDefinition> all) {
        for (String type : List.of("timestamp", "timestamptz")) {
            all.add(function(
                            "date_trunc",
                            "text," + type + "->" + type,
                            (a, c) -> TimeFields.truncate(text(a, 0), integer(a, 1), zone(type, c), type))
                    .dependingOnSession());
            all.add(function("date_bin", "interval," + type + "," + type + "->" + type, (a, c) -> bin(a)));
        }
        all.add(function(
                "date_trunc",
                "text,timestamptz,text->timestamptz",
                (a, c) -> TimeFields.truncate(text(a, 0), integer(a, 1), Zones.named(text(a, 2)), "timestamptz")));
        all.add(function(
                "date_trunc", "text,interval->interval", (a, c) -> TimeFields.truncate(text(a, 0), interval(a, 1))));
    }

    private static Object bin(@Nullable Object[] arguments) {
        Interval stride = interval(arguments, 0);
        if (stride.months() != 0) {
            throw new EngineException(
                    ErrorCode.NOT_SUPPORTED, "timestamps cannot be binned into intervals containing months or years");
        }
        long width = stride.days() * DAY + stride.microseconds();
        if (width <= 0) {
            throw new EngineException(ErrorCode.DATETIME_OUT_OF_RANGE, "stride must be greater than zero");
        }
        long origin = integer(arguments, 2);
        return origin + Math.floorDiv(integer(arguments, 1) - origin, width) * width;
    }

    private static void ages(List<FunctionDefinition> all) {
        all.add(function(
                "age", "timestamp,timestamp->interval", (a, c) -> age(integer(a, 0), integer(a, 1), ZoneOffset.UTC)));
        all.add(function(
                        "age",
                        "timestamptz,timestamptz->interval",
                        (a, c) -> age(integer(a, 0), integer(a, 1), c.zone()))
                .dependingOnSession());
        all.add(function("age", "timestamp->interval", (a, c) -> age(today(c), integer(a, 0), ZoneOffset.UTC))
                .dependingOnSession());
        all.add(function(
                        "age",
                        "timestamptz->interval",
                        (a, c) -> age(today(c), Zones.clock(integer(a, 0), c.zone()), ZoneOffset.UTC))
                .dependingOnSession());
    }

    private static long today(FunctionContext context) {
        return Math.floorDiv(Zones.clock(Times.micros(context.now()), context.zone()), DAY) * DAY;
    }

    private static Interval age(long later, long earlier, ZoneId zone) {
        if (Times.isInfinite(later) || Times.isInfinite(earlier)) {
            throw new EngineException(ErrorCode.DATETIME_OUT_OF_RANGE, "timestamp out of range");
        }
        return Times.age(
                Times.at(later, zone).toLocalDateTime(), Times.at(earlier, zone).toLocalDateTime());
    }

    private static void zones(List<FunctionDefinition> all) {
        all.add(function(
                "timezone", "text,timestamptz->timestamp", (a, c) -> toClock(integer(a, 1), Zones.named(text(a, 0)))));
        all.add(function(
                "timezone",
                "text,timestamp->timestamptz",
                (a, c) -> fromClock(integer(a, 1), Zones.named(text(a, 0)))));
        all.add(function(
                "timezone",
                "interval,timestamptz->timestamp",
                (a, c) -> toClock(integer(a, 1), offset(interval(a, 0)))));
        all.add(function(
                "timezone",
                "interval,timestamp->timestamptz",
                (a, c) -> fromClock(integer(a, 1), offset(interval(a, 0)))));
    }

    private static ZoneId offset(Interval interval) {
        return ZoneOffset.ofTotalSeconds((int) (interval.microseconds() / 1_000_000));
    }

    private static long toClock(long micros, ZoneId zone) {
        return Times.isInfinite(micros) ? micros : Zones.clock(micros, zone);
    }

    private static long fromClock(long micros, ZoneId zone) {
        return Times.isInfinite(micros)
                ? micros
                : Zones.micros(Times.at(micros, ZoneOffset.UTC).toLocalDateTime(), zone);
    }

    private static void formats(List<FunctionDefinition> all) {
        for (String type : List.of("timestamp", "timestamptz")) {
            all.add(function(
                            "to_char",
                            type + ",text->text",
                            (a, c) -> Times.isInfinite(integer(a, 0))
                                            || text(a, 1).isEmpty()
                                    ? null
                                    : new TimeFormat(text(a, 1)).format(Times.at(integer(a, 0), zone(type, c)), type))
                    .dependingOnSession());
        }
        all.add(function(
                "to_char", "interval,text->text", (a, c) -> new TimeFormat(text(a, 1)).format(interval(a, 0))));
        all.add(function(
                        "to_timestamp",
                        "text,text->timestamptz",
                        (a, c) -> Zones.micros(new TimeParsing(text(a, 0), text(a, 1)).dateTime(), c.zone()))
                .dependingOnSession());
        all.add(function("to_date", "text,text->date", (a, c) -> (int)
                new TimeParsing(text(a, 0), text(a, 1)).dateTime().toLocalDate().toEpochDay()));
        all.add(function(
                "to_timestamp", "float8->timestamptz", (a, c) -> ofEpoch((Double) Objects.requireNonNull(a[0]))));
        for (String type : List.of("timestamp", "timestamptz")) {
            all.add(function("date", type + "->date", (a, c) -> Casts.cast(integer(a, 0), type, "date", c))
                    .dependingOnSession());
        }
        all.add(function("date", "date->date", (a, c) -> a[0]));
        all.add(function(
                        "timestamptz",
                        "timestamp->timestamptz",
                        (a, c) -> Casts.cast(integer(a, 0), "timestamp", "timestamptz", c))
                .dependingOnSession());
        for (String type : List.of("timestamptz", "timestamp", "date")) {
            all.add(function(
                    "isfinite",
                    type + "->bool",
                    (a, c) -> !String.valueOf(Casts.textOf(Objects.requireNonNull(a[0]), type, c))
                            .contains("infinity")));
        }
        all.add(function("isfinite", "interval->bool", (a, c) -> true));
    }

    private static Object ofEpoch(double seconds) {
        if (Double.isNaN(seconds)) {
            throw new EngineException(ErrorCode.DATETIME_OUT_OF_RANGE, "timestamp cannot be NaN");
        }
        if (Double.isInfinite(seconds)) {
            return seconds > 0 ? Times.INFINITY : Times.MINUS_INFINITY;
        }
        BigDecimal micros = BigDecimal.valueOf(seconds).movePointRight(6).setScale(0, RoundingMode.HALF_EVEN);
        if (micros.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE - 1)) > 0) {
            throw new EngineException(
                    ErrorCode.DATETIME_OUT_OF_RANGE,
                    "timestamp out of range: \"" + Casts.textOf(seconds, "float8", Casts.NO_SESSION) + "\"");
        }
        return Times.checked(micros.longValueExact());
    }

    private static void intervals(List<FunctionDefinition> all) {
        all.add(function("interval", "text->interval", (a, c) -> Times.interval(text(a, 0))));
        all.add(function("interval", "interval->interval", (a, c) -> a[0]));
        all.add(function(
                "interval",
                "text,text->interval",
                (a, c) -> IntervalFields.of(text(a, 1)).read(text(a, 0))));
        all.add(function(
                "interval",
                "interval,text->interval",
                (a, c) -> IntervalFields.of(text(a, 1)).fit(interval(a, 0))));
        all.add(function("interval", "time->interval", (a, c) -> new Interval(0, 0, integer(a, 0))));
        all.add(function("justify_days", "interval->interval", (a, c) -> TimeMaking.justifyDays(interval(a, 0))));
        all.add(function("justify_hours", "interval->interval", (a, c) -> TimeMaking.justifyHours(interval(a, 0))));
        all.add(function("justify_interval", "interval->interval", (a, c) -> TimeMaking.justify(interval(a, 0))));
        all.addAll(TimeMaking.functions());
        all.addAll(ZonedTimes.functions());
        all.addAll(Overlaps.functions());
    }

    private static String text(@Nullable Object[] arguments, int index) {
        return String.valueOf(arguments[index]);
    }

    private static int day(@Nullable Object[] arguments, int index) {
        return (Integer) Objects.requireNonNull(arguments[index]);
    }

    private static long integer(@Nullable Object[] arguments, int index) {
        return (Long) Objects.requireNonNull(arguments[index]);
    }

    private static Interval interval(@Nullable Object[] arguments, int index) {
        return (Interval) Objects.requireNonNull(arguments[index]);
    }
}
