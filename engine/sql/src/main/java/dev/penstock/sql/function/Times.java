package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Times and intervals as PostgreSQL has them (chapters 8.5 and 9.9). Timestamps are microseconds since the epoch, dates
 * are days; the greatest and the least number are infinity and minus infinity.
 */
public final class Times {
    static final long INFINITY = Long.MAX_VALUE;
    static final long MINUS_INFINITY = Long.MIN_VALUE;
    static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final int SECONDS_PER_DAY = 86_400;
    // 4714-11-24 BC.
    private static final long FIRST = -210_866_803_200_000_000L;

    private Times() {}

    /** Microseconds since the epoch. */
    public static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
    }

    /** A timestamp at a zone's clock. */
    public static ZonedDateTime at(long micros, ZoneId zone) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone);
    }

    static boolean isInfinite(long micros) {
        return micros == INFINITY || micros == MINUS_INFINITY;
    }

    /** PostgreSQL's ISO form of a timestamptz: {@code 2026-01-02 03:04:05+00}. */
    public static String timestamptzText(long micros, ZoneId zone) {
        return isInfinite(micros) ? infinity(micros > 0) : TimeText.timestamp(at(micros, zone), true);
    }

    /** PostgreSQL's ISO form of a timestamp without zone. */
    public static String timestampText(long micros) {
        return isInfinite(micros) ? infinity(micros > 0) : TimeText.timestamp(at(micros, ZoneOffset.UTC), false);
    }

    /** PostgreSQL's ISO form of a date. */
    static String dateText(int day) {
        return day == Integer.MAX_VALUE || day == Integer.MIN_VALUE
                ? infinity(day > 0)
                : TimeText.date(LocalDate.ofEpochDay(day));
    }

    private static String infinity(boolean positive) {
        return positive ? "infinity" : "-infinity";
    }

    /** Reads a timestamptz; a text without an offset is of the session's zone. */
    static Long timestamptz(String text, FunctionContext context) {
        Long special = special(text, context);
        if (special != null) {
            return special;
        }
        TimeText.Said said = TimeText.parse(text, "timestamptz");
        ZoneId zone = said.zone() == null ? context.zone() : said.zone();
        return read(local(said, text, "timestamp with time zone"), zone, text);
    }

    /** Reads a timestamp; an offset in the text is passed over, as PostgreSQL does. */
    static Long timestamp(String text, FunctionContext context) {
        Long special = special(text, context);
        if (special != null) {
            boolean fixed = isInfinite(special) || isEpoch(text);
            return fixed ? special : (Long) Zones.clock(special, context.zone());
        }
        return read(local(TimeText.parse(text, "timestamp"), text, "timestamp"), ZoneOffset.UTC, text);
    }

    private static long read(LocalDateTime local, ZoneId zone, String text) {
        try {
            return checked(Zones.micros(local, zone));
        } catch (ArithmeticException e) {
            throw new EngineException(ErrorCode.DATETIME_OUT_OF_RANGE, "timestamp out of range: \"" + text + "\"", e);
        }
    }

    private static LocalDateTime local(TimeText.Said said, String text, String type) {
        LocalDate date = said.date();
        if (date == null) {
            throw new EngineException(
                    ErrorCode.INVALID_DATETIME, "invalid input syntax for type " + type + ": \"" + text + "\"");
        }
        long micros = said.micros() == null ? 0 : said.micros();
        return date.atStartOfDay().plus(micros, ChronoUnit.MICROS);
    }

    /** Words that stand for a moment; null for any other text. */
    private static @Nullable Long special(String text, FunctionContext context) {
        long now = micros(context.now());
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "infinity", "+infinity", "inf" -> INFINITY;
            case "-infinity", "-inf" -> MINUS_INFINITY;
            case "epoch" -> 0L;
            case "now" -> now;
            case "today" -> midnight(now, 0, context.zone());
            case "tomorrow" -> midnight(now, 1, context.zone());
            case "yesterday" -> midnight(now, -1, context.zone());
            default -> null;
        };
    }

    private static boolean isEpoch(String text) {
        return text.strip().equalsIgnoreCase("epoch");
    }

    private static long midnight(long now, int days, ZoneId zone) {
        return Zones.moved(now, zone, time -> time.truncatedTo(ChronoUnit.DAYS).plusDays(days));
    }

    /** Reads a date as days since the epoch. */
    static Integer date(String text, FunctionContext context) {
        Long special = special(text, context);
        if (special != null) {
            return isInfinite(special)
                    ? (Integer) (special > 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE)
                    : (Integer) dayOf(Zones.clock(special, isEpoch(text) ? ZoneOffset.UTC : context.zone()));
        }
        LocalDate date = TimeText.parse(text, "date").date();
        if (date == null) {
            throw new EngineException(
                    ErrorCode.INVALID_DATETIME, "invalid input syntax for type date: \"" + text + "\"");
        }
        return Math.toIntExact(date.toEpochDay());
    }

    /** Reads a time of day. */
    static Long time(String text, FunctionContext context) {
        if (text.strip().equalsIgnoreCase("now")) {
            return Math.floorMod(Zones.clock(micros(context.now()), context.zone()), MICROS_PER_DAY);
        }
        TimeText.Said said = TimeText.parse(text, "time");
        if (said.micros() == null) {
            throw new EngineException(
                    ErrorCode.INVALID_DATETIME, "invalid input syntax for type time: \"" + text + "\"");
        }
        return Objects.requireNonNull(said.micros());
    }

    /** Reads an interval such as {@code 90 days}, {@code 1 year 2 mons 04:05:06} or {@code 3 hours ago}. */
    public static Interval interval(String text) {
        return IntervalText.parse(text);
    }

    /** The day of a timestamp's clock. */
    static int dayOf(long micros) {
        if (isInfinite(micros)) {
            return micros > 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE;
        }
        return (int) Math.floorDiv(micros, MICROS_PER_DAY);
    }

    /** The first moment of a day at Greenwich. */
    static long startOf(int day) {
        if (day == Integer.MAX_VALUE || day == Integer.MIN_VALUE) {
            return day > 0 ? INFINITY : MINUS_INFINITY;
        }
        return checked(Math.multiplyExact((long) day, MICROS_PER_DAY));
    }

    /** A day so many days later. */
    static Integer plusDays(int day, long days) {
        if (day == Integer.MAX_VALUE || day == Integer.MIN_VALUE) {
            return day;
        }
        long sum = day + days;
        if (sum < FIRST / MICROS_PER_DAY || sum > 2_145_031_948L) {
            throw new EngineException(ErrorCode.DATETIME_OUT_OF_RANGE, "date out of range");
        }
        return (int) sum;
    }

    /** The timestamp, if there is such a one. */
    static long checked(long micros) {
        if (!isInfinite(micros) && micros < FIRST) {
            throw new EngineException(ErrorCode.DATETIME_OUT_OF_RANGE, "timestamp out of range");
        }
        return micros;
    }

    /** A time so much later, by the calendar of a zone. */
    public static long plus(long micros, Interval interval, ZoneId zone) {
        if (isInfinite(micros)) {
            return micros;
        }
        try {
            long moved = interval.months() == 0 && interval.days() == 0
                    ? micros
                    : Zones.moved(
                            micros,
                            zone,
                            time -> time.plusMonths(interval.months()).plusDays(interval.days()));
            return checked(Math.addExact(moved, interval.microseconds()));
        } catch (ArithmeticException e) {
            throw new EngineException(ErrorCode.DATETIME_OUT_OF_RANGE, "timestamp out of range", e);
        }
    }

    /** An interval the other way round. */
    public static Interval negate(Interval interval) {
        return new Interval(-interval.months(), -interval.days(), -interval.microseconds());
    }

    /** Both intervals together, field by field. */
    public static Interval sum(Interval a, Interval b) {
        try {
            return new Interval(
                    Math.addExact(a.months(), b.months()),
                    Math.addExact(a.days(), b.days()),
                    Math.addExact(a.microseconds(), b.microseconds()));
        } catch (ArithmeticException e) {
            throw new EngineException(ErrorCode.DATETIME_OUT_OF_RANGE, "interval out of range", e);
        }
    }

    /** An interval times a number: what is left of months becomes days of 30 to a month, what is left of days time. */
    public static Interval scale(Interval interval, DoubleUnaryOperator factor) {
        double wholeMonths = factor.applyAsDouble(interval.months());
        double wholeDays = factor.applyAsDouble(interval.days());
        if (!(Math.abs(wholeMonths) <= Integer.MAX_VALUE) || !(Math.abs(wholeDays) <= Integer.MAX_VALUE)) {
            throw new EngineException(ErrorCode.DATETIME_OUT_OF_RANGE, "interval out of range");
        }
        int months = (int) wholeMonths;
        int days = (int) wholeDays;
        double daysOfMonths = microsRounded((wholeMonths - months) * 30);
        double seconds = microsRounded((wholeDays - days + daysOfMonths - (int) daysOfMonths) * SECONDS_PER_DAY);
        if (Math.abs(seconds) >= SECONDS_PER_DAY) {
            int more = (int) (seconds / SECONDS_PER_DAY);
            days += more;
            seconds -= (double) more * SECONDS_PER_DAY;
        }
        double time = Math.rint(factor.applyAsDouble((double) interval.microseconds()) + seconds * 1e6);
        return new Interval(months, days + (int) daysOfMonths, (long) time);
    }

    private static double microsRounded(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }

    /** The time between two timestamps, in days and the rest, as subtraction gives it. */
    public static Interval between(long from, long to) {
        if (isInfinite(from) || isInfinite(to)) {
            throw new EngineException(ErrorCode.DATETIME_OUT_OF_RANGE, "cannot subtract infinite timestamps");
        }
        long span = Math.subtractExact(to, from);
        return new Interval(0, (int) (span / MICROS_PER_DAY), span % MICROS_PER_DAY);
    }

    /** The time between two clocks in years, months and days, as {@code age} gives it. */
    static Interval age(LocalDateTime later, LocalDateTime earlier) {
        if (later.isBefore(earlier)) {
            Interval opposite = span(earlier, later, later.toLocalDate().lengthOfMonth());
            return negate(opposite);
        }
        return span(later, earlier, earlier.toLocalDate().lengthOfMonth());
    }

    private static Interval span(LocalDateTime later, LocalDateTime earlier, int daysOfMonth) {
        long micros = (later.toLocalTime().toNanoOfDay() - earlier.toLocalTime().toNanoOfDay()) / 1000;
        int days = later.getDayOfMonth() - earlier.getDayOfMonth();
        int months = (later.getYear() - earlier.getYear()) * 12 + later.getMonthValue() - earlier.getMonthValue();
        if (micros < 0) {
            micros += MICROS_PER_DAY;
            days--;
        }
        if (days < 0) {
            days += daysOfMonth;
            months--;
        }
        return new Interval(months, days, micros);
    }
}
