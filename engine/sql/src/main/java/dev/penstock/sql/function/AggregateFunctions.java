package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Aggregates (chapter 9.21). NULL arguments are passed over except where the chapter says otherwise. */
public final class AggregateFunctions {
    private static final List<String> ORDERED = List.of(
            "int2",
            "int4",
            "int8",
            "numeric",
            "float4",
            "float8",
            "text",
            "bpchar",
            "date",
            "time",
            "timetz",
            "timestamp",
            "timestamptz",
            "interval",
            "inet",
            "anyarray",
            "money");

    private AggregateFunctions() {}

    /** The aggregates. */
    public static List<AggregateDefinition> aggregates() {
        var all = new ArrayList<AggregateDefinition>();
        sum(all, "int2", "int8");
        sum(all, "int4", "int8");
        sum(all, "int8", "numeric");
        sum(all, "numeric", "numeric");
        sum(all, "float4", "float4");
        sum(all, "float8", "float8");
        for (String type : List.of("int2", "int4", "int8", "numeric")) {
            all.add(AggregateDefinition.of("avg", type + "->numeric", () -> new Average("numeric")));
        }
        all.add(AggregateDefinition.of("avg", "float4->float8", () -> new Average("float8")));
        all.add(AggregateDefinition.of("avg", "float8->float8", () -> new Average("float8")));
        all.add(AggregateDefinition.of("sum", "interval->interval", () -> new Intervals(false)));
        all.add(AggregateDefinition.of("avg", "interval->interval", () -> new Intervals(true)));
        all.add(AggregateDefinition.of("sum", "money->money", () -> new Fold(AggregateFunctions::amounts)));
        for (String type : ORDERED) {
            all.add(AggregateDefinition.of("min", type + "->" + type, AggregateFunctions::least));
            all.add(AggregateDefinition.of("max", type + "->" + type, AggregateFunctions::greatest));
        }
        for (String name : List.of("bool_and", "every")) {
            all.add(AggregateDefinition.of(
                    name, "bool->bool", () -> new Fold((a, b) -> Boolean.TRUE.equals(a) ? b : a)));
        }
        all.add(AggregateDefinition.of(
                "bool_or", "bool->bool", () -> new Fold((a, b) -> Boolean.TRUE.equals(a) ? a : b)));
        all.add(AggregateDefinition.of("string_agg", "text,text->text", Text::new));
        all.add(AggregateDefinition.of("array_agg", "anyarray->anyarray", Array::new));
        all.add(AggregateDefinition.of("array_agg", "anyelement->anyelement[]", Array::new));
        return all;
    }

    private static void sum(List<AggregateDefinition> all, String type, String result) {
        all.add(AggregateDefinition.of("sum", type + "->" + result, () -> new Sum(result, false)));
    }

    /**
     * What makes the state of an aggregate that plans have and no query writes.
     *
     * @param name as the planner has it, in lower case
     * @param result the type of the result
     */
    public static Optional<Supplier<Accumulator>> internal(String name, String result) {
        return switch (name) {
            case "count" -> Optional.of(Count::new);
            case "$sum0" -> Optional.of(() -> new Sum(result, true));
            case "min" -> Optional.of(AggregateFunctions::least);
            case "max" -> Optional.of(AggregateFunctions::greatest);
            case "single_value" -> Optional.of(Single::new);
            case "any_value" -> Optional.of(() -> new Fold((a, b) -> a));
            default -> Optional.empty();
        };
    }

    private static Object amounts(Object sum, Object amount) {
        return ((BigDecimal) sum).add((BigDecimal) amount);
    }

    private static Accumulator least() {
        return new Fold((a, b) -> Values.compare(a, b) <= 0 ? a : b);
    }

    private static Accumulator greatest() {
        return new Fold((a, b) -> Values.compare(a, b) >= 0 ? a : b);
    }

    /** The same value whatever is taken in. */
    public static Accumulator constant(@Nullable Object value) {
        return new Accumulator() {
            @Override
            public void add(@Nullable Object[] arguments, FunctionContext context) {}

            @Override
            public @Nullable Object result() {
                return value;
            }
        };
    }

