package dev.penstock.sql.execute;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import dev.penstock.sql.function.Numbers;
import dev.penstock.sql.function.Times;
import dev.penstock.sql.function.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The aggregates of PostgreSQL (chapter 9.21), by name. NULL arguments are passed over except where the chapter says otherwise. */
public final class Accumulators {
    private Accumulators() {}

    /**
     * What makes the state of an aggregate.
     *
     * @param name lower case
     * @param resultType PostgreSQL's name of the result's type: sums of one name differ by it
     * @throws EngineException with code NOT_SUPPORTED for an aggregate that is not here
     */
    public static Supplier<Accumulator> of(String name, String resultType) {
        return switch (name) {
            case "count" -> Count::new;
            case "sum", "$sum0" ->
                resultType.equals("interval")
                        ? () -> new Intervals(false)
                        : () -> new Sum(resultType, name.equals("$sum0"));
            case "avg" -> resultType.equals("interval") ? () -> new Intervals(true) : () -> new Average(resultType);
            case "min" -> () -> new Fold((a, b) -> Values.compare(a, b) <= 0 ? a : b);
            case "max" -> () -> new Fold((a, b) -> Values.compare(a, b) >= 0 ? a : b);
            case "bool_and", "every" -> () -> new Fold((a, b) -> Boolean.TRUE.equals(a) && Boolean.TRUE.equals(b));
            case "bool_or" -> () -> new Fold((a, b) -> Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b));
            case "string_agg" -> Text::new;
            case "array_agg" -> Array::new;
            case "single_value" -> Single::new;
            case "any_value" -> () -> new Fold((a, b) -> a);
            default ->
                throw new EngineException(ErrorCode.NOT_SUPPORTED, "the aggregate " + name + " is not supported yet");
        };
    }

    /** The same value whatever is taken in. */
    public static Accumulator constant(@Nullable Object value) {
        return new Accumulator() {
            @Override
            public void add(@Nullable Object[] arguments) {}

            @Override
            public @Nullable Object result() {
                return value;
            }
        };
    }

    private static final class Count implements Accumulator {
        private long count;

        @Override
        public void add(@Nullable Object[] arguments) {
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
        private double real;
        private boolean any;

        Sum(String resultType, boolean zeroForNone) {
            this.resultType = resultType;
            this.zeroForNone = zeroForNone;
        }

        @Override
        public void add(@Nullable Object[] arguments) {
            if (arguments[0] instanceof Number number) {
                any = true;
                if (number instanceof Long integer) {
                    whole = whole.add(BigInteger.valueOf(integer));
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
                case "int8", "int4", "int2" -> Numbers.bigint(whole);
                case "float8", "float4" -> real;
                default -> exact.add(new BigDecimal(whole));
            };
        }
    }

    private static final class Average implements Accumulator {
        private final Sum sum;
        private long count;

        Average(String resultType) {
            this.sum = new Sum(resultType, false);
        }

        @Override
        public void add(@Nullable Object[] arguments) {
            if (arguments[0] != null) {
                count++;
                sum.add(arguments);
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
        public void add(@Nullable Object[] arguments) {
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
        public void add(@Nullable Object[] arguments) {
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
        public void add(@Nullable Object[] arguments) {
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
        public void add(@Nullable Object[] arguments) {
            elements.add(arguments[0]);
        }

        @Override
        public @Nullable Object result() {
            return elements.isEmpty() ? null : Collections.unmodifiableList(elements);
        }
    }

    private static final class Single implements Accumulator {
        private @Nullable Object value;
        private boolean any;

        @Override
        public void add(@Nullable Object[] arguments) {
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
