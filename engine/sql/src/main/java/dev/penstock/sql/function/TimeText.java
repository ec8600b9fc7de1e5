package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates and times in the notations of chapter 8.5.1, month before day where digits alone can't tell. */
final class TimeText {
    private static final Map<String, String> TYPE_NAMES =
            Map.of("timestamptz", "timestamp with time zone", "timetz", "time with time zone");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Set<String> DAYS = Set.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{3,7})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{1,4})");
    private static final Pattern NAMED = Pattern.compile("(\\d{1,2})-([a-z]{3,9})-(\\d{2,4})");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern CLOCK =
            Pattern.compile("t?(\\d{1,2}):(\\d{2})(?::(\\d{2}(?:\\.\\d*)?))?(am|pm)?(z|[+-].*)?");
    private static final Pattern COMPACT_CLOCK =
            Pattern.compile("t(\\d{2})(\\d{2})(\\d{2}(?:\\.\\d*)?)?(am|pm)?(z|[+-].*)?");
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{1,2})(?::?(\\d{2}))?(?::?(\\d{2}))?");

    private final String text;
    private final String type;
    private @Nullable LocalDate date;
    private @Nullable Integer month;
    private @Nullable Integer day;
    private @Nullable Integer year;
    private @Nullable Long micros;
    private @Nullable ZoneId zone;
    private boolean beforeChrist;

    private TimeText(String text, String type) {
        this.text = text;
        this.type = type;
    }

    /**
     * What a text says.
     *
     * @param date null if it says only a time of day
     * @param micros of the day; null if it says only a date
     * @param zone null if it names none
     */
    record Said(
            @Nullable LocalDate date,
            @Nullable Long micros,
            @Nullable ZoneId zone) {}

    /**
     * Reads a text.
     *
     * @param type the wanted type, for messages
     */
    static Said parse(String text, String type) {
        var parser = new TimeText(text, type);
        try {
            String spaced = text.strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("(?<=\\d)t(?=\\d)", " t")
                    .replaceAll("(?<=\\d)z(?=\\s|$)", " z")
                    .replace(",", " ");
            if (spaced.isBlank()) {
                throw parser.invalid();
            }
            for (String token : spaced.split("\\s+", -1)) {
                parser.take(token);
            }
            return parser.said();
        } catch (DateTimeException | ArithmeticException e) {
            throw new EngineException(
                    ErrorCode.DATETIME_OUT_OF_RANGE, "date/time field value out of range: \"" + text + "\"", e);
        }
    }

    private Said said() {
        LocalDate found = date;
        if (found == null && (year != null || month != null || day != null)) {
            if (year == null || month == null || day == null) {
                throw invalid();
            }
            found = LocalDate.of(year, month, day);
        }
        if (found != null && beforeChrist) {
            found = found.withYear(1 - found.getYear());
        }
        if (found == null && micros == null) {
            throw invalid();
        }
        return new Said(found, micros, zone);
    }

    private void take(String token) {
        Matcher first = YEAR_FIRST.matcher(token);
        Matcher last = YEAR_LAST.matcher(token);
        Matcher named = NAMED.matcher(token);
        Matcher compact = COMPACT.matcher(token);
        Matcher clock = CLOCK.matcher(token);
        Matcher compactClock = COMPACT_CLOCK.matcher(token);
        if (first.matches()) {
            date(number(first, 1), number(first, 2), number(first, 3));
        } else if (last.matches()) {
            date(century(last.group(3)), number(last, 1), number(last, 2));
        } else if (named.matches()) {
            date(century(named.group(3)), monthOf(named.group(2)), number(named, 1));
        } else if (compact.matches() && date == null && year == null) {
            date(number(compact, 1), number(compact, 2), number(compact, 3));
        } else if (clock.matches()) {
            clock(clock);
        } else if (compactClock.matches()) {
            clock(compactClock);
        } else if (token.chars().allMatch(Character::isDigit)) {
            loose(token);
        } else {
            word(token);
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int century(String digits) {
        int number = Integer.parseInt(digits);
        return digits.length() > 2 ? number : number < 70 ? 2000 + number : 1900 + number;
    }

    private void date(int ofYear, int ofMonth, int ofDay) {
        if (date != null) {
            throw invalid();
        }
        date = LocalDate.of(ofYear, ofMonth, ofDay);
    }

    private void loose(String digits) {
        if (date != null && micros == null && digits.length() == 6) {
            Matcher clock = COMPACT_CLOCK.matcher("t" + digits);
            if (clock.matches()) {
                clock(clock);
            }
        } else if (month != null && day == null && digits.length() <= 2) {
            day = Integer.parseInt(digits);
        } else if (month == null && day == null && digits.length() <= 2) {
            day = Integer.parseInt(digits);
        } else if (month != null && year == null) {
            year = century(digits);
        } else {
            throw invalid();
        }
    }

    private void clock(Matcher clock) {
        int hour = number(clock, 1);
        int minute = number(clock, 2);
        BigDecimal second = clock.group(3) == null ? BigDecimal.ZERO : new BigDecimal(clock.group(3));
        boolean over = hour > 24 || minute > 59 || second.compareTo(BigDecimal.valueOf(60)) > 0;
        if (over || (hour == 24 && (minute > 0 || second.signum() > 0))) {
            throw new DateTimeException(text);
        }
        if (clock.group(4) != null) {
            half(clock.group(4), hour);
            hour = hour % 12 + (clock.group(4).equals("pm") ? 12 : 0);
        }
        micros = BigDecimal.valueOf((hour * 60L + minute) * 60)
                .add(second)
                .movePointRight(6)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
        if (clock.group(5) != null) {
            zone = zone(clock.group(5));
        }
    }

    private static void half(String name, int hour) {
        if (hour > 12) {
            throw new DateTimeException(name);
        }
    }

    private void word(String token) {
        Long time = micros;
        switch (token) {
            case "am", "pm" -> {
                if (time == null) {
                    throw invalid();
                }
                long hour = time / 3_600_000_000L;
                half(token, (int) hour);
                micros = time % 3_600_000_000L + (hour % 12 + (token.equals("pm") ? 12 : 0)) * 3_600_000_000L;
            }
            case "allballs" -> {
                micros = 0L;
                zone = ZoneOffset.UTC;
            }
            case "bc" -> beforeChrist = true;
            case "ad" -> beforeChrist = false;
            default -> {
                int named = monthOrNone(token);
                if (named > 0) {
                    month = named;
                } else if (!DAYS.contains(token.substring(0, Math.min(3, token.length()))) || token.contains("/")) {
                    zone = zone(token);
                }
            }
        }
    }

    private int monthOf(String name) {
        int found = monthOrNone(name);
        if (found == 0) {
            throw invalid();
        }
        return found;
    }

    private static int monthOrNone(String name) {
        String full = name.length() >= 3 ? name : "---";
        int place = MONTHS.indexOf(full.substring(0, 3));
        boolean whole = place >= 0
                && (full.length() == 3
                        || full.equals("sept")
                        || java.time.Month.of(place + 1).name().equalsIgnoreCase(full));
        return whole ? place + 1 : 0;
    }

    private ZoneId zone(String name) {
        Matcher offset = OFFSET.matcher(name);
        if (offset.matches()) {
            return offset(offset);
        }
        try {
            return Zones.named(name);
        } catch (EngineException e) {
            if (name.contains("/")) {
                throw e;
            }
            throw invalid();
        }
    }

    private ZoneId offset(Matcher offset) {
        int seconds = Integer.parseInt(offset.group(2)) * 3600
                + (offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3)) * 60)
                + (offset.group(4) == null ? 0 : Integer.parseInt(offset.group(4)));
        if (seconds > 15 * 3600 + 59 * 60 + 59) {
            throw new EngineException(
                    ErrorCode.INVALID_DATETIME, "time zone displacement out of range: \"" + text + "\"");
        }
        return ZoneOffset.ofTotalSeconds(offset.group(1).equals("-") ? -seconds : seconds);
    }

    private EngineException invalid() {
        return invalid(text, type);
    }

    static EngineException invalid(String text, String type) {
        return new EngineException(
                ErrorCode.INVALID_DATETIME,
                "invalid input syntax for type " + TYPE_NAMES.getOrDefault(type, type) + ": \"" + text + "\"");
    }

    /** PostgreSQL's ISO form of a date; years before Christ say so at the end. */
    static String date(LocalDate date) {
        int year = date.getYear();
        String digits =
                "%04d-%02d-%02d".formatted(year > 0 ? year : 1 - year, date.getMonthValue(), date.getDayOfMonth());
        return year > 0 ? digits : digits + " BC";
    }

    /** A time of day, with as many digits after the second as it needs. */
    static String time(long micros) {
        long seconds = micros / 1_000_000;
        String whole = "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
        long fraction = micros % 1_000_000;
        return fraction == 0 ? whole : whole + "." + "%06d".formatted(fraction).replaceAll("0+$", "");
    }

    /** PostgreSQL's ISO form of a timestamp, with an offset for {@code timestamptz}. */
    static String timestamp(ZonedDateTime time, boolean withOffset) {
        LocalDateTime local = time.toLocalDateTime();
        String day = date(local.toLocalDate());
        boolean before = day.endsWith(" BC");
        String clock = time(local.toLocalTime().toNanoOfDay() / 1000);
        return (before ? day.substring(0, day.length() - 3) : day) + " " + clock
                + (withOffset ? offset(time.getOffset()) : "") + (before ? " BC" : "");
    }

    static String offset(ZoneOffset offset) {
        int seconds = Math.abs(offset.getTotalSeconds());
        String hours = (offset.getTotalSeconds() < 0 ? "-" : "+") + "%02d".formatted(seconds / 3600);
        String minutes = seconds % 3600 == 0 ? "" : ":%02d".formatted(seconds / 60 % 60);
        return hours + minutes + (seconds % 60 == 0 ? "" : ":%02d".formatted(seconds % 60));
    }
}
