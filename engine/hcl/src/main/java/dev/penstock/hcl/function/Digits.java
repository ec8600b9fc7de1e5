package dev.penstock.hcl.function;

import dev.penstock.hcl.HclValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes numbers with or without an exponent, as C does. */
final class Digits {
    private static final int USUAL = 6;
    /** Exponents below this, or too large for the digits that are shown, are written as such. */
    private static final int LEAST_EXPONENT = -4;

    private Digits() {}

    /**
     * A number in decimal digits.
     *
     * @param mode {@code f} without exponent, {@code e} with one, {@code g} with one if it is large or small
     * @param precision how many digits, or -1 for the usual: six, or with {@code g} as many as there are
     */
    static String written(HclValue.Num number, char mode, int precision) {
        String text = switch (Character.toLowerCase(mode)) {
            case 'f' -> plain(number.value(), precision < 0 ? USUAL : precision);
            case 'e' -> exponential(number.value(), precision < 0 ? USUAL : precision);
            default -> general(number.value(), precision);
        };
        return Character.isUpperCase(mode) ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String plain(BigDecimal value, int places) {
        BigDecimal rounded = value.setScale(places, RoundingMode.HALF_EVEN);
        return (value.signum() < 0 && rounded.signum() == 0 ? "-" : "") + rounded.toPlainString();
    }

    private static String exponential(BigDecimal value, int places) {
        BigDecimal rounded = value.round(new MathContext(places + 1, RoundingMode.HALF_EVEN));
        String digits = rounded.unscaledValue().abs().toString();
        int exponent = value.signum() == 0 ? 0 : digits.length() - 1 - rounded.scale();
        String shown = digits.length() > places + 1
                ? digits.substring(0, places + 1)
                : digits + "0".repeat(places + 1 - digits.length());
        return (value.signum() < 0 ? "-" : "")
                + shown.charAt(0)
                + (places > 0 ? "." + shown.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    private static String general(BigDecimal value, int precision) {
        BigDecimal rounded =
                precision < 0 ? value : value.round(new MathContext(Math.max(1, precision), RoundingMode.HALF_EVEN));
        BigDecimal stripped = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        int exponent = stripped.signum() == 0 ? 0 : stripped.precision() - stripped.scale() - 1;
        int digits = stripped.precision();
        int limit = precision < 0 ? USUAL : Math.max(1, precision);
        if (precision > digits && digits >= exponent + 1) {
            limit = digits;
        }
        boolean withExponent = stripped.signum() != 0 && (exponent < LEAST_EXPONENT || exponent >= limit);
        return withExponent ? exponential(stripped, digits - 1) : stripped.toPlainString();
    }
}
