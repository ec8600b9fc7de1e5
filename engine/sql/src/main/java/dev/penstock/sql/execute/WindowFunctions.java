package dev.penstock.sql.execute;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.Accumulator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The window functions of PostgreSQL (chapter 9.22), and aggregates over frames. */
public final class WindowFunctions {
    private WindowFunctions() {}

    /**
     * A window function.
     *
     * @param arguments the columns that hold its arguments
     * @throws EngineException with code NOT_SUPPORTED for one that is not here
     */
    public static WindowFunction of(String name, List<Integer> arguments) {
        return switch (name) {
            case "row_number" -> (partition, frame, execution) -> place -> (long) place + 1;
            case "rank" -> (partition, frame, execution) -> place -> (long) partition.firstPeer(place) + 1;
            case "dense_rank" -> (partition, frame, execution) -> place -> (long) partition.group(place) + 1;
            case "percent_rank" ->
                (partition, frame, execution) -> place ->
                        partition.size() < 2 ? 0.0 : partition.firstPeer(place) / (double) (partition.size() - 1);
            case "cume_dist" ->
                (partition, frame, execution) -> place -> partition.afterPeers(place) / (double) partition.size();
            case "ntile" -> (partition, frame, execution) -> ntile(partition, arguments.get(0));
            case "lag" -> (partition, frame, execution) -> place -> neighbour(partition, place, arguments, -1);
            case "lead" -> (partition, frame, execution) -> place -> neighbour(partition, place, arguments, 1);
            case "first_value" ->
                (partition, frame, execution) -> place -> nth(partition, frame, place, 1, arguments.get(0));
            case "last_value" ->
                (partition, frame, execution) -> place -> last(partition, frame, place, arguments.get(0));
            case "nth_value" -> (partition, frame, execution) -> place -> nth(partition, frame, place, arguments);
            default ->
                throw new EngineException(
                        ErrorCode.NOT_SUPPORTED, "the window function " + name + " is not supported yet");
        };
    }

    private static WindowFunction.OfPartition ntile(WindowPartition partition, int column) {
        Object wanted = partition.row(0)[column];
        if (wanted == null) {
            return place -> null;
        }
        long buckets = (Long) wanted;
        if (buckets <= 0) {
            throw new EngineException(
                    ErrorCode.INVALID_ARGUMENT_FOR_NTILE, "argument of ntile must be greater than zero");
        }
        long small = partition.size() / buckets;
        long inLarge = (partition.size() % buckets) * (small + 1);
        return place ->
                place < inLarge ? place / (small + 1) + 1 : (place - inLarge) / small + partition.size() % buckets + 1;
    }

    private static @Nullable Object neighbour(
            WindowPartition partition, int place, List<Integer> arguments, int direction) {
        @Nullable Object[] row = partition.row(place);
        long by = 1;
        if (arguments.size() > 1) {
            Object offset = row[arguments.get(1)];
            if (offset == null) {
                return null;
            }
            by = (Long) offset;
        }
        long other = place + direction * by;
        if (other >= 0 && other < partition.size()) {
            return partition.row((int) other)[arguments.get(0)];
        }
        return arguments.size() > 2 ? row[arguments.get(2)] : null;
    }

    private static @Nullable Object nth(WindowPartition partition, Frame frame, int place, List<Integer> arguments) {
        Object n = partition.row(place)[arguments.get(1)];
        if (n == null) {
            return null;
        }
        if ((Long) n <= 0) {
            throw new EngineException(
                    ErrorCode.INVALID_ARGUMENT_FOR_NTH_VALUE, "argument of nth_value must be greater than zero");
        }
        return nth(partition, frame, place, (Long) n, arguments.get(0));
    }

    private static @Nullable Object nth(WindowPartition partition, Frame frame, int place, long n, int column) {
        long left = n;
        int to = frame.to(partition, place);
        for (int i = frame.from(partition, place); i < to; i++) {
            if (!frame.excludes(partition, place, i) && --left == 0) {
                return partition.row(i)[column];
            }
        }
        return null;
    }

    private static @Nullable Object last(WindowPartition partition, Frame frame, int place, int column) {
        int from = frame.from(partition, place);
        for (int i = frame.to(partition, place) - 1; i >= from; i--) {
            if (!frame.excludes(partition, place, i)) {
                return partition.row(i)[column];
            }
        }
        return null;
    }

    /**
     * An aggregate over each row's frame.
     *
     * @param arguments the columns that hold its arguments
     * @param filter the column that must be true for a row to count, -1 for none
     */
    public static WindowFunction aggregate(Supplier<Accumulator> accumulator, List<Integer> arguments, int filter) {
        return (partition, frame, execution) -> frame.onlyGrows()
                ? new Growing(partition, frame, accumulator.get(), arguments, filter, execution)
                : place -> {
                    Accumulator fresh = accumulator.get();
                    int to = frame.to(partition, place);
                    for (int i = frame.from(partition, place); i < to; i++) {
                        execution.checkCanceled();
                        if (!frame.excludes(partition, place, i)) {
                            take(fresh, partition.row(i), arguments, filter, execution);
                        }
                    }
                    return fresh.result();
                };
    }

    private static void take(
            Accumulator accumulator, @Nullable Object[] row, List<Integer> arguments, int filter, Execution execution) {
        if (filter >= 0 && !Boolean.TRUE.equals(row[filter])) {
            return;
        }
        Object[] values = new @Nullable Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row[arguments.get(i)];
        }
        accumulator.add(values, execution.context());
    }

    /** One state for the whole partition; the frame's end only moves forward. */
    private static final class Growing implements WindowFunction.OfPartition {
        private final WindowPartition partition;
        private final Frame frame;
        private final Accumulator accumulator;
        private final List<Integer> arguments;
        private final int filter;
        private final Execution execution;
        private int taken;
        private int last = -1;
        private @Nullable Object value;

        Growing(
                WindowPartition partition,
                Frame frame,
                Accumulator accumulator,
                List<Integer> arguments,
                int filter,
                Execution execution) {
            this.execution = execution;
            this.partition = partition;
            this.frame = frame;
            this.accumulator = accumulator;
            this.arguments = arguments;
            this.filter = filter;
        }

        @Override
        public @Nullable Object value(int place) {
            int to = frame.to(partition, place);
            if (to != last) {
                for (; taken < to; taken++) {
                    take(accumulator, partition.row(taken), arguments, filter, execution);
                }
                last = to;
                value = accumulator.result();
            }
            return value;
        }
    }
}
