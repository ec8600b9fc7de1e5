package dev.penstock.hcl.function;

import dev.penstock.hcl.ValueException;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/** Writes a time in a form such as {@code "DD MMM YYYY hh:mm ZZZ"}. */
final class DateFormat {
    private static final char QUOTE = '\'';

    private final OffsetDateTime time;

    DateFormat(OffsetDateTime time) {
        this.time = time;
    }

    String written(String format) {
        var text = new StringBuilder();
        int place = 0;
        while (place < format.length()) {
            char c = format.charAt(place);
            if (c == QUOTE) {
                place = literal(format, place, text);
            } else if (isLetter(c)) {
                int end = place;
                while (end < format.length() && format.charAt(end) == c) {
                    end++;
                }
                text.append(verb(format.substring(place, end)));
                place = end;
            } else {
                text.append(c);
                place++;
            }
        }
        return text.toString();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Two quotes stand for one; other text in quotes is taken as it is. */
    private static int literal(String format, int start, StringBuilder text) {
        if (format.startsWith("''", start)) {
            text.append(QUOTE);
            return start + 2;
        }
        int place = start + 1;
        while (place < format.length()) {
            if (format.charAt(place) != QUOTE) {
                text.append(format.charAt(place++));
            } else if (format.startsWith("''", place)) {
                text.append(QUOTE);
                place += 2;
            } else {
                return place + 1;
            }
        }
        throw new ValueException(0, "a quote in the form is not closed");
    }

    private String verb(String verb) {
        return switch (verb) {
            case "YYYY" -> String.format("%04d", time.getYear());
            case "YY" -> String.format("%02d", time.getYear() % 100);
            case "MMMM" -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "MMM" ->
                time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
            case "MM", "M" -> digits(verb, time.getMonthValue());
            case "DD", "D" -> digits(verb, time.getDayOfMonth());
            case "EEEE" -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "EEE" ->
                time.getDayOfWeek()
                        .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .substring(0, 3);
            case "hh", "h" -> digits(verb, time.getHour());
            case "HH", "H" -> digits(verb, time.getHour() % 12 == 0 ? 12 : time.getHour() % 12);
            case "AA" -> time.getHour() < 12 ? "AM" : "PM";
            case "aa" -> time.getHour() < 12 ? "am" : "pm";
            case "mm", "m" -> digits(verb, time.getMinute());
            case "ss", "s" -> digits(verb, time.getSecond());
            case "Z" -> offset().equals("+00:00") ? "Z" : offset();
            case "ZZZ" -> offset().equals("+00:00") ? "UTC" : offset().replace(":", "");
            case "ZZZZ" -> offset().replace(":", "");
            case "ZZZZZ" -> offset();
            default -> throw new ValueException(0, "there is no date verb " + verb);
        };
    }

    private static String digits(String verb, int number) {
        return verb.length() == 2 ? String.format("%02d", number) : String.valueOf(number);
    }

    private String offset() {
        String id = time.getOffset().getId();
        return id.equals("Z") ? "+00:00" : id;
    }
}
