package dev.penstock.hcl;

/** Where names and numbers begin and end. */
final class Words {
    private Words() {}

    /** Whether a whole text is one name. */
    static boolean isName(String text) {
        return startsName(text, 0) && nameEnd(text, 0) == text.length();
    }

    static boolean startsName(String text, int place) {
        if (place >= text.length()) {
            return false;
        }
        int point = text.codePointAt(place);
        return point == '_' || Character.isUnicodeIdentifierStart(point);
    }

    static int nameEnd(String text, int start) {
        int place = start;
        while (place < text.length()) {
            int point = text.codePointAt(place);
            boolean belongs = point == '-'
                    || (Character.isUnicodeIdentifierPart(point) && !Character.isIdentifierIgnorable(point));
            if (!belongs) {
                break;
            }
            place += Character.charCount(point);
        }
        return place;
    }

    /** Digits, dots and exponents as far as they go; a dot at the end belongs to what follows. */
    static int numberEnd(String text, int start) {
        int place = start + 1;
        int end = place;
        while (place < text.length()) {
            char c = text.charAt(place);
            if (isDigit(c)) {
                place++;
            } else if (c == '.') {
                place++;
                continue;
            } else {
                int exponent = exponentEnd(text, place);
                if (exponent < 0) {
                    break;
                }
                place = exponent;
            }
            end = place;
        }
        return end;
    }

    private static int exponentEnd(String text, int place) {
        if (text.charAt(place) != 'e' && text.charAt(place) != 'E') {
            return -1;
        }
        int next = place + 1;
        if (next < text.length() && (text.charAt(next) == '+' || text.charAt(next) == '-')) {
            next++;
        }
        return next < text.length() && isDigit(text.charAt(next)) ? next + 1 : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The white space that trimming marks take away: that of Unicode, line ends included. */
    static boolean isSpace(int point) {
        return (point >= 0x09 && point <= 0x0D)
                || point == ' '
                || point == 0x85
                || point == 0xA0
                || point == 0x1680
                || (point >= 0x2000 && point <= 0x200A)
                || point == 0x2028
                || point == 0x2029
                || point == 0x202F
                || point == 0x205F
                || point == 0x3000;
    }

    static String withoutLeadingSpace(String text) {
        int place = 0;
        while (place < text.length() && isSpace(text.charAt(place))) {
            place++;
        }
        return text.substring(place);
    }

    static String withoutTrailingSpace(String text) {
        int place = text.length();
        while (place > 0 && isSpace(text.charAt(place - 1))) {
            place--;
        }
        return text.substring(0, place);
    }
}
