package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of bytes as people write them (chapter 9.27). */
final class SizeFunctions {
    private static final List<String> UNITS = List.of("bytes", "kB", "MB", "GB", "TB", "PB");
    private static final BigDecimal STEP = BigDecimal.valueOf(1024);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    /** Up to here the unit below is written, so that two digits are always told. */
    private static final BigDecimal MOST = BigDecimal.valueOf(10 * 1024);

    private static final Pattern SIZE =
            Pattern.compile("\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*(\\S*)\\s*");

    private SizeFunctions() {}

    static List<FunctionDefinition> functions() {
        return List.of(
                function("pg_size_pretty", "int8->text", (a, c) -> pretty(Numbers.decimal(Numbers.number(a, 0)))),
                function("pg_size_pretty", "numeric->text", (a, c) -> pretty(Numbers.decimal(Numbers.number(a, 0)))),
                function("pg_size_bytes", "text->int8", (a, c) -> bytes(String.valueOf(a[0]))));
    }

    /** Above bytes a size is kept in halves of its unit, to be rounded once at the end. */
    private static String pretty(BigDecimal size) {
        if (size.abs().compareTo(MOST) < 0) {
            return size.toPlainString() + " bytes";
        }
        BigDecimal halves = size.divideToIntegralValue(STEP.divide(TWO));
        int unit = 1;
        BigDecimal limit = MOST.multiply(TWO).subtract(BigDecimal.ONE);
        while (unit < UNITS.size() - 1 && halves.abs().compareTo(limit) >= 0) {
            halves = halves.divideToIntegralValue(STEP);
            unit++;
        }
        BigDecimal rounded =
                halves.add(BigDecimal.valueOf(halves.signum() < 0 ? -1 : 1)).divideToIntegralValue(TWO);
        return rounded.setScale(0, RoundingMode.DOWN).toPlainString() + " " + UNITS.get(unit);
    }

    private static Object bytes(String text) {
        Matcher size = SIZE.matcher(text);
        String unit = size.matches() ? size.group(2).toLowerCase(Locale.ROOT) : "?";
        int power = unit.isEmpty()
                ? 0
                : UNITS.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList()
                        .indexOf(unit);
        if (power < 0) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "invalid size: \"" + text + "\"");
        }
        BigDecimal bytes = new BigDecimal(size.group(1)).multiply(STEP.pow(power));
        return Numbers.bigint(bytes.setScale(0, RoundingMode.HALF_UP).toBigInteger());
    }
}
