package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields that an interval keeps (chapter 8.5.4): {@code interval '1-2' year to month}, {@code x::interval second(3)}.
 *
 * @param first the greatest field, such as {@code day}
 * @param last the smallest field, such as {@code second}
 * @param digits of the fraction of a second; 6 for all
 */
record IntervalFields(String first, String last, int digits) {
    private static final Pattern WRITTEN = Pattern.compile("(\\w+)(?: to (\\w+))?(?:\\((\\d+)\\))?");
    private static final Pattern BARE_END = Pattern.compile("(?:^|\\s)[+-]?(?:\\d+\\.?\\d*|\\.\\d+)$");
    private static final Pattern MINUTES_AND_SECONDS = Pattern.compile("([+-]?)(\\d+:\\d+(?:\\.\\d*)?)$");
    private static final Pattern TWO_NUMBERS = Pattern.compile("\\d\\s+[+-]?[\\d.]+$");
    private static final int MICRO_DIGITS = 6;
    private static final int MONTHS_PER_YEAR = 12;

    static IntervalFields of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException(written);
        }
        String last = parts.group(2) == null ? parts.group(1) : parts.group(2);
        int digits = parts.group(3) == null ? MICRO_DIGITS : Integer.parseInt(parts.group(3));
        return new IntervalFields(parts.group(1), last, digits);
    }

    /** Reads an interval: a number at its end that has no unit counts the smallest field. */
    Interval read(String text) {
        String stripped = text.strip();
        boolean minutes = first.equals("minute") && last.equals("second");
        if (minutes) {
            stripped = MINUTES_AND_SECONDS.matcher(stripped).replaceFirst("$100:$2");
        }
        boolean bare = BARE_END.matcher(stripped).find();
        if (bare && last.equals("day") && TWO_NUMBERS.matcher(stripped).find()) {
            // The number before counts days already.
            throw new EngineException(
                    ErrorCode.INVALID_DATETIME, "invalid input syntax for type interval: \"" + text + "\"");
        }
        return fit(Times.interval(bare ? stripped + " " + last : stripped));
    }

    /** What is left of an interval. */
    Interval fit(Interval interval) {
        int months = last.equals("year") ? interval.months() / MONTHS_PER_YEAR * MONTHS_PER_YEAR : interval.months();
        boolean calendar = last.equals("year") || last.equals("month");
        return new Interval(
                months, calendar ? 0 : interval.days(), calendar || last.equals("day") ? 0 : time(interval));
    }

    private long time(Interval interval) {
        long unit = switch (last) {
            case "hour" -> 3_600_000_000L;
            case "minute" -> 60_000_000L;
            default -> 1;
        };
        long whole = interval.microseconds() / unit * unit;
        return digits >= MICRO_DIGITS
                ? whole
                : BigDecimal.valueOf(whole, MICRO_DIGITS)
                        .setScale(digits, RoundingMode.HALF_UP)
                        .movePointRight(MICRO_DIGITS)
                        .longValueExact();
    }
}
