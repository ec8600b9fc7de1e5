package dev.penstock.sql.execute;

import dev.penstock.sql.function.Accumulator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one aggregate over one group; keeps rows only if their order matters, arguments only if they must differ.
 * There is one for each group: what groups share stands in {@link Input}.
 */
final class AggregateState {
    private final Accumulator accumulator;
    private final @Nullable RowTable<Seen> seen;
    private final @Nullable List<@Nullable Object[]> waiting;

    private static final class Seen extends RowTable.Entry<Seen> {
        Seen(@Nullable Object[] arguments) {
            super(arguments);
        }
    }

    /** What an aggregate takes from rows, whichever group they belong to. */
    static final class Input {
        private final Aggregate.Function call;
        private final Execution execution;
        private final Holding holding;
        private final int[] columns;
        private final RowKey all;
        /** Of the row at hand. */
        private final @Nullable Object[] arguments;

        Input(Aggregate.Function call, Execution execution, Holding holding) {
            this.call = call;
            this.execution = execution;
            this.holding = holding;
            this.columns = call.arguments().stream().mapToInt(Integer::intValue).toArray();
            this.all = RowKey.all(columns.length);
            this.arguments = new @Nullable Object[columns.length];
        }

        /** The state of a new group. */
        AggregateState begin() {
            return new AggregateState(this);
        }

        private boolean passes(@Nullable Object[] row) {
            return call.filter() < 0 || Boolean.TRUE.equals(row[call.filter()]);
        }

        private void read(@Nullable Object[] row) {
            for (int i = 0; i < columns.length; i++) {
                arguments[i] = row[columns[i]];
            }
        }
    }

    private AggregateState(Input input) {
        this.accumulator = input.call.accumulator().get();
        this.seen = input.call.distinct() ? new RowTable<>(input.all) : null;
        this.waiting = input.call.order().isEmpty() ? null : new ArrayList<>(0);
    }

    void add(Input input, @Nullable Object[] row) {
        if (!input.passes(row)) {
            return;
        }
        if (waiting != null) {
            input.holding.hold(row);
            waiting.add(row);
            return;
        }
        input.read(row);
        if (isNew(input)) {
            if (seen != null || accumulator.keepsValues()) {
                input.holding.hold(input.arguments);
            }
            accumulator.add(input.arguments, input.execution.context());
        }
    }

    private boolean isNew(Input input) {
        if (seen == null) {
            return true;
        }
        if (seen.find(input.arguments, input.all) != null) {
            return false;
        }
        seen.add(new Seen(input.arguments.clone()));
        return true;
    }

    @Nullable
    Object result(Input input) {
        if (waiting != null) {
            waiting.sort(Sort.order(input.call.order()));
            for (@Nullable Object[] row : waiting) {
                input.read(row);
                if (isNew(input)) {
                    accumulator.add(input.arguments, input.execution.context());
                }
            }
            waiting.clear();
        }
        return accumulator.result();
    }
}
