package dev.penstock.hcl.function;

import static dev.penstock.hcl.function.Arguments.any;
import static dev.penstock.hcl.function.Arguments.num;
import static dev.penstock.hcl.function.Arguments.number;

import dev.penstock.hcl.Conversion;
import dev.penstock.hcl.HclFunction;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.HclValue.Num;
import dev.penstock.hcl.Numbers;
import dev.penstock.hcl.ValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** Functions of numbers. */
final class NumericFunctions {
    private NumericFunctions() {}

    static Map<String, HclFunction> all() {
        Map<String, HclFunction> all = new TreeMap<>();
        all.put("abs", of(BigDecimal::abs));
        all.put("ceil", of(value -> value.setScale(0, RoundingMode.CEILING)));
        all.put("floor", of(value -> value.setScale(0, RoundingMode.FLOOR)));
        all.put("signum", of(value -> BigDecimal.valueOf(value.signum())));
        all.put("max", extreme(order -> order > 0));
        all.put("min", extreme(order -> order < 0));
        all.put("sum", HclFunction.of(Primitive.NUMBER, NumericFunctions::sum, any("list")));
        all.put(
                "log",
                HclFunction.of(
                        Primitive.NUMBER,
                        arguments -> real(Math.log(real(arguments, 0)) / Math.log(real(arguments, 1))),
                        number("number"),
                        number("base")));
        all.put(
                "pow",
                HclFunction.of(
                        Primitive.NUMBER,
                        arguments -> real(Math.pow(real(arguments, 0), real(arguments, 1))),
                        number("number"),
                        number("power")));
        all.put(
                "parseint",
                HclFunction.of(Primitive.NUMBER, NumericFunctions::parseInt, any("number"), number("base")));
        return all;
    }

    private static HclFunction of(UnaryOperator<BigDecimal> function) {
        return HclFunction.of(
                Primitive.NUMBER,
                arguments -> new Num(function.apply(num(arguments, 0).value())),
                number("number"));
    }

    private static HclFunction extreme(IntPredicate better) {
        return HclFunction.of(Primitive.NUMBER, arguments -> {
                    if (arguments.isEmpty()) {
                        throw new ValueException("at least one number is needed");
                    }
                    Num best = num(arguments, 0);
                    for (int i = 1; i < arguments.size(); i++) {
                        Num other = num(arguments, i);
                        best = better.test(other.value().compareTo(best.value())) ? other : best;
                    }
                    return best;
                })
                .andMore(number("numbers"));
    }

    private static HclValue sum(List<HclValue> arguments) {
        List<HclValue> elements = Arguments.elements(arguments, 0);
        if (elements.isEmpty()) {
            throw new ValueException(0, "the list is empty");
        }
        Num sum = Num.of(0);
        for (HclValue element : elements) {
            HclValue number = Conversion.convert(element, Primitive.NUMBER);
            if (!number.isKnown()) {
                return new HclValue.Unknown(Primitive.NUMBER);
            }
            if (!(number instanceof Num value)) {
                throw new ValueException(0, "an element is null");
            }
            sum = Numbers.add(sum, value);
        }
        return sum;
    }

    private static double real(List<HclValue> arguments, int index) {
        return num(arguments, index).value().doubleValue();
    }

    private static Num real(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new ValueException("the result is no number");
        }
        return new Num(new BigDecimal(Double.toString(value)));
    }

    private static HclValue parseInt(List<HclValue> arguments) {
        int base = Arguments.whole(arguments, 1);
        if (base < 2 || base > 62) {
            throw new ValueException(1, "a number from 2 to 62 is needed");
        }
        if (!(arguments.get(0) instanceof HclValue.Text spelled)) {
            throw new ValueException(
                    0, "a string is needed, not a " + arguments.get(0).kind());
        }
        String text = spelled.value();
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String digits = signed ? text.substring(1) : text;
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < digits.length(); i++) {
            int worth = worth(digits.charAt(i), base);
            if (worth < 0 || worth >= base) {
                throw new ValueException(0, "\"" + text + "\" is no whole number of base " + base);
            }
            value = value.multiply(BigInteger.valueOf(base)).add(BigInteger.valueOf(worth));
        }
        if (digits.isEmpty()) {
            throw new ValueException(0, "there are no digits");
        }
        return Numbers.canonical(new BigDecimal(text.startsWith("-") ? value.negate() : value));
    }

    /** Above base 36, small letters come before capital ones. */
    private static int worth(char digit, int base) {
        if (digit >= '0' && digit <= '9') {
            return digit - '0';
        }
        if (digit >= 'a' && digit <= 'z') {
            return digit - 'a' + 10;
        }
        return digit >= 'A' && digit <= 'Z' ? digit - 'A' + (base <= 36 ? 10 : 36) : -1;
    }
}
