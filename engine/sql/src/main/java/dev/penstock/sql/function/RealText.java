package dev.penstock.sql.function;

import java.math.BigDecimal;

/** The text of real numbers. */
final class RealText {
    private static final int MOST_NEGATIVE_PLAIN_EXPONENT = -4;
    private static final int LEAST_SCIENTIFIC_EXPONENT = 15;

    private RealText() {}

    static String single(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return of(value);
        }
        return digitsText(new BigDecimal(Float.toString((float) value)), 6);
    }

    /** float8out: the shortest digits that tell the number; with an exponent where %.15g would have one. */
    static String of(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        return digitsText(new BigDecimal(Double.toString(value)), LEAST_SCIENTIFIC_EXPONENT);
    }

    private static String digitsText(BigDecimal number, int leastScientific) {
        BigDecimal shortest = number.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= MOST_NEGATIVE_PLAIN_EXPONENT && exponent < leastScientific) {
            return shortest.toPlainString();
        }
        BigDecimal digits = shortest.movePointLeft(exponent);
        return digits.toPlainString()
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }
}
