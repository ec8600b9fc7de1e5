package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields of times and intervals, for {@code extract} and {@code date_trunc} (chapters 9.9.1 and 9.9.2). */
final class TimeFields {
    private static final long SECOND = 1_000_000L;
    private static final Map<String, String> NAMES = names();
    private static final Set<String> WITHOUT_ZONE = Set.of("timezone", "timezone_hour", "timezone_minute");
    private static final Set<String> OF_DAYS = Set.of(
            "day",
            "month",
            "quarter",
            "week",
            "year",
            "decade",
            "century",
            "millennium",
            "isoyear",
            "isodow",
            "dow",
            "doy",
            "epoch",
            "julian");

    private TimeFields() {}

    private static Map<String, String> names() {
        var names = new HashMap<String, String>();
        for (List<String> unit : List.of(
                List.of("microsecond", "microseconds", "us", "usec", "usecond", "useconds", "usecs", "microsecon"),
                List.of("millisecond", "milliseconds", "ms", "msec", "msecond", "mseconds", "msecs", "millisecon"),
                List.of("second", "seconds", "sec", "secs", "s"),
                List.of("minute", "minutes", "min", "mins", "m"),
                List.of("hour", "hours", "hr", "hrs", "h"),
                List.of("day", "days", "d"),
                List.of("week", "weeks", "w"),
                List.of("month", "months", "mon", "mons"),
                List.of("quarter", "qtr"),
                List.of("year", "years", "yr", "yrs", "y"),
                List.of("decade", "decades", "dec", "decs"),
                List.of("century", "centuries", "cent", "c"),
                List.of("millennium", "millennia", "mil", "mils"),
                List.of("julian", "jd", "j"),
                List.of("timezone_hour", "timezone_h"),
                List.of("timezone_minute", "timezone_m"))) {
            unit.forEach(name -> names.put(name, unit.get(0)));
        }
        for (String name : List.of("isoyear", "isodow", "dow", "doy", "epoch", "timezone")) {
            names.put(name, name);
        }
        return names;
    }

    static String unit(String written, String type) {
        String unit = NAMES.get(written.toLowerCase(Locale.ROOT));
        if (unit == null) {
            throw unrecognized(written, type);
        }
        return unit;
    }

    private static EngineException unrecognized(String written, String type) {
        return new EngineException(
                ErrorCode.INVALID_PARAMETER,
                "unit \"" + written.toLowerCase(Locale.ROOT) + "\" not recognized for type " + Casts.longName(type));
    }

    private static EngineException unsupported(String written, String type) {
        return new EngineException(
                ErrorCode.NOT_SUPPORTED,
                "unit \"" + written.toLowerCase(Locale.ROOT) + "\" not supported for type " + Casts.longName(type));
    }

