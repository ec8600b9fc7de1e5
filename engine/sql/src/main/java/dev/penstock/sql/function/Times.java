package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and intervals as PostgreSQL has them (chapters 8.5 and 9.9). Timestamps are microseconds since the epoch. */
public final class Times {
    private static final long MICROS = 1_000_000L;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final long MICROS_PER_DAY = 86_400 * MICROS;
    private static final DateTimeFormatter OUT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT);
    private static final Pattern TIMESTAMP = Pattern.compile(
            "\\s*(\\d{4,6}-\\d{1,2}-\\d{1,2})(?:[T ]\\s*(\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?))?\\s*"
                    + "(Z|z|UTC|utc|[+-]\\d{2}(?::?\\d{2})?)?\\s*");
    private static final Pattern INTERVAL_PART = Pattern.compile(
            "\\s*(?:([+-]?\\d+(?:\\.\\d+)?)\\s*([a-zA-Z]+)|([+-]?)(\\d+):(\\d{2})(?::(\\d{2}(?:\\.\\d{1,6})?))?)\\s*");
    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("microsecond", 1L),
            Map.entry("millisecond", 1000L),
            Map.entry("second", MICROS),
            Map.entry("sec", MICROS),
            Map.entry("s", MICROS),
            Map.entry("minute", 60 * MICROS),
            Map.entry("min", 60 * MICROS),
            Map.entry("m", 60 * MICROS),
            Map.entry("hour", 3600 * MICROS),
            Map.entry("hr", 3600 * MICROS),
            Map.entry("h", 3600 * MICROS),
            Map.entry("day", MICROS_PER_DAY),
            Map.entry("d", MICROS_PER_DAY),
            Map.entry("week", 7 * MICROS_PER_DAY),
            Map.entry("w", 7 * MICROS_PER_DAY));
    private static final Map<String, Integer> MONTH_UNITS =
            Map.of("month", 1, "mon", 1, "year", 12, "yr", 12, "y", 12, "decade", 120, "century", 1200);

    private Times() {}

    /** Microseconds since the epoch. */
    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** A timestamp at a zone's clock. */
    public static ZonedDateTime at(long micros, ZoneId zone) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone);
    }

    /** PostgreSQL's ISO form of a timestamptz: {@code 2026-01-02 03:04:05+00}. */
    public static String timestamptzText(long micros, ZoneId zone) {
        ZonedDateTime time = at(micros, zone);
        String offset = time.getOffset().getId();
        String shortOffset = offset.equals("Z") ? "+00" : offset.endsWith(":00") ? offset.substring(0, 3) : offset;
        return OUT.format(time) + shortOffset;
    }

    /** PostgreSQL's ISO form of a timestamp without zone. */
    public static String timestampText(long micros) {
        return OUT.format(at(micros, ZoneOffset.UTC));
    }

    /** Reads a timestamptz; a text without an offset is of the session's zone. */
    public static Long timestamptz(String text, ZoneId zone) {
        return parse(text, zone, "timestamp with time zone");
    }

    /** Reads a timestamp; an offset in the text is passed over, as PostgreSQL does. */
    public static Long timestamp(String text) {
        Matcher matcher = TIMESTAMP.matcher(text);
        String local = matcher.matches() && matcher.group(3) != null ? text.substring(0, matcher.start(3)) : text;
        return parse(local, ZoneOffset.UTC, "timestamp");
    }

    /** Reads a date as days since the epoch. */
    public static Integer date(String text) {
        return (int) Math.floorDiv(parse(text, ZoneOffset.UTC, "date"), MICROS_PER_DAY);
    }

    private static Long parse(String text, ZoneId zone, String type) {
        Matcher matcher = TIMESTAMP.matcher(text);
        if (!matcher.matches()) {
            throw new EngineException(
                    ErrorCode.INVALID_DATETIME, "invalid input syntax for type " + type + ": \"" + text + "\"");
        }
        try {
            String[] day = matcher.group(1).split("-", -1);
            LocalDate date = LocalDate.of(Integer.parseInt(day[0]), Integer.parseInt(day[1]), Integer.parseInt(day[2]));
            long ofDay = matcher.group(2) == null ? 0 : clock(matcher.group(2));
            LocalDateTime local = date.atStartOfDay().plus(ofDay, ChronoUnit.MICROS);
            String offset = matcher.group(3);
            if (offset == null) {
                return micros(local.atZone(zone).toInstant());
            }
            ZoneOffset given = offset.matches("(?i)z|utc") ? ZoneOffset.UTC : ZoneOffset.of(offset);
            return micros(OffsetDateTime.of(local, given).toInstant());
        } catch (DateTimeException e) {
            throw new EngineException(
                    ErrorCode.DATETIME_OUT_OF_RANGE, "date/time field value out of range: \"" + text + "\"", e);
        }
    }

    private static long clock(String text) {
        String[] parts = text.split(":", -1);
        long micros = Long.parseLong(parts[0]) * 3600 * MICROS + Long.parseLong(parts[1]) * 60 * MICROS;
        if (Integer.parseInt(parts[0]) > 24 || Integer.parseInt(parts[1]) > 59) {
            throw new DateTimeException("no time of day: " + text);
        }
        return parts.length < 3 ? micros : micros + seconds(parts[2]);
    }

    private static long seconds(String text) {
        return new BigDecimal(text)
                .movePointRight(6)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** Reads an interval such as {@code 90 days}, {@code 1 year 2 mons 04:05:06} or {@code 3 hours ago}. */
    public static Interval interval(String text) {
        String body = text.trim().toLowerCase(Locale.ROOT);
        int sign = 1;
        if (body.endsWith(" ago")) {
            sign = -1;
            body = body.substring(0, body.length() - 4);
        }
        var total = new Parts();
        Matcher matcher = INTERVAL_PART.matcher(body);
        int at = 0;
        while (at < body.length() && matcher.region(at, body.length()).lookingAt() && total.add(matcher)) {
            at = matcher.end();
        }
        if (at < body.length() || body.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_DATETIME, "invalid input syntax for type interval: \"" + text + "\"");
        }
        return new Interval(sign * total.months, sign * total.days, sign * total.micros);
    }

    /** A time so much later, by the calendar of a zone. */
    public static long plus(long micros, Interval interval, ZoneId zone) {
        ZonedDateTime later = at(micros, zone).plusMonths(interval.months()).plusDays(interval.days());
        return Math.addExact(micros(later.toInstant()), interval.microseconds());
    }

    /** An interval the other way round. */
    public static Interval negate(Interval interval) {
        return new Interval(-interval.months(), -interval.days(), -interval.microseconds());
    }

    /** Both intervals together, field by field. */
    public static Interval sum(Interval a, Interval b) {
        return new Interval(
                Math.addExact(a.months(), b.months()),
                Math.addExact(a.days(), b.days()),
                Math.addExact(a.microseconds(), b.microseconds()));
    }

    /** An interval times a number: what is left of months becomes days of 30 to a month, what is left of days time. */
    public static Interval scale(Interval interval, DoubleUnaryOperator factor) {
        double wholeMonths = factor.applyAsDouble(interval.months());
        double wholeDays = factor.applyAsDouble(interval.days());
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
        long span = Math.subtractExact(to, from);
        return new Interval(0, (int) (span / MICROS_PER_DAY), span % MICROS_PER_DAY);
    }

    /** A field of an interval (chapter 9.9.1). */
    public static BigDecimal field(String field, Interval interval) {
        return switch (field) {
            case "year" -> BigDecimal.valueOf(interval.months() / 12);
            case "month" -> BigDecimal.valueOf(interval.months() % 12);
            case "day" -> BigDecimal.valueOf(interval.days());
            case "hour" -> BigDecimal.valueOf(interval.microseconds() / (3600 * MICROS));
            case "minute" -> BigDecimal.valueOf(interval.microseconds() / (60 * MICROS) % 60);
            case "second" -> BigDecimal.valueOf(interval.microseconds() % (60 * MICROS), 6);
            case "epoch" ->
                BigDecimal.valueOf(interval.months() / 12)
                        .multiply(BigDecimal.valueOf(31_557_600))
                        .add(BigDecimal.valueOf(interval.months() % 12 * 30L + interval.days())
                                .multiply(BigDecimal.valueOf(86_400)))
                        .add(BigDecimal.valueOf(interval.microseconds(), 6));
            default -> throw unknownField(field, "interval");
        };
    }

    /** A field of a timestamp at a zone's clock (chapter 9.9.1). */
    public static BigDecimal field(String field, long micros, ZoneId zone) {
        ZonedDateTime time = at(micros, zone);
        return switch (field) {
            case "year" -> BigDecimal.valueOf(time.getYear());
            case "quarter" -> BigDecimal.valueOf((time.getMonthValue() + 2) / 3);
            case "month" -> BigDecimal.valueOf(time.getMonthValue());
            case "week" -> BigDecimal.valueOf(time.get(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case "day" -> BigDecimal.valueOf(time.getDayOfMonth());
            case "dow" -> BigDecimal.valueOf(time.getDayOfWeek().getValue() % 7);
            case "isodow" -> BigDecimal.valueOf(time.getDayOfWeek().getValue());
            case "doy" -> BigDecimal.valueOf(time.getDayOfYear());
            case "hour" -> BigDecimal.valueOf(time.getHour());
            case "minute" -> BigDecimal.valueOf(time.getMinute());
            case "second" -> BigDecimal.valueOf(time.getSecond() * MICROS + time.getNano() / 1000, 6);
            case "epoch" -> BigDecimal.valueOf(micros, 6);
            default -> throw unknownField(field, "timestamp with time zone");
        };
    }

    /** A timestamp cut down to a unit at a zone's clock (chapter 9.9.2). */
    public static long truncate(String unit, long micros, ZoneId zone) {
        ZonedDateTime time = at(micros, zone);
        ZonedDateTime day = time.truncatedTo(ChronoUnit.DAYS);
        ZonedDateTime cut = switch (unit) {
            case "microseconds" -> time.truncatedTo(ChronoUnit.MICROS);
            case "milliseconds" -> time.truncatedTo(ChronoUnit.MILLIS);
            case "second" -> time.truncatedTo(ChronoUnit.SECONDS);
            case "minute" -> time.truncatedTo(ChronoUnit.MINUTES);
            case "hour" -> time.truncatedTo(ChronoUnit.HOURS);
            case "day" -> day;
            case "week" -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
            case "month" -> day.withDayOfMonth(1);
            case "quarter" -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case "year" -> day.withDayOfYear(1);
            default ->
                throw new EngineException(
                        ErrorCode.INVALID_PARAMETER,
                        "unit \"" + unit + "\" not recognized for type timestamp with time zone");
        };
        return micros(cut.toInstant());
    }

    private static EngineException unknownField(String field, String type) {
        return new EngineException(
                ErrorCode.INVALID_PARAMETER, "unit \"" + field + "\" not recognized for type " + type);
    }

    /** The three parts of an interval that is being read; fractions run over downwards (chapter 8.5.4). */
    private static final class Parts {
        private int months;
        private int days;
        private long micros;

        boolean add(Matcher part) {
            if (part.group(4) != null) {
                String seconds = part.group(6);
                long time = (Long.parseLong(part.group(4)) * 3600 + Long.parseLong(part.group(5)) * 60) * MICROS
                        + (seconds == null ? 0 : seconds(seconds));
                micros += "-".equals(part.group(3)) ? -time : time;
                return true;
            }
            var amount = new BigDecimal(part.group(1));
            String unit = part.group(2).length() > 1 && part.group(2).endsWith("s")
                    ? part.group(2).substring(0, part.group(2).length() - 1)
                    : part.group(2);
            Integer asMonths = MONTH_UNITS.get(unit.equals("centurie") ? "century" : unit);
            Long asMicros = UNITS.get(unit);
            if (asMonths != null) {
                addMonths(amount.multiply(BigDecimal.valueOf(asMonths)), asMonths > 1);
            } else if (asMicros != null && asMicros >= MICROS_PER_DAY) {
                addDays(amount.multiply(BigDecimal.valueOf(asMicros / MICROS_PER_DAY)));
            } else if (asMicros != null) {
                micros += round(amount.multiply(BigDecimal.valueOf(asMicros)));
            }
            return asMonths != null || asMicros != null;
        }

        private void addMonths(BigDecimal amount, boolean wholeOnly) {
            BigDecimal whole = amount.setScale(0, wholeOnly ? RoundingMode.HALF_EVEN : RoundingMode.DOWN);
            months = Math.addExact(months, whole.intValueExact());
            if (!wholeOnly) {
                addDays(amount.subtract(whole).multiply(BigDecimal.valueOf(30)));
            }
        }

        private void addDays(BigDecimal amount) {
            BigDecimal whole = amount.setScale(0, RoundingMode.DOWN);
            days = Math.addExact(days, whole.intValueExact());
            micros += round(amount.subtract(whole).multiply(BigDecimal.valueOf(MICROS_PER_DAY)));
        }

        private static long round(BigDecimal amount) {
            return amount.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        }
    }
}
