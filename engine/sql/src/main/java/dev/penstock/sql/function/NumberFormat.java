package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/** {@code to_char} of numbers and {@code to_number} (chapter 9.8): 9 0 . , D G S MI PL SG PR L RN TH V and FM. */
final class NumberFormat {
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN_DIGITS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
    };

    private final String pattern;
    private final boolean fill;
    private int before;
    private int after;
    private int zeroFrom = Integer.MAX_VALUE;
    private int shift;
    private boolean point;

    NumberFormat(String written) {
        String upper = written.toUpperCase(Locale.ROOT);
        this.fill = !upper.contains("FM");
        this.pattern = upper.replace("FM", "");
        if (pattern.contains("EEEE")) {
            throw new EngineException(ErrorCode.NOT_SUPPORTED, "\"EEEE\" is not supported in to_char of numbers");
        }
        boolean shifting = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '.' || c == 'D') {
                if (point) {
                    throw new EngineException(ErrorCode.SYNTAX_ERROR, "multiple decimal points");
                }
                point = true;
            } else if (c == 'V') {
                shifting = true;
            } else if (c == '9' || c == '0') {
                count(c, shifting);
            }
        }
    }

    private void count(char digit, boolean shifting) {
        if (point) {
            after++;
            return;
        }
        if (digit == '0' && zeroFrom == Integer.MAX_VALUE) {
            zeroFrom = before;
        }
        before++;
        shift += shifting ? 1 : 0;
    }

    String format(BigDecimal number) {
        if (pattern.contains("RN")) {
            return roman(number);
        }
        BigDecimal rounded = number.movePointRight(shift).setScale(after, RoundingMode.HALF_UP);
        String digits = rounded.abs().toBigInteger().toString();
        String fraction = after == 0 ? "" : rounded.abs().toPlainString().split("\\.", 2)[1];
        boolean negative = rounded.signum() < 0;
        boolean overflow = digits.length() > before && !(before == 0 && digits.equals("0"));
        boolean zero = digits.equals("0");
        String whole = (zero && after > 0) || before == 0 ? "" : digits;
        return written(overflow ? "#".repeat(before) : whole, overflow ? "#".repeat(after) : fraction, negative);
    }

    /** Walks along the pattern, digits from the right place on. */
    private String written(String whole, String fraction, boolean negative) {
        var out = new StringBuilder();
        int lead = before - whole.length();
        int place = 0;
        int fractionPlace = 0;
        boolean pastPoint = false;
        boolean ownSign =
                pattern.contains("S") || pattern.contains("MI") || pattern.contains("PL") || pattern.contains("PR");
        String sign = ownSign ? "" : negative ? "-" : " ";
        boolean signed = ownSign;
        String kept = fill ? fraction : keptFraction(fraction);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '9' || c == '0') {
                if (pastPoint) {
                    out.append(fractionPlace < kept.length() ? kept.substring(fractionPlace, fractionPlace + 1) : "");
                    fractionPlace++;
                    continue;
                }
                boolean shown = place >= lead || place >= zeroFrom;
                if (shown && !signed) {
                    out.append(sign);
                    signed = true;
                }
                out.append(place >= lead ? whole.substring(place - lead, place - lead + 1) : shown ? "0" : " ");
                place++;
            } else if (c == '.' || c == 'D') {
                if (!signed) {
                    out.append(sign);
                    signed = true;
                }
                out.append('.');
                pastPoint = true;
            } else if (c == ',' || c == 'G') {
                boolean shown = place > lead || place > zeroFrom;
                out.append(shown ? "," : " ");
            } else {
                i += mark(i, negative, out);
            }
        }
        if (!signed) {
            out.append(sign);
        }
        return finished(out.toString(), negative);
    }

    private String finished(String text, boolean negative) {
        String bracketed = pattern.contains("PR") ? negative ? bracketed(text) : fill ? " " + text + " " : text : text;
        String attached = pattern.startsWith("S") ? attached(bracketed) : bracketed;
        return fill ? attached : attached.replace(" ", "");
    }

    /** A sign stands right before the first digit. */
    private static String attached(String text) {
        int digit = 1;
        while (digit < text.length() && text.charAt(digit) == ' ') {
            digit++;
        }
        return " ".repeat(digit - 1) + text.charAt(0) + text.substring(digit);
    }

    private static String bracketed(String text) {
        int digit = 0;
        while (digit < text.length() && text.charAt(digit) == ' ') {
            digit++;
        }
        return text.substring(0, digit) + "<" + text.substring(digit) + ">";
    }

    /** Without the zeros at the end that only a 9 stands for. */
    private String keptFraction(String fraction) {
        int dot = Math.max(pattern.indexOf('.'), pattern.indexOf('D'));
        String digits = pattern.substring(dot + 1).replaceAll("[^09]", "");
        int end = fraction.length();
        while (end > 0 && fraction.charAt(end - 1) == '0' && digits.charAt(end - 1) == '9') {
            end--;
        }
        return fraction.substring(0, end);
    }

    /** Marks of sign and currency, text in quotes; how many more characters it takes. */
    private int mark(int at, boolean negative, StringBuilder out) {
        if (pattern.startsWith("MI", at)) {
            out.append(negative ? "-" : " ");
            return 1;
        }
        if (pattern.startsWith("PL", at)) {
            out.append(negative ? " " : "+");
            return 1;
        }
        if (pattern.startsWith("SG", at)) {
            out.append(negative ? "-" : "+");
            return 1;
        }
        if (pattern.startsWith("PR", at)) {
            return 1;
        }
        if (pattern.startsWith("TH", at)) {
            return 1;
        }
        char c = pattern.charAt(at);
        switch (c) {
            case 'S' -> out.append(negative ? "-" : "+");
            case 'L' -> out.append(' ');
            case 'V' -> {}
            default -> out.append(c);
        }
        return 0;
    }

    private String roman(BigDecimal number) {
        int value = number.setScale(0, RoundingMode.HALF_UP).intValue();
        if (value < 1 || value > 3999) {
            return "#".repeat(15);
        }
        var out = new StringBuilder();
        for (int i = 0; i < ROMAN_VALUES.length; i++) {
            while (value >= ROMAN_VALUES[i]) {
                out.append(ROMAN_DIGITS[i]);
                value -= ROMAN_VALUES[i];
            }
        }
        return fill ? "%15s".formatted(out) : out.toString();
    }

    /** A text read as a number: what is no digit, sign or point is passed over. */
    BigDecimal parse(String text) {
        String digits = text.replaceAll("[^0-9.+-]", "");
        boolean negative = digits.contains("-") || (pattern.contains("PR") && text.contains("<"));
        String plain = digits.replaceAll("[+-]", "");
        if (plain.isEmpty() || plain.equals(".")) {
            throw new EngineException(
                    ErrorCode.INVALID_TEXT, "invalid input syntax for type numeric: \"" + text + "\"");
        }
        BigDecimal value = point ? new BigDecimal(plain) : new BigDecimal(new BigInteger(plain.split("\\.", 2)[0]));
        BigDecimal scaled = value.setScale(point ? after : 0, RoundingMode.DOWN);
        return negative ? scaled.negate() : scaled;
    }
}
