package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates of values in an order that WITHIN GROUP gives (chapter 9.21). Their arguments are those before it and then the
 * ordered value; rows come in that order.
 */
public final class OrderedSetAggregates {
    /** What the names end with: no query can write them unquoted. */
    public static final String SUFFIX = " within group";

    /** The names that a query writes. */
    public static final Set<String> NAMES = Set.of("percentile_cont", "percentile_disc", "mode");

    private OrderedSetAggregates() {}

    /** The aggregates. */
    public static List<AggregateDefinition> aggregates() {
        var all = new ArrayList<AggregateDefinition>();
        for (String type : List.of("float8", "interval")) {
            percentile(all, "percentile_cont", type, OrderedSetAggregates::between);
        }
        percentile(all, "percentile_disc", "anyelement", OrderedSetAggregates::at);
        all.add(AggregateDefinition.of("mode" + SUFFIX, "anyelement->anyelement", Mode::new));
        return all;
    }

    private static void percentile(
            List<AggregateDefinition> all, String name, String type, BiFunction<List<Object>, Double, Object> of) {
        Supplier<Accumulator> percentile = () -> new Percentile(of);
        all.add(AggregateDefinition.of(name + SUFFIX, "float8," + type + "->" + type, percentile));
        all.add(AggregateDefinition.of(name + SUFFIX, "float8[]," + type + "->" + type + "[]", percentile));
    }

    /** The value at a share of the way from the first to the last, between its two neighbours. */
    private static Object between(List<Object> sorted, double share) {
        double place = share * (sorted.size() - 1);
        Object low = sorted.get((int) Math.floor(place));
        Object high = sorted.get((int) Math.ceil(place));
        double part = place - Math.floor(place);
        if (low.equals(high)) {
            return low;
        }
        return low instanceof Interval from
                ? Times.sum(from, Times.scale(Times.sum((Interval) high, Times.negate(from)), x -> x * part))
                : (Object) ((Double) low + ((Double) high - (Double) low) * part);
    }

    /** The first value up to which there is at least that share of all. */
    private static Object at(List<Object> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    private static final class Percentile implements Accumulator {
        private final BiFunction<List<Object>, Double, Object> of;
        private final List<Object> sorted = new ArrayList<>();
        private @Nullable Object share;

        Percentile(BiFunction<List<Object>, Double, Object> of) {
            this.of = of;
        }

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            share = arguments[0];
            if (arguments[1] != null) {
                sorted.add(arguments[1]);
            }
        }

        @Override
        public @Nullable Object result() {
            if (share instanceof List<?> shares && !sorted.isEmpty()) {
                var values = new ArrayList<@Nullable Object>();
                shares.forEach(one -> values.add(value(one)));
                return values;
            }
            return value(share);
        }

        private @Nullable Object value(@Nullable Object wanted) {
            if (!(wanted instanceof Double fraction)) {
                return null;
            }
            if (!(fraction >= 0 && fraction <= 1)) {
                throw new EngineException(
                        ErrorCode.NUMERIC_OUT_OF_RANGE,
                        "percentile value "
                                + new BigDecimal(fraction.toString())
                                        .stripTrailingZeros()
                                        .toPlainString() + " is not between 0 and 1");
            }
            return sorted.isEmpty() ? null : of.apply(sorted, fraction);
        }

        @Override
        public boolean keepsValues() {
            return true;
        }
    }

    /** The value that comes most often, the first of several. */
    private static final class Mode implements Accumulator {
        private @Nullable Object last;
        private long times;
        private @Nullable Object most;
        private long mostTimes;

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            Object value = arguments[0];
            if (value == null) {
                return;
            }
            boolean again = last != null && Values.compare(last, value) == 0;
            times = again ? times + 1 : 1;
            last = again ? Objects.requireNonNull(last) : value;
            if (times > mostTimes) {
                mostTimes = times;
                most = last;
            }
        }

        @Override
        public @Nullable Object result() {
            return most;
        }
    }
}
