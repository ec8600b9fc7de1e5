package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Amounts of money, with two digits after the point (chapter 8.2). */
public final class Money {
    private Money() {}

    /** The operators. */
    public static List<FunctionDefinition> operators() {
        return List.of(
                function("+", "money,money->money", (a, c) -> amount(a, 0).add(amount(a, 1))),
                function("-", "money,money->money", (a, c) -> amount(a, 0).subtract(amount(a, 1))),
                function("*", "money,float8->money", (a, c) -> times(amount(a, 0), real(a, 1))),
                function("*", "float8,money->money", (a, c) -> times(amount(a, 1), real(a, 0))),
                function("/", "money,float8->money", (a, c) -> over(amount(a, 0), real(a, 1))),
                function("/", "money,money->float8", (a, c) -> {
                    requireDivisor(amount(a, 1).signum());
                    return amount(a, 0).doubleValue() / amount(a, 1).doubleValue();
                }));
    }

    private static BigDecimal amount(@Nullable Object[] arguments, int index) {
        return (BigDecimal) Objects.requireNonNull(arguments[index]);
    }

    private static double real(@Nullable Object[] arguments, int index) {
        return (Double) Objects.requireNonNull(arguments[index]);
    }

    private static BigDecimal times(BigDecimal amount, double factor) {
        return new BigDecimal(amount.doubleValue() * factor).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal over(BigDecimal amount, double divisor) {
        requireDivisor(Double.compare(divisor, 0));
        return new BigDecimal(amount.doubleValue() / divisor).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static void requireDivisor(int sign) {
        if (sign == 0) {
            throw new EngineException(ErrorCode.DIVISION_BY_ZERO, "division by zero");
        }
    }

    /** A number or a text such as {@code -$1,234.50} as money. */
    static BigDecimal of(Object value) {
        if (value instanceof Number number) {
            return Numbers.decimal(number).setScale(2, RoundingMode.HALF_UP);
        }
        String digits = value.toString().strip().replace("$", "").replace(",", "");
        boolean negative = digits.startsWith("(") && digits.endsWith(")");
        String plain = negative ? "-" + digits.substring(1, digits.length() - 1) : digits;
        if (!plain.matches("[+-]?\\d*\\.?\\d*") || plain.isEmpty()) {
            throw new EngineException(ErrorCode.INVALID_TEXT, "invalid input syntax for type money: \"" + value + "\"");
        }
        return new BigDecimal(plain).setScale(2, RoundingMode.HALF_UP);
    }

    static String text(BigDecimal amount) {
        String digits = String.format(Locale.ROOT, "%,.2f", amount.abs());
        return (amount.signum() < 0 ? "-$" : "$") + digits;
    }
}
