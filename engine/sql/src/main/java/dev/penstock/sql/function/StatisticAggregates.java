package dev.penstock.sql.function;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Aggregates of statistics and of bits (chapter 9.21). */
public final class StatisticAggregates {
    private static final List<String> PAIRS = List.of(
            "corr",
            "covar_pop",
            "covar_samp",
            "regr_slope",
            "regr_intercept",
            "regr_r2",
            "regr_avgx",
            "regr_avgy",
            "regr_sxx",
            "regr_syy",
            "regr_sxy");

    private StatisticAggregates() {}

    /** The aggregates. */
    public static List<AggregateDefinition> aggregates() {
        var all = new ArrayList<AggregateDefinition>();
        for (String name : List.of("variance", "var_samp", "var_pop", "stddev", "stddev_samp", "stddev_pop")) {
            boolean root = name.startsWith("std");
            boolean sample = !name.endsWith("_pop");
            for (String type : List.of("int2", "int4", "int8", "numeric")) {
                all.add(AggregateDefinition.of(name, type + "->numeric", () -> new Exact(sample, root)));
            }
            all.add(AggregateDefinition.of(name, "float4->float8", () -> new Real(sample, root)));
            all.add(AggregateDefinition.of(name, "float8->float8", () -> new Real(sample, root)));
        }
        for (String name : PAIRS) {
            all.add(AggregateDefinition.of(name, "float8,float8->float8", () -> new Pairs(name)));
        }
        all.add(AggregateDefinition.of("regr_count", "float8,float8->int8", () -> new Pairs("regr_count")));
        for (String type : List.of("int2", "int4", "int8")) {
            bits(all, "bit_and", type, (a, b) -> a & b);
            bits(all, "bit_or", type, (a, b) -> a | b);
            bits(all, "bit_xor", type, (a, b) -> a ^ b);
        }
        return all;
    }

    private static void bits(List<AggregateDefinition> all, String name, String type, LongBinaryOperator step) {
        Supplier<Accumulator> bits = () -> new Bits(step);
        all.add(AggregateDefinition.of(name, type + "->" + type, bits));
    }

    private static final class Bits implements Accumulator {
        private final LongBinaryOperator step;
        private @Nullable Long value;

        Bits(LongBinaryOperator step) {
            this.step = step;
        }

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            if (arguments[0] instanceof Long next) {
                Long before = value;
                value = before == null ? next : (Long) step.applyAsLong(before, next);
            }
        }

        @Override
        public @Nullable Object result() {
            return value;
        }
    }

    /** Of exact numbers, by their sum and the sum of their squares. */
    private static final class Exact implements Accumulator {
        private final boolean sample;
        private final boolean root;
        private BigDecimal sum = BigDecimal.ZERO;
        private BigDecimal squares = BigDecimal.ZERO;
        private long count;

        Exact(boolean sample, boolean root) {
            this.sample = sample;
            this.root = root;
        }

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            if (arguments[0] instanceof Number number) {
                BigDecimal value = Numbers.decimal(number);
                sum = sum.add(value);
                squares = squares.add(value.multiply(value));
                count++;
            }
        }

        @Override
        public @Nullable Object result() {
            if (count == 0 || (sample && count == 1)) {
                return null;
            }
            BigDecimal n = BigDecimal.valueOf(count);
            BigDecimal numerator = n.multiply(squares).subtract(sum.multiply(sum));
            if (numerator.signum() <= 0) {
                return BigDecimal.ZERO;
            }
            BigDecimal divisor = n.multiply(sample ? n.subtract(BigDecimal.ONE) : n);
            BigDecimal variance = Numbers.divide(numerator, divisor);
            return root ? NumericMath.sqrt(variance, variance.scale()) : variance;
        }
    }

    /** Of reals, by the method of Youngs and Cramer. */
    private static final class Real implements Accumulator {
        private final boolean sample;
        private final boolean root;
        private double count;
        private double sum;
        private double squares;

        Real(boolean sample, boolean root) {
            this.sample = sample;
            this.root = root;
        }

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            if (arguments[0] instanceof Number number) {
                double value = number.doubleValue();
                count++;
                sum += value;
                if (count > 1) {
                    double distance = value * count - sum;
                    squares += distance * distance / (count * (count - 1));
                } else if (!Double.isFinite(value)) {
                    squares = Double.NaN;
                }
            }
        }

        @Override
        public @Nullable Object result() {
            if (count == 0 || (sample && count == 1)) {
                return null;
            }
            double variance = squares / (sample ? count - 1 : count);
            return root ? Math.sqrt(variance) : variance;
        }
    }

    /** Of pairs of y and x. */
    private static final class Pairs implements Accumulator {
        private final String name;
        private double count;
        private double sumX;
        private double sumY;
        private double squaresX;
        private double squaresY;
        private double products;

        Pairs(String name) {
            this.name = name;
        }

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            if (arguments[0] instanceof Number first && arguments[1] instanceof Number second) {
                double y = first.doubleValue();
                double x = second.doubleValue();
                count++;
                sumX += x;
                sumY += y;
                if (count > 1) {
                    double distanceX = x * count - sumX;
                    double distanceY = y * count - sumY;
                    double scale = 1 / (count * (count - 1));
                    squaresX += distanceX * distanceX * scale;
                    squaresY += distanceY * distanceY * scale;
                    products += distanceX * distanceY * scale;
                }
            }
        }

        @Override
        public @Nullable Object result() {
            if (name.equals("regr_count")) {
                return (long) count;
            }
            return count == 0 || (name.equals("covar_samp") && count == 1) ? null : statistic();
        }

        private @Nullable Double statistic() {
            return switch (name) {
                case "covar_pop" -> products / count;
                case "covar_samp" -> products / (count - 1);
                case "regr_sxx" -> squaresX;
                case "regr_syy" -> squaresY;
                case "regr_sxy" -> products;
                case "regr_avgx" -> sumX / count;
                case "regr_avgy" -> sumY / count;
                case "corr" ->
                    squaresX == 0 || squaresY == 0 ? null : (Double) (products / Math.sqrt(squaresX * squaresY));
                case "regr_slope" -> squaresX == 0 ? null : (Double) (products / squaresX);
                case "regr_intercept" -> squaresX == 0 ? null : (Double) ((sumY - sumX * products / squaresX) / count);
                default ->
                    squaresX == 0
                            ? null
                            : squaresY == 0 ? (Double) 1.0 : (Double) (products * products / (squaresX * squaresY));
            };
        }
    }
}