    /** A field of a date. */
    static @Nullable Number of(String written, int day) {
        String unit = unit(written, "date");
        if (!OF_DAYS.contains(unit)) {
            throw unsupported(written, "date");
        }
        if (day == Integer.MAX_VALUE || day == Integer.MIN_VALUE) {
            return ofInfinity(unit, day > 0);
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        if (unit.equals("epoch")) {
            return BigDecimal.valueOf(day * 86_400L);
        }
        return unit.equals("julian") ? BigDecimal.valueOf(date.getLong(JulianFields.JULIAN_DAY)) : ofDate(unit, date);
    }

    private static @Nullable Number ofInfinity(String unit, boolean positive) {
        return switch (unit) {
            case "year", "decade", "century", "millennium", "julian", "isoyear", "epoch" ->
                positive ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            default -> null;
        };
    }

    /** A field of a timestamp at a zone's clock. */
    static @Nullable Number of(String written, long micros, ZoneId zone, String type) {
        String unit = unit(written, type);
        if (WITHOUT_ZONE.contains(unit) && !type.equals("timestamptz")) {
            throw unsupported(written, type);
        }
        if (Times.isInfinite(micros)) {
            return ofInfinity(unit, micros > 0);
        }
        ZonedDateTime time = Times.at(micros, zone);
        int offset = time.getOffset().getTotalSeconds();
        long ofDay = time.toLocalTime().toNanoOfDay() / 1000;
        return switch (unit) {
            case "microsecond", "millisecond", "second", "minute", "hour" -> ofClock(unit, ofDay);
            case "epoch" -> BigDecimal.valueOf(micros, 6);
            case "julian" ->
                BigDecimal.valueOf(time.toLocalDate().getLong(JulianFields.JULIAN_DAY))
                        .add(Numbers.divide(BigDecimal.valueOf(ofDay), BigDecimal.valueOf(Times.MICROS_PER_DAY)));
            case "timezone" -> BigDecimal.valueOf(offset);
            case "timezone_hour" -> BigDecimal.valueOf(offset / 3600);
            case "timezone_minute" -> BigDecimal.valueOf(offset / 60 % 60);
            default -> ofDate(unit, time.toLocalDate());
        };
    }

    private static BigDecimal ofClock(String unit, long ofDay) {
        long ofMinute = ofDay % (60 * SECOND);
        return switch (unit) {
            case "microsecond" -> BigDecimal.valueOf(ofMinute);
            case "millisecond" -> BigDecimal.valueOf(ofMinute, 3);
            case "second" -> BigDecimal.valueOf(ofMinute, 6);
            case "minute" -> BigDecimal.valueOf(ofDay / (60 * SECOND) % 60);
            default -> BigDecimal.valueOf(ofDay / (3600 * SECOND));
        };
    }

    private static BigDecimal ofDate(String unit, LocalDate date) {
        int year = date.getYear();
        int counted = year > 0 ? year : year - 1; // there is no year 0
        return BigDecimal.valueOf(
                switch (unit) {
                    case "day" -> date.getDayOfMonth();
                    case "month" -> date.getMonthValue();
                    case "quarter" -> (date.getMonthValue() + 2) / 3;
                    case "week" -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                    case "year" -> counted;
                    case "decade" -> Math.floorDiv(year, 10);
                    case "century" -> counted > 0 ? (counted + 99) / 100 : -((99 - counted) / 100);
                    case "millennium" -> counted > 0 ? (counted + 999) / 1000 : -((999 - counted) / 1000);
                    case "isoyear" -> {
                        int iso = date.get(IsoFields.WEEK_BASED_YEAR);
                        yield iso > 0 ? iso : iso - 1;
                    }
                    case "isodow" -> date.getDayOfWeek().getValue();
                    case "dow" -> date.getDayOfWeek().getValue() % 7;
                    default -> date.getDayOfYear();
                });
    }

    /** A field of a time of day. */
    static Number ofTime(String written, long micros, String type) {
        String unit = unit(written, type);
        return switch (unit) {
            case "microsecond", "millisecond", "second", "minute", "hour" -> ofClock(unit, micros);
            case "epoch" -> BigDecimal.valueOf(micros, 6);
            default -> throw unsupported(written, type);
        };
    }

    /** A field of an interval. */
    static Number of(String written, Interval interval) {
        String unit = unit(written, "interval");
        int years = interval.months() / 12;
        int months = interval.months() % 12;
        long micros = interval.microseconds();
        return switch (unit) {
            case "microsecond" -> BigDecimal.valueOf(micros % (60 * SECOND));
            case "millisecond" -> BigDecimal.valueOf(micros % (60 * SECOND), 3);
            case "second" -> BigDecimal.valueOf(micros % (60 * SECOND), 6);
            case "minute" -> BigDecimal.valueOf(micros / (60 * SECOND) % 60);
            case "hour" -> BigDecimal.valueOf(micros / (3600 * SECOND));
            case "day" -> BigDecimal.valueOf(interval.days());
            case "month" -> BigDecimal.valueOf(months);
            case "quarter" -> BigDecimal.valueOf(months / 3 + 1);
            case "year" -> BigDecimal.valueOf(years);
            case "decade" -> BigDecimal.valueOf(years / 10);
            case "century" -> BigDecimal.valueOf(years / 100);
            case "millennium" -> BigDecimal.valueOf(years / 1000);
            case "epoch" ->
                BigDecimal.valueOf(years)
                        .multiply(BigDecimal.valueOf(31_557_600))
                        .add(BigDecimal.valueOf(months * 30L + interval.days()).multiply(BigDecimal.valueOf(86_400)))
                        .add(BigDecimal.valueOf(micros, 6));
            default -> throw unsupported(written, "interval");
        };
    }

    /** A timestamp cut down to a unit at a zone's clock. */
    static long truncate(String written, long micros, ZoneId zone, String type) {
        String unit = unit(written, type);
        if (Times.isInfinite(micros)) {
            return micros;
        }
        return switch (unit) {
            case "microsecond" -> micros;
            case "millisecond" -> Math.floorDiv(micros, 1000) * 1000;
            case "second" -> Math.floorDiv(micros, SECOND) * SECOND;
            case "minute", "hour" ->
                Times.micros(Times.at(micros, zone)
                        .truncatedTo(unit.equals("hour") ? ChronoUnit.HOURS : ChronoUnit.MINUTES)
                        .toInstant());
            default -> Zones.moved(micros, zone, time -> truncate(unit, written, time, type));
        };
    }

    private static LocalDateTime truncate(String unit, String written, LocalDateTime time, String type) {
        LocalDate date = time.toLocalDate();
        int year = date.getYear();
        LocalDate cut = switch (unit) {
            case "day" -> date;
            case "week" -> date.with(DayOfWeek.MONDAY);
            case "month" -> date.withDayOfMonth(1);
            case "quarter" -> date.withDayOfMonth(1).withMonth((date.getMonthValue() - 1) / 3 * 3 + 1);
            case "year" -> date.withDayOfYear(1);
            case "decade" -> LocalDate.of(Math.floorDiv(year, 10) * 10, 1, 1);
            case "century" -> LocalDate.of(Math.floorDiv(year - 1, 100) * 100 + 1, 1, 1);
            case "millennium" -> LocalDate.of(Math.floorDiv(year - 1, 1000) * 1000 + 1, 1, 1);
            default -> throw WITHOUT_ZONE.contains(unit) ? unsupported(written, type) : unrecognized(written, type);
        };
        return cut.atStartOfDay();
    }

    /** An interval cut down to a unit. */
    static Interval truncate(String written, Interval interval) {
        String unit = unit(written, "interval");
        int months = interval.months();
        long micros = interval.microseconds();
        return switch (unit) {
            case "microsecond" -> interval;
            case "millisecond" -> new Interval(months, interval.days(), micros / 1000 * 1000);
            case "second" -> new Interval(months, interval.days(), micros / SECOND * SECOND);
            case "minute" -> new Interval(months, interval.days(), micros / (60 * SECOND) * 60 * SECOND);
            case "hour" -> new Interval(months, interval.days(), micros / (3600 * SECOND) * 3600 * SECOND);
            case "day" -> new Interval(months, interval.days(), 0);
            case "month" -> new Interval(months, 0, 0);
            case "quarter" -> new Interval(months / 3 * 3, 0, 0);
            case "year" -> new Interval(months / 12 * 12, 0, 0);
            case "decade" -> new Interval(months / 120 * 120, 0, 0);
            case "century" -> new Interval(months / 1200 * 1200, 0, 0);
            case "millennium" -> new Interval(months / 12_000 * 12_000, 0, 0);
            default -> throw unsupported(written, "interval");
        };
    }
}
