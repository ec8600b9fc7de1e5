package dev.penstock.spi.value;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A span of time with PostgreSQL's three parts, which do not run over into each other (chapter 8.5.4).
 *
 * @param months whole months; 12 print as a year
 * @param days whole days
 * @param microseconds the rest
 */
public record Interval(int months, int days, long microseconds) implements Comparable<Interval> {
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    /** The length that comparisons use: 30 days to a month, 24 hours to a day. */
    private BigInteger length() {
        return BigInteger.valueOf(months * 30L + days)
                .multiply(BigInteger.valueOf(MICROS_PER_DAY))
                .add(BigInteger.valueOf(microseconds));
    }

    @Override
    public int compareTo(Interval other) {
        return length().compareTo(other.length());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Interval that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return length().hashCode();
    }

    /** PostgreSQL's own style: {@code 1 year 2 mons 3 days 04:05:06}. */
    @Override
    public String toString() {
        var out = new StringBuilder();
        boolean negative = append(out, months / 12, "year", false);
        negative = append(out, months % 12, "mon", negative);
        negative = append(out, days, "day", negative);
        if (microseconds != 0 || out.length() == 0) {
            appendTime(out, negative);
        }
        return out.toString();
    }

    /** Appends a part, with a plus sign behind a negative one; gives whether the last part is negative. */
    private static boolean append(StringBuilder out, int amount, String unit, boolean negative) {
        if (amount == 0) {
            return negative;
        }
        if (out.length() > 0) {
            out.append(negative && amount > 0 ? " +" : " ");
        }
        out.append(amount).append(' ').append(unit).append(amount == 1 ? "" : "s");
        return amount < 0;
    }

    private void appendTime(StringBuilder out, boolean negative) {
        if (out.length() > 0) {
            out.append(negative && microseconds > 0 ? " +" : " ");
        }
        long size = Math.abs(microseconds);
        if (microseconds < 0) {
            out.append('-');
        }
        long seconds = size / 1_000_000;
        out.append(String.format("%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60));
        long fraction = size % 1_000_000;
        if (fraction != 0) {
            out.append('.').append(String.format("%06d", fraction).replaceAll("0+$", ""));
        }
    }
}
