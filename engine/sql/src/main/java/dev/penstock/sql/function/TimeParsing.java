package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code to_timestamp} and {@code to_date}: a text read by a pattern (chapter 9.8). */
final class TimeParsing {
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final List<String> ROMAN =
            List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");
    private static final Map<String, Integer> WIDTHS = Map.ofEntries(
            Map.entry("HH24", 2),
            Map.entry("HH12", 2),
            Map.entry("HH", 2),
            Map.entry("MI", 2),
            Map.entry("SS", 2),
            Map.entry("MS", 3),
            Map.entry("US", 6),
            Map.entry("FF1", 1),
            Map.entry("FF2", 2),
            Map.entry("FF3", 3),
            Map.entry("FF4", 4),
            Map.entry("FF5", 5),
            Map.entry("FF6", 6),
            Map.entry("SSSS", 5),
            Map.entry("SSSSS", 5),
            Map.entry("YYYY", 4),
            Map.entry("YYY", 3),
            Map.entry("YY", 2),
            Map.entry("Y", 1),
            Map.entry("IYYY", 4),
            Map.entry("IW", 2),
            Map.entry("ID", 1),
            Map.entry("MM", 2),
            Map.entry("DDD", 3),
            Map.entry("DD", 2),
            Map.entry("D", 1),
            Map.entry("W", 1),
            Map.entry("WW", 2),
            Map.entry("Q", 1),
            Map.entry("CC", 2),
            Map.entry("J", 9));

    private final String text;
    private final Map<String, Integer> found = new HashMap<>();
    private int at;
    private int micros;

    TimeParsing(String text, String pattern) {
        this.text = text;
        List<TimeFormat.Part> parts = new TimeFormat(pattern).parts();
        for (int i = 0; i < parts.size(); i++) {
            TimeFormat.Part part = parts.get(i);
            boolean digitsFollow = i + 1 < parts.size()
                    && WIDTHS.containsKey(parts.get(i + 1).keyword().toUpperCase(Locale.ROOT));
            if (part.keyword().isEmpty()) {
                skip(part.literal());
            } else {
                take(part, digitsFollow);
            }
        }
    }

