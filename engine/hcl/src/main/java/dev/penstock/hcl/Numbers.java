package dev.penstock.hcl;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Arithmetic as the reference does it: on binary numbers of 512 bits. A number is written as the shortest decimal that
 * names it, so that what has up to 153 digits is kept as it was written, and {@code 1 / 3} has 155.
 */
public final class Numbers {
    private static final int BITS = 512;
    /** Decimals of so many digits and their nearest binary numbers name one another. */
    private static final int EXACT_DIGITS = 153;
    /** A number with a larger exponent would fill pages when it is written. */
    private static final int LARGEST_EXPONENT = 10_000;

    private static final Pattern SPELLING = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,9})?");

    private Numbers() {}

    static HclValue.Num parse(String text) {
        if (!SPELLING.matcher(text).matches()) {
            throw new ValueException("a number is needed, not \"" + text + "\"");
        }
        BigDecimal decimal = new BigDecimal(text);
        long magnitude = (long) decimal.precision() - decimal.scale();
        if (decimal.signum() != 0 && Math.abs(magnitude) > LARGEST_EXPONENT) {
            throw new ValueException("numbers have at most " + LARGEST_EXPONENT + " digits");
        }
        return canonical(decimal);
    }

    /** The number that stands for a decimal. */
    public static HclValue.Num canonical(BigDecimal decimal) {
        var number = new HclValue.Num(decimal);
        if (number.value().precision() <= EXACT_DIGITS) {
            return number;
        }
        return Binary.nearest(number.value()).shortest();
    }

    /** {@code a + b}. */
    public static HclValue.Num add(HclValue.Num a, HclValue.Num b) {
        if (isWhole(a) && isWhole(b)) {
            return canonical(a.value().add(b.value()));
        }
        return Binary.nearest(Binary.nearest(a.value())
                        .exact()
                        .add(Binary.nearest(b.value()).exact()))
                .shortest();
    }

    /** {@code a - b}. */
    public static HclValue.Num subtract(HclValue.Num a, HclValue.Num b) {
        return add(a, negate(b));
    }

    /** {@code -a}. */
    public static HclValue.Num negate(HclValue.Num a) {
        return new HclValue.Num(a.value().negate());
    }

    /** {@code a * b}. */
    public static HclValue.Num multiply(HclValue.Num a, HclValue.Num b) {
        if (isWhole(a) && isWhole(b)) {
            return bounded(canonical(a.value().multiply(b.value())));
        }
        BigDecimal product = Binary.nearest(a.value())
                .exact()
                .multiply(Binary.nearest(b.value()).exact());
        return bounded(Binary.nearest(product).shortest());
    }

    private static HclValue.Num bounded(HclValue.Num number) {
        if (Math.abs((long) number.value().precision() - number.value().scale()) > LARGEST_EXPONENT) {
            throw new ValueException("numbers have at most " + LARGEST_EXPONENT + " digits");
        }
        return number;
    }

    /**
     * {@code a / b}.
     *
     * @throws ValueException if b is zero
     */
    public static HclValue.Num divide(HclValue.Num a, HclValue.Num b) {
        if (b.value().signum() == 0) {
            throw new ValueException("division by zero");
        }
        return bounded(Binary.quotient(Binary.nearest(a.value()), Binary.nearest(b.value()))
                .shortest());
    }

    /** {@code a % b}: what is left of a when whole multiples of b are taken off it towards zero. */
    public static HclValue.Num remainder(HclValue.Num a, HclValue.Num b) {
        if (b.value().signum() == 0) {
            return a;
        }
        BigDecimal times = divide(a, b).value().setScale(0, RoundingMode.DOWN);
        return subtract(a, multiply(b, canonical(times)));
    }

    /** Whether it has no fraction. */
    public static boolean isWhole(HclValue.Num number) {
        return number.value().scale() <= 0;
    }

    /** A binary number of at most 512 bits: {@code mantissa * 2^exponent}. */
    private record Binary(BigInteger mantissa, int exponent) {

        /** The nearest to a decimal; half way, the one whose last bit is zero. */
        static Binary nearest(BigDecimal decimal) {
            BigInteger unscaled = decimal.unscaledValue();
            return decimal.scale() <= 0
                    ? rounded(unscaled.multiply(BigInteger.TEN.pow(-decimal.scale())), 0, false)
                    : quotient(unscaled, BigInteger.TEN.pow(decimal.scale()), 0);
        }

        static Binary quotient(Binary a, Binary b) {
            return quotient(a.mantissa, b.mantissa, a.exponent - b.exponent);
        }

        private static Binary quotient(BigInteger a, BigInteger b, int exponent) {
            int shift = Math.max(0, BITS + 2 - a.bitLength() + b.bitLength());
            BigInteger[] parts = a.shiftLeft(shift).divideAndRemainder(b);
            return rounded(parts[0], exponent - shift, parts[1].signum() != 0);
        }

        /** Rounds to 512 bits; {@code sticky} says that a little more follows. */
        private static Binary rounded(BigInteger mantissa, int exponent, boolean sticky) {
            BigInteger size = mantissa.abs();
            int excess = size.bitLength() - BITS;
            if (excess <= 0) {
                return new Binary(mantissa, exponent);
            }
            BigInteger kept = size.shiftRight(excess);
            boolean half = size.testBit(excess - 1);
            boolean more = sticky || size.getLowestSetBit() < excess - 1;
            if (half && (more || kept.testBit(0))) {
                kept = kept.add(BigInteger.ONE);
            }
            return new Binary(mantissa.signum() < 0 ? kept.negate() : kept, exponent + excess);
        }

        /** All its decimal digits. */
        BigDecimal exact() {
            return exponent >= 0
                    ? new BigDecimal(mantissa.shiftLeft(exponent))
                    : new BigDecimal(mantissa.multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent);
        }

        /** The shortest decimal that has this as its nearest binary number. */
        HclValue.Num shortest() {
            BigDecimal exact = exact();
            for (int digits = EXACT_DIGITS; digits < exact.precision(); digits++) {
                BigDecimal candidate = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
                if (nearest(candidate).exact().compareTo(exact) == 0) {
                    return new HclValue.Num(candidate);
                }
            }
            return new HclValue.Num(exact);
        }
    }
}
