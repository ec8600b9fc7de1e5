package dev.penstock.sql.function;

import dev.penstock.spi.value.Interval;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The patterns of {@code to_char} for times and intervals (chapter 9.8). */
final class TimeFormat {
    /** Longer ones first where one begins another. */
    private static final List<String> PATTERNS = List.of(
            "A.D.", "A.M.", "AD", "AM", "B.C.", "BC", "CC", "DAY", "DDD", "DD", "DY", "Day", "Dy", "D", "FF1", "FF2",
            "FF3", "FF4", "FF5", "FF6", "FX", "HH24", "HH12", "HH", "IDDD", "ID", "IW", "IYYY", "IYY", "IY", "I", "J",
            "MI", "MM", "MONTH", "MON", "MS", "Month", "Mon", "OF", "P.M.", "PM", "Q", "RM", "SSSSS", "SSSS", "SS",
            "TZH", "TZM", "TZ", "US", "WW", "W", "Y,YYY", "YYYY", "YYY", "YY", "Y", "a.d.", "a.m.", "ad", "am", "b.c.",
            "bc", "cc", "day", "ddd", "dd", "dy", "d", "ff1", "ff2", "ff3", "ff4", "ff5", "ff6", "fx", "hh24", "hh12",
            "hh", "iddd", "id", "iw", "iyyy", "iyy", "iy", "i", "j", "mi", "mm", "month", "mon", "ms", "of", "p.m.",
            "pm", "q", "rm", "sssss", "ssss", "ss", "tzh", "tzm", "tz", "us", "ww", "w", "y,yyy", "yyyy", "yyy", "yy",
            "y");

    private static final List<String> ROMAN =
            List.of("XII", "XI", "X", "IX", "VIII", "VII", "VI", "V", "IV", "III", "II", "I");

    private final List<Part> parts = new ArrayList<>();

    /**
     * A part of a pattern.
     *
     * @param keyword empty for text that stands for itself
     */
    record Part(
            String keyword,
            String literal,
            boolean fill,
            @Nullable String suffix) {}

    TimeFormat(String pattern) {
        int at = 0;
        while (at < pattern.length()) {
            at = next(pattern, at);
        }
    }

    List<Part> parts() {
        return parts;
    }

    private int next(String pattern, int start) {
        char c = pattern.charAt(start);
        if (c == '"') {
            return quoted(pattern, start + 1);
        }
        if (c == '\\' && start + 1 < pattern.length() && pattern.charAt(start + 1) == '"') {
            parts.add(new Part("", "\"", true, null));
            return start + 2;
        }
        int at = start;
        boolean fill = true;
        while (pattern.regionMatches(true, at, "FM", 0, 2) || pattern.regionMatches(true, at, "TM", 0, 2)) {
            fill &= !pattern.regionMatches(true, at, "FM", 0, 2);
            at += 2;
        }
        for (String keyword : PATTERNS) {
            if (pattern.startsWith(keyword, at)) {
                int end = at + keyword.length();
                boolean upper = pattern.startsWith("TH", end);
                boolean ordinal = upper || pattern.startsWith("th", end);
                parts.add(new Part(keyword, "", fill, ordinal ? upper ? "TH" : "th" : null));
                return ordinal ? end + 2 : end;
            }
        }
        parts.add(new Part("", String.valueOf(c), true, null));
        return start + 1;
    }

    private int quoted(String pattern, int start) {
        var text = new StringBuilder();
        int at = start;
        while (at < pattern.length() && pattern.charAt(at) != '"') {
            if (pattern.charAt(at) == '\\' && at + 1 < pattern.length()) {
                at++;
            }
            text.append(pattern.charAt(at));
            at++;
        }
        parts.add(new Part("", text.toString(), true, null));
        return at + 1;
    }

    String format(ZonedDateTime time, String type) {
        var out = new StringBuilder();
        for (Part part : parts) {
            out.append(part.keyword().isEmpty() ? part.literal() : text(part, time, type));
        }
        return out.toString();
    }

