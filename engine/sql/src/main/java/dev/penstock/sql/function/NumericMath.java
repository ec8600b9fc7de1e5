package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Roots, powers and logarithms of numeric, with as many digits as PostgreSQL gives (chapter 9.3). */
final class NumericMath {
    private static final int SIGNIFICANT = 16;
    private static final int GUARD = 30;
    private static final double LOG10_OF_E = 0.434294481903252;

    private NumericMath() {}

    /** The decimal exponent of a number's first digit. */
    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }

    /** The exponent to the base of ten thousand, as PostgreSQL keeps numbers. */
    private static int weight(BigDecimal number) {
        return number.signum() == 0 ? 0 : Math.floorDiv(exponent(number), 4);
    }

    private static BigDecimal scaled(BigDecimal value, int scale) {
        return value.setScale(Math.max(0, Math.min(1000, scale)), RoundingMode.HALF_UP);
    }

    static BigDecimal sqrt(BigDecimal number) {
        if (number.signum() < 0) {
            throw new EngineException(ErrorCode.INVALID_POWER, "cannot take square root of a negative number");
        }
        int weight = (weight(number) + 1) * 4 / 2 - 1;
        int scale = Math.max(Math.max(SIGNIFICANT - weight, number.scale()), 0);
        return sqrt(number, scale);
    }

    /** The square root with so many digits after the point. */
    static BigDecimal sqrt(BigDecimal number, int scale) {
        return scaled(number.sqrt(new MathContext(scale + Math.abs(exponent(number)) + GUARD)), scale);
    }

    static BigDecimal exp(BigDecimal number) {
        double digits = Math.max(-1000, Math.min(1000, number.doubleValue() * LOG10_OF_E));
        int scale = Math.max(Math.max(SIGNIFICANT - (int) digits, number.scale()), 0);
        return scaled(power(number, scale + Math.abs((int) digits) + GUARD), scale);
    }

    /** e to a power: the power is halved until a series takes it quickly. */
    private static BigDecimal power(BigDecimal exponent, int digits) {
        if (exponent.abs().compareTo(BigDecimal.valueOf(6000)) > 0) {
            if (exponent.signum() < 0) {
                return BigDecimal.ZERO;
            }
            throw new EngineException(ErrorCode.NUMERIC_OUT_OF_RANGE, "value overflows numeric format");
        }
        var context = new MathContext(digits);
        int halvings = 0;
        BigDecimal x = exponent;
        while (x.abs().compareTo(new BigDecimal("0.01")) > 0) {
            x = x.divide(BigDecimal.valueOf(2), context);
            halvings++;
        }
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; term.signum() != 0 && exponent(term) > -digits; n++) {
            term = term.multiply(x, context).divide(BigDecimal.valueOf(n), context);
            sum = sum.add(term, context);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, context);
        }
        return sum;
    }

    static BigDecimal ln(BigDecimal number) {
        requirePositive(number);
        int scale = Math.max(Math.max(SIGNIFICANT - logWeight(number), number.scale()), 0);
        return scaled(log(number, scale + GUARD), scale);
    }

    private static void requirePositive(BigDecimal number) {
        if (number.signum() <= 0) {
            throw new EngineException(
                    ErrorCode.INVALID_LOGARITHM,
                    number.signum() == 0
                            ? "cannot take logarithm of zero"
                            : "cannot take logarithm of a negative number");
        }
    }

    private static int logWeight(BigDecimal number) {
        double logarithm = approximate(number);
        boolean nearOne = number.compareTo(new BigDecimal("0.9")) >= 0 && number.compareTo(new BigDecimal("1.1")) <= 0;
        if (nearOne) {
            BigDecimal rest = number.subtract(BigDecimal.ONE);
            return rest.signum() == 0 ? 0 : exponent(rest);
        }
        return (int) Math.log10(Math.abs(logarithm));
    }

    private static double approximate(BigDecimal number) {
        int exponent = exponent(number);
        return Math.log(number.movePointLeft(exponent).doubleValue()) + exponent * Math.log(10);
    }

    /** The natural logarithm by Halley's method on the power. */
    private static BigDecimal log(BigDecimal number, int digits) {
        if (number.compareTo(BigDecimal.ONE) == 0) {
            return BigDecimal.ZERO;
        }
        int all = digits + Math.abs(exponent(number)) / 4 + GUARD;
        var context = new MathContext(all);
        BigDecimal y = new BigDecimal(approximate(number));
        for (int precision = 15; precision < 2 * all; precision *= 3) {
            BigDecimal power = power(y, all);
            BigDecimal step =
                    number.subtract(power).divide(number.add(power), context).multiply(BigDecimal.valueOf(2));
            y = y.add(step, context);
        }
        return y;
    }

    static BigDecimal log(BigDecimal base, BigDecimal number) {
        requirePositive(base);
        requirePositive(number);
        BigDecimal divisor = log(base, SIGNIFICANT + GUARD);
        if (divisor.signum() == 0) {
            throw new EngineException(ErrorCode.DIVISION_BY_ZERO, "division by zero");
        }
        int weight = logWeight(number) - logWeight(base);
        int scale = Math.max(Math.max(SIGNIFICANT - weight, base.scale()), Math.max(number.scale(), 0));
        return scaled(
                log(number, scale + GUARD).divide(log(base, scale + GUARD), new MathContext(scale + GUARD)), scale);
    }

    static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        boolean whole = exponent.stripTrailingZeros().scale() <= 0;
        if (base.signum() == 0 && exponent.signum() < 0) {
            throw new EngineException(ErrorCode.INVALID_POWER, "zero raised to a negative power is undefined");
        }
        if (base.signum() < 0 && !whole) {
            throw new EngineException(
                    ErrorCode.INVALID_POWER, "a negative number raised to a non-integer power yields a complex result");
        }
        int most = Math.max(base.scale(), whole ? 0 : exponent.scale());
        if (base.signum() == 0) {
            return scaled(exponent.signum() == 0 ? BigDecimal.ONE : BigDecimal.ZERO, Math.max(SIGNIFICANT, most));
        }
        double digits = approximate(base.abs()) * exponent.doubleValue() * LOG10_OF_E;
        if (digits > 131_072) {
            throw new EngineException(ErrorCode.NUMERIC_OUT_OF_RANGE, "value overflows numeric format");
        }
        int scale = Math.max(whole ? SIGNIFICANT : Math.max(SIGNIFICANT - (int) digits, 0), most);
        int precision = Math.max(1, scale + (int) Math.max(0, digits)) + GUARD;
        if (whole && exponent.abs().compareTo(BigDecimal.valueOf(999_999)) < 0) {
            return scaled(base.pow(exponent.intValue(), new MathContext(precision + 10)), scale);
        }
        BigDecimal logarithm = log(base.abs(), precision).multiply(exponent);
        BigDecimal result = power(logarithm, precision);
        boolean odd = whole && exponent.toBigInteger().testBit(0);
        return scaled(base.signum() < 0 && odd ? result.negate() : result, scale);
    }
}
