package dev.penstock.sql.function;

import dev.penstock.spi.value.Interval;
import java.time.ZoneOffset;

/** Casts to dates, times and intervals. */
final class TimeCasts {
    private TimeCasts() {}

    static Interval interval(Object value, String from) {
        if (value instanceof String text) {
            return Times.interval(text);
        }
        if (from.equals("time")) {
            return new Interval(0, 0, (Long) value);
        }
        throw Casts.impossible(from, "interval");
    }

    static Long time(Object value, String from, FunctionContext context) {
        if (value instanceof String text) {
            return Times.time(text, context);
        }
        return switch (from) {
            case "timetz" -> ((ZonedTime) value).micros();
            case "timestamp" -> Math.floorMod((Long) value, Times.MICROS_PER_DAY);
            case "timestamptz" -> Math.floorMod(Zones.clock((Long) value, context.zone()), Times.MICROS_PER_DAY);
            case "interval" -> Math.floorMod(((Interval) value).microseconds(), Times.MICROS_PER_DAY);
            default -> throw Casts.impossible(from, "time");
        };
    }

    static ZonedTime zonedTime(Object value, String from, FunctionContext context) {
        if (value instanceof String text) {
            return ZonedTime.parse(text, context);
        }
        return switch (from) {
            case "time" ->
                new ZonedTime(
                        (Long) value,
                        context.zone().getRules().getOffset(context.now()).getTotalSeconds());
            case "timestamptz" -> ZonedTime.at((Long) value, context.zone());
            default -> throw Casts.impossible(from, "timetz");
        };
    }

    static Long timestamptz(Object value, String from, FunctionContext context) {
        if (value instanceof String text) {
            return Times.timestamptz(text, context);
        }
        if (value instanceof Integer || from.equals("timestamp")) {
            long clock = value instanceof Integer day ? Times.startOf(day) : (Long) value;
            return Times.isInfinite(clock)
                    ? clock
                    : (Long) Zones.micros(Times.at(clock, ZoneOffset.UTC).toLocalDateTime(), context.zone());
        }
        throw Casts.impossible(from, "timestamptz");
    }

    static Long timestamp(Object value, String from, FunctionContext context) {
        if (value instanceof String text) {
            return Times.timestamp(text, context);
        }
        if (value instanceof Integer day) {
            return Times.startOf(day);
        }
        if (from.equals("timestamptz")) {
            return Times.isInfinite((Long) value) ? (Long) value : (Long) Zones.clock((Long) value, context.zone());
        }
        throw Casts.impossible(from, "timestamp");
    }

    static Integer date(Object value, String from, FunctionContext context) {
        if (value instanceof String text) {
            return Times.date(text, context);
        }
        return switch (from) {
            case "timestamptz" ->
                Times.dayOf(Times.isInfinite((Long) value) ? (Long) value : Zones.clock((Long) value, context.zone()));
            case "timestamp" -> Times.dayOf((Long) value);
            default -> throw Casts.impossible(from, "date");
        };
    }
}