    private static String text(Part part, ZonedDateTime time, String type) {
        String keyword = part.keyword();
        String upper = keyword.toUpperCase(Locale.ROOT);
        String name = name(keyword, upper, time, type);
        if (name != null) {
            boolean padded = part.fill() && (upper.equals("MONTH") || upper.equals("DAY"));
            String filled = padded ? "%-9s".formatted(name) : name;
            return upper.equals("RM") && part.fill() ? "%-4s".formatted(name) : filled;
        }
        return number(part, upper, fields(upper, time));
    }

    /** What is words; null for what is a number. */
    private static @Nullable String name(String keyword, String upper, ZonedDateTime time, String type) {
        boolean christian = time.getYear() > 0;
        return switch (upper) {
            case "AM", "PM" -> cased(time.getHour() < 12 ? "AM" : "PM", keyword);
            case "A.M.", "P.M." -> cased(time.getHour() < 12 ? "A.M." : "P.M.", keyword);
            case "AD", "BC" -> cased(christian ? "AD" : "BC", keyword);
            case "A.D.", "B.C." -> cased(christian ? "A.D." : "B.C.", keyword);
            case "MONTH" -> cased(time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), keyword);
            case "MON" ->
                cased(
                        time.getMonth()
                                .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                                .substring(0, 3),
                        keyword);
            case "DAY" -> cased(time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH), keyword);
            case "DY" ->
                cased(
                        time.getDayOfWeek()
                                .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                                .substring(0, 3),
                        keyword);
            case "RM" -> cased(ROMAN.get(12 - time.getMonthValue()), keyword);
            case "TZ" -> type.equals("timestamptz") ? cased(zoneName(time), keyword) : "";
            case "OF", "TZH", "TZM" ->
                offset(upper, type.equals("timestamptz") ? time.getOffset().getTotalSeconds() : 0);
            case "FX" -> "";
            default -> null;
        };
    }

    private static String zoneName(ZonedDateTime time) {
        if (time.getZone() instanceof java.time.ZoneOffset offset) {
            return offset.getTotalSeconds() == 0 ? "UTC" : offset("OF", offset.getTotalSeconds());
        }
        return java.time.format.DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH)
                .format(time);
    }

    private static String offset(String keyword, int seconds) {
        int size = Math.abs(seconds);
        String hours = (seconds < 0 ? "-" : "+") + "%02d".formatted(size / 3600);
        String minutes = "%02d".formatted(size / 60 % 60);
        return switch (keyword) {
            case "TZH" -> hours;
            case "TZM" -> minutes;
            default -> size % 3600 == 0 ? hours : hours + ":" + minutes;
        };
    }

    /** In the case of the pattern: all upper, all lower, or with a capital. */
    private static String cased(String text, String keyword) {
        if (keyword.equals(keyword.toUpperCase(Locale.ROOT))) {
            return text.toUpperCase(Locale.ROOT);
        }
        return keyword.equals(keyword.toLowerCase(Locale.ROOT)) ? text.toLowerCase(Locale.ROOT) : text;
    }

    private record Field(long value, int width) {}

    private static Field fields(String keyword, ZonedDateTime time) {
        LocalDate date = time.toLocalDate();
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        int iso = date.get(IsoFields.WEEK_BASED_YEAR);
        long micros = time.getNano() / 1000;
        return switch (keyword) {
            case "HH24" -> new Field(time.getHour(), 2);
            case "HH12", "HH" -> new Field((time.getHour() + 11) % 12 + 1, 2);
            case "MI" -> new Field(time.getMinute(), 2);
            case "SS" -> new Field(time.getSecond(), 2);
            case "MS", "FF3" -> new Field(micros / 1000, 3);
            case "US", "FF6" -> new Field(micros, 6);
            case "FF1" -> new Field(micros / 100_000, 1);
            case "FF2" -> new Field(micros / 10_000, 2);
            case "FF4" -> new Field(micros / 100, 4);
            case "FF5" -> new Field(micros / 10, 5);
            case "SSSS", "SSSSS" -> new Field(time.toLocalTime().toSecondOfDay(), 1);
            case "Y,YYY", "YYYY" -> new Field(year, 4);
            case "YYY" -> new Field(year % 1000, 3);
            case "YY" -> new Field(year % 100, 2);
            case "Y" -> new Field(year % 10, 1);
            case "IYYY" -> new Field(iso, 4);
            case "IYY" -> new Field(iso % 1000, 3);
            case "IY" -> new Field(iso % 100, 2);
            case "I" -> new Field(iso % 10, 1);
            case "MM" -> new Field(date.getMonthValue(), 2);
            case "DDD" -> new Field(date.getDayOfYear(), 3);
            case "IDDD" ->
                new Field(
                        (date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) - 1) * 7L
                                + date.getDayOfWeek().getValue(),
                        3);
            case "DD" -> new Field(date.getDayOfMonth(), 2);
            case "D" -> new Field(date.getDayOfWeek().getValue() % 7 + 1, 1);
            case "ID" -> new Field(date.getDayOfWeek().getValue(), 1);
            case "W" -> new Field((date.getDayOfMonth() - 1) / 7 + 1, 1);
            case "WW" -> new Field((date.getDayOfYear() - 1) / 7 + 1, 2);
            case "IW" -> new Field(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
            case "CC" -> new Field((year + 99) / 100, 2);
            case "Q" -> new Field((date.getMonthValue() + 2) / 3, 1);
            default -> new Field(date.getLong(JulianFields.JULIAN_DAY), 1);
        };
    }

    private static String number(Part part, String upper, Field field) {
        String digits = upper.equals("Y,YYY")
                ? field.value() / 1000 + "," + "%03d".formatted(field.value() % 1000)
                : part.fill() || upper.startsWith("FF") || upper.equals("MS") || upper.equals("US")
                        ? "%0" + field.width() + "d"
                        : "%d";
        String text = digits.startsWith("%") ? digits.formatted(field.value()) : digits;
        return part.suffix() == null ? text : text + ordinal(field.value(), part.suffix());
    }

    private static String ordinal(long value, @Nullable String suffix) {
        long last = value % 100 >= 11 && value % 100 <= 13 ? 0 : value % 10;
        String ending = last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
        return "TH".equals(suffix) ? ending.toUpperCase(Locale.ROOT) : ending;
    }

    String format(Interval interval) {
        var out = new StringBuilder();
        for (Part part : parts) {
            out.append(part.keyword().isEmpty() ? part.literal() : text(part, interval));
        }
        return out.toString();
    }

    private static String text(Part part, Interval interval) {
        long micros = interval.microseconds();
        long hours = micros / 3_600_000_000L;
        String upper = part.keyword().toUpperCase(Locale.ROOT);
        Field field = switch (upper) {
            case "HH24" -> new Field(hours, 2);
            case "HH12", "HH" -> new Field(hours % 12 == 0 ? 12 : hours % 12, 2);
            case "MI" -> new Field(micros / 60_000_000L % 60, 2);
            case "SS" -> new Field(micros / 1_000_000L % 60, 2);
            case "MS", "FF3" -> new Field(micros / 1000 % 1000, 3);
            case "US", "FF6" -> new Field(micros % 1_000_000, 6);
            case "DD" -> new Field(interval.days(), 2);
            case "DDD" ->
                new Field((interval.months() / 12) * 360L + interval.months() % 12 * 30L + interval.days(), 3);
            case "MM" -> new Field(interval.months() % 12, 2);
            case "YYYY", "Y,YYY" -> new Field(interval.months() / 12, 4);
            case "YY" -> new Field(interval.months() / 12 % 100, 2);
            case "Y" -> new Field(interval.months() / 12 % 10, 1);
            case "SSSS", "SSSSS" -> new Field(micros / 1_000_000L, 1);
            default ->
                throw new dev.penstock.spi.error.EngineException(
                        dev.penstock.spi.error.ErrorCode.INVALID_DATETIME,
                        "invalid format specification for an interval value");
        };
        return number(part, upper, field);
    }
}