    private static final class Count implements Accumulator {
        private long count;

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            if (arguments.length == 0 || arguments[0] != null) {
                count++;
            }
        }

        @Override
        public Object result() {
            return count;
        }
    }

    private static final class Sum implements Accumulator {
        private final String resultType;
        private final boolean zeroForNone;
        private BigDecimal exact = BigDecimal.ZERO;
        private BigInteger whole = BigInteger.ZERO;
        /** What is not in {@code whole} yet. */
        private long small;

        private double real;
        private boolean any;

        Sum(String resultType, boolean zeroForNone) {
            this.resultType = resultType;
            this.zeroForNone = zeroForNone;
        }

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            if (arguments[0] instanceof Number number) {
                any = true;
                if (number instanceof Long integer) {
                    add(integer);
                } else if (number instanceof Double value) {
                    real += value;
                } else {
                    exact = exact.add(Numbers.decimal(number));
                }
            }
        }

        @Override
        public @Nullable Object result() {
            if (!any && !zeroForNone) {
                return null;
            }
            return switch (resultType) {
                case "int8", "int4", "int2" -> Numbers.bigint(whole());
                case "float8", "float4" -> real;
                default -> exact.add(new BigDecimal(whole()));
            };
        }

        private void add(long integer) {
            long sum = small + integer;
            if (((small ^ sum) & (integer ^ sum)) < 0) {
                whole = whole();
                small = integer;
            } else {
                small = sum;
            }
        }

        private BigInteger whole() {
            return whole.add(BigInteger.valueOf(small));
        }
    }

    private static final class Average implements Accumulator {
        private final Sum sum;
        private long count;

        Average(String resultType) {
            this.sum = new Sum(resultType, false);
        }

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            if (arguments[0] != null) {
                count++;
                sum.add(arguments, context);
            }
        }

        @Override
        public @Nullable Object result() {
            Object total = sum.result();
            if (total == null) {
                return null;
            }
            return total instanceof Double real
                    ? (Object) (real / count)
                    : Numbers.divide((BigDecimal) total, BigDecimal.valueOf(count));
        }
    }

    private static final class Intervals implements Accumulator {
        private final boolean average;
        private Interval sum = new Interval(0, 0, 0);
        private long count;

        Intervals(boolean average) {
            this.average = average;
        }

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            if (arguments[0] instanceof Interval interval) {
                count++;
                sum = Times.sum(sum, interval);
            }
        }

        @Override
        public @Nullable Object result() {
            if (count == 0) {
                return null;
            }
            return average ? Times.scale(sum, part -> part / count) : sum;
        }
    }

    private static final class Fold implements Accumulator {
        private final BinaryOperator<Object> step;
        private @Nullable Object value;

        Fold(BinaryOperator<Object> step) {
            this.step = step;
        }

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            Object next = arguments[0];
            if (next != null) {
                Object before = value;
                value = before == null ? next : step.apply(before, next);
            }
        }

        @Override
        public @Nullable Object result() {
            return value;
        }
    }

    private static final class Text implements Accumulator {
        private final StringBuilder text = new StringBuilder();
        private boolean any;

        @Override
        public boolean keepsValues() {
            return true;
        }

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            if (arguments[0] != null) {
                if (any && arguments.length > 1 && arguments[1] != null) {
                    text.append(arguments[1]);
                }
                any = true;
                text.append(arguments[0]);
            }
        }

        @Override
        public @Nullable Object result() {
            return any ? text.toString() : null;
        }
    }

    private static final class Array implements Accumulator {
        private final List<@Nullable Object> elements = new ArrayList<>();

        @Override
        public boolean keepsValues() {
            return true;
        }

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            elements.add(arguments[0]);
        }

        @Override
        public @Nullable Object result() {
            return elements.isEmpty() ? null : Collections.unmodifiableList(new ArrayList<>(elements));
        }
    }

    private static final class Single implements Accumulator {
        private @Nullable Object value;
        private boolean any;

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            if (any) {
                throw new EngineException(
                        ErrorCode.TOO_MANY_ROWS, "more than one row returned by a subquery used as an expression");
            }
            any = true;
            value = arguments[0];
        }

        @Override
        public @Nullable Object result() {
            return value;
        }
    }
}
