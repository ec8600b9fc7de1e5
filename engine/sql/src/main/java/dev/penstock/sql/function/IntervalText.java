package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads intervals in all of PostgreSQL's notations (chapter 8.5.4). Fractions run over downwards. */
final class IntervalText {
    private static final long SECOND = 1_000_000L;
    private static final long DAY = 86_400 * SECOND;

    private static final String SPACE = "\\s*";
    private static final Pattern AMOUNT =
            Pattern.compile(SPACE + "([+-]?(?:\\d+\\.?\\d*|\\.\\d+))" + SPACE + "([a-zA-Zµ]+)" + SPACE);
    private static final Pattern CLOCK =
            Pattern.compile(SPACE + "([+-]?)(\\d+):(\\d{1,2})(?::(\\d{1,2}(?:\\.\\d*)?))?" + SPACE);
    private static final Pattern MONTHS = Pattern.compile(SPACE + "([+-]?)(\\d+)-(\\d{1,2})(?=\\s|$)" + SPACE);
    private static final Pattern BARE = Pattern.compile(SPACE + "([+-]?(?:\\d+\\.?\\d*|\\.\\d+))" + SPACE);
    private static final Pattern ISO_PART = Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+))([A-Z])");

    private static final Map<String, Long> MICROS = Map.ofEntries(
            Map.entry("microsecond", 1L),
            Map.entry("us", 1L),
            Map.entry("usec", 1L),
            Map.entry("usecond", 1L),
            Map.entry("millisecond", 1000L),
            Map.entry("ms", 1000L),
            Map.entry("msec", 1000L),
            Map.entry("msecond", 1000L),
            Map.entry("second", SECOND),
            Map.entry("sec", SECOND),
            Map.entry("s", SECOND),
            Map.entry("minute", 60 * SECOND),
            Map.entry("min", 60 * SECOND),
            Map.entry("m", 60 * SECOND),
            Map.entry("hour", 3600 * SECOND),
            Map.entry("hr", 3600 * SECOND),
            Map.entry("h", 3600 * SECOND),
            Map.entry("day", DAY),
            Map.entry("d", DAY),
            Map.entry("week", 7 * DAY),
            Map.entry("w", 7 * DAY));
    private static final Map<String, Integer> MONTH_UNITS = Map.ofEntries(
            Map.entry("month", 1),
            Map.entry("mon", 1),
            Map.entry("year", 12),
            Map.entry("yr", 12),
            Map.entry("y", 12),
            Map.entry("decade", 120),
            Map.entry("dec", 120),
            Map.entry("century", 1200),
            Map.entry("centurie", 1200),
            Map.entry("cent", 1200),
            Map.entry("c", 1200),
            Map.entry("millennium", 12_000),
            Map.entry("millennia", 12_000),
            Map.entry("mil", 12_000));

    private final String text;
    private BigDecimal months = BigDecimal.ZERO;
    private BigDecimal days = BigDecimal.ZERO;
    private BigDecimal micros = BigDecimal.ZERO;

    private IntervalText(String text) {
        this.text = text;
    }

    /** Reads an interval such as {@code 90 days}, {@code 1 year 2 mons 04:05:06}, {@code 1-2}, {@code P1DT2H} or {@code 3 hours ago}. */
    static Interval parse(String text) {
        var parser = new IntervalText(text);
        String body = text.strip();
        if (body.startsWith("P")) {
            parser.iso(body.substring(1));
        } else {
            parser.words(body.toLowerCase(Locale.ROOT));
        }
        try {
            return new Interval(
                    parser.months.intValueExact(), parser.days.intValueExact(), parser.micros.longValueExact());
        } catch (ArithmeticException e) {
            throw new EngineException(
                    ErrorCode.DATETIME_OUT_OF_RANGE, "interval field value out of range: \"" + text + "\"", e);
        }
    }

    private void words(String all) {
        String body = all;
        boolean ago = body.endsWith(" ago");
        if (ago) {
            body = body.substring(0, body.length() - 4);
        }
        if (body.startsWith("@")) {
            body = body.substring(1);
        }
        int at = 0;
        while (at < body.length()) {
            Matcher clock = CLOCK.matcher(body).region(at, body.length());
            Matcher amount = AMOUNT.matcher(body).region(at, body.length());
            Matcher yearsAndMonths = MONTHS.matcher(body).region(at, body.length());
            Matcher bare = BARE.matcher(body).region(at, body.length());
            if (clock.lookingAt()) {
                clock(clock);
                at = clock.end();
            } else if (yearsAndMonths.lookingAt()) {
                int sign = yearsAndMonths.group(1).equals("-") ? -1 : 1;
                addMonths(BigDecimal.valueOf(sign
                        * (Long.parseLong(yearsAndMonths.group(2)) * 12 + Long.parseLong(yearsAndMonths.group(3)))));
                at = yearsAndMonths.end();
            } else if (amount.lookingAt()) {
                add(new BigDecimal(amount.group(1)), amount.group(2));
                at = amount.end();
            } else if (bare.lookingAt()) {
                // A number before a clock counts days, a number alone seconds.
                boolean last = bare.end() == body.length();
                add(new BigDecimal(bare.group(1)), last ? "second" : "day");
                at = bare.end();
            } else {
                throw invalid();
            }
        }
        if (body.isBlank()) {
            throw invalid();
        }
        if (ago) {
            months = months.negate();
            days = days.negate();
            micros = micros.negate();
        }
    }

    private void clock(Matcher clock) {
        BigDecimal seconds = clock.group(4) == null ? BigDecimal.ZERO : new BigDecimal(clock.group(4));
        long minutes = Long.parseLong(clock.group(3));
        if (minutes > 59 || seconds.compareTo(BigDecimal.valueOf(60)) >= 0) {
            throw new EngineException(
                    ErrorCode.DATETIME_OUT_OF_RANGE, "interval field value out of range: \"" + text + "\"");
        }
        BigDecimal time = BigDecimal.valueOf((Long.parseLong(clock.group(2)) * 60 + minutes) * 60)
                .add(seconds)
                .movePointRight(6)
                .setScale(0, RoundingMode.HALF_EVEN);
        micros = clock.group(1).equals("-") ? micros.subtract(time) : micros.add(time);
    }

    private void add(BigDecimal amount, String word) {
        String unit = MICROS.containsKey(word) || MONTH_UNITS.containsKey(word) || !word.endsWith("s")
                ? word
                : word.substring(0, word.length() - 1);
        Integer asMonths = MONTH_UNITS.get(unit);
        Long asMicros = MICROS.get(unit);
        if (asMonths != null && asMonths == 1) {
            BigDecimal whole = amount.setScale(0, RoundingMode.DOWN);
            addMonths(whole);
            addDays(amount.subtract(whole).multiply(BigDecimal.valueOf(30)));
        } else if (asMonths != null) {
            addMonths(amount.multiply(BigDecimal.valueOf(asMonths)).setScale(0, RoundingMode.HALF_EVEN));
        } else if (asMicros != null && asMicros >= DAY) {
            addDays(amount.multiply(BigDecimal.valueOf(asMicros / DAY)));
        } else if (asMicros != null) {
            micros = micros.add(amount.multiply(BigDecimal.valueOf(asMicros)).setScale(0, RoundingMode.HALF_EVEN));
        } else {
            throw invalid();
        }
    }

    private void addMonths(BigDecimal amount) {
        months = months.add(amount);
    }

    private void addDays(BigDecimal amount) {
        BigDecimal whole = amount.setScale(0, RoundingMode.DOWN);
        days = days.add(whole);
        micros = micros.add(
                amount.subtract(whole).multiply(BigDecimal.valueOf(DAY)).setScale(0, RoundingMode.HALF_EVEN));
    }

    /** ISO 8601 with designators: {@code P1Y2M3DT4H5M6S}. */
    private void iso(String body) {
        boolean time = false;
        int at = 0;
        if (body.isEmpty()) {
            throw invalid();
        }
        while (at < body.length()) {
            if (body.charAt(at) == 'T') {
                time = true;
                at++;
                continue;
            }
            Matcher part = ISO_PART.matcher(body).region(at, body.length());
            if (!part.lookingAt()) {
                throw invalid();
            }
            String unit = switch (part.group(2)) {
                case "Y" -> "year";
                case "M" -> time ? "minute" : "month";
                case "W" -> "week";
                case "D" -> "day";
                case "H" -> "hour";
                case "S" -> "second";
                default -> throw invalid();
            };
            add(new BigDecimal(part.group(1)), unit);
            at = part.end();
        }
    }

    private EngineException invalid() {
        return new EngineException(
                ErrorCode.INVALID_DATETIME, "invalid input syntax for type interval: \"" + text + "\"");
    }
}