    private void skip(String literal) {
        for (int i = 0; i < literal.length(); i++) {
            boolean separator = !Character.isLetterOrDigit(literal.charAt(i));
            if (at < text.length() && (!separator || !Character.isLetterOrDigit(text.charAt(at)))) {
                at++;
            }
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void take(TimeFormat.Part part, boolean digitsFollow) {
        String keyword = part.keyword().toUpperCase(Locale.ROOT);
        skipSpace();
        Integer width = WIDTHS.get(keyword);
        if (width != null) {
            number(part, keyword, part.fill() && digitsFollow ? width : Math.max(width, 9), width);
            return;
        }
        switch (keyword) {
            case "MONTH", "MON" -> found.put("MM", month(part.keyword()));
            case "RM" -> found.put("MM", 1 + ROMAN.indexOf(word().toLowerCase(Locale.ROOT)));
            case "DAY", "DY" -> word();
            case "AM", "PM", "A.M.", "P.M." -> {
                String half = text.substring(at, Math.min(text.length(), at + keyword.length()))
                        .toLowerCase(Locale.ROOT);
                found.put("PM", half.startsWith("p") ? 1 : 0);
                at += keyword.length();
            }
            case "AD", "BC", "A.D.", "B.C." -> {
                found.put("BC", text.regionMatches(true, at, "b", 0, 1) ? 1 : 0);
                at += keyword.length();
            }
            case "Y,YYY" -> {
                String[] halves = text.substring(at).split(",", 2);
                found.put("YYYY", Integer.parseInt(halves[0] + halves[1].substring(0, 3)));
                at += halves[0].length() + 4;
            }
            case "FX" -> {}
            default ->
                throw new EngineException(
                        ErrorCode.NOT_SUPPORTED,
                        "formatting field \"" + part.keyword() + "\" is only supported in to_char");
        }
    }

    private void number(TimeFormat.Part part, String keyword, int most, int width) {
        int start = at;
        boolean signed = keyword.startsWith("Y") && at < text.length() && text.charAt(at) == '-';
        at += signed ? 1 : 0;
        int digits = at;
        while (at < text.length() && at - digits < most && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at == digits) {
            if (start >= text.length()) {
                return;
            }
            throw new EngineException(
                    ErrorCode.INVALID_DATETIME,
                    "invalid value \"" + text.substring(start, Math.min(text.length(), start + width)) + "\" for \""
                            + part.keyword() + "\"");
        }
        if (part.suffix() != null) {
            at += 2;
        }
        String read = text.substring(start, digits + (at - digits) - (part.suffix() == null ? 0 : 2));
        boolean fraction = keyword.equals("MS") || keyword.equals("US") || keyword.startsWith("FF");
        if (fraction) {
            micros = Integer.parseInt((read + "000000").substring(0, 6));
        } else {
            found.put(keyword, year(keyword, read));
        }
    }

    private static int year(String keyword, String digits) {
        int value = Integer.parseInt(digits);
        if (!keyword.startsWith("Y") || digits.length() > 3 || keyword.equals("YYYY")) {
            return value;
        }
        return value < 70 ? value + 2000 : value < 100 ? value + 1900 : value < 520 ? value + 2000 : value + 1000;
    }

    private String word() {
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private int month(String keyword) {
        String rest = text.substring(at).toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            String full = MONTHS.get(i);
            boolean whole = rest.startsWith(full);
            if (whole || rest.startsWith(full.substring(0, 3))) {
                at += whole && keyword.length() > 3 ? full.length() : 3;
                return i + 1;
            }
        }
        throw new EngineException(
                ErrorCode.INVALID_DATETIME,
                "invalid value \"" + text.substring(at, Math.min(text.length(), at + keyword.length())) + "\" for \""
                        + keyword + "\"");
    }

    LocalDateTime dateTime() {
        try {
            return date().atStartOfDay().plus(clock(), ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new EngineException(
                    ErrorCode.DATETIME_OUT_OF_RANGE, "date/time field value out of range: \"" + text + "\"", e);
        }
    }

    private LocalDate date() {
        Integer julian = found.get("J");
        if (julian != null) {
            return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, julian);
        }
        Integer isoYear = found.get("IYYY");
        if (isoYear != null) {
            return LocalDate.of(isoYear, 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, value("IW", 1))
                    .with(java.time.temporal.ChronoField.DAY_OF_WEEK, value("ID", 1));
        }
        int year = value("YYYY", value("YYY", value("YY", value("Y", Integer.MIN_VALUE))));
        int ofEra = year == Integer.MIN_VALUE ? 0 : year;
        int prolepticYear = found.getOrDefault("BC", 0) == 1 ? 1 - ofEra : ofEra < 0 ? ofEra + 1 : ofEra;
        Integer ofYear = found.get("DDD");
        if (ofYear != null) {
            return LocalDate.ofYearDay(prolepticYear, ofYear);
        }
        return LocalDate.of(prolepticYear, value("MM", 1), value("DD", 1));
    }

    private long clock() {
        Integer ofDay = found.getOrDefault("SSSSS", found.get("SSSS"));
        if (ofDay != null) {
            return ofDay * 1_000_000L + micros;
        }
        Integer twelve = found.getOrDefault("HH12", found.get("HH"));
        int hour = value("HH24", 0);
        if (twelve != null) {
            if (twelve < 1 || twelve > 12) {
                throw new EngineException(
                        ErrorCode.INVALID_DATETIME, "hour \"" + twelve + "\" is invalid for the 12-hour clock");
            }
            hour = found.containsKey("PM") ? twelve % 12 + 12 * value("PM", 0) : twelve % 12;
        }
        if (hour > 24 || value("MI", 0) > 59 || value("SS", 0) > 59) {
            throw new DateTimeException(text);
        }
        return ((hour * 60L + value("MI", 0)) * 60 + value("SS", 0)) * 1_000_000L + micros;
    }

    private int value(String keyword, int absent) {
        @Nullable Integer value = found.get(keyword);
        return value == null ? absent : value;
    }
}
