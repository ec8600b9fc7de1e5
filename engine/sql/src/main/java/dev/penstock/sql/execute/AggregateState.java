package dev.penstock.sql.execute;

import dev.penstock.sql.function.Accumulator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of one aggregate over one group; keeps rows only if their order matters, arguments only if they must differ. */
final class AggregateState {
    private final Aggregate.Function call;
    private final Accumulator accumulator;
    private final @Nullable Object[] arguments;
    private final @Nullable RowTable<Seen> seen;
    private final List<@Nullable Object[]> waiting = new ArrayList<>(0);

    private static final class Seen extends RowTable.Entry<Seen> {
        Seen(@Nullable Object[] arguments) {
            super(arguments);
        }
    }

    AggregateState(Aggregate.Function call) {
        this.call = call;
        this.accumulator = call.accumulator().get();
        this.arguments = new @Nullable Object[call.arguments().size()];
        this.seen = call.distinct() ? new RowTable<>(RowKey.all(arguments.length)) : null;
    }

    void add(@Nullable Object[] row, Execution execution, Holding holding) {
        if (call.filter() >= 0 && !Boolean.TRUE.equals(row[call.filter()])) {
            return;
        }
        if (call.order().isEmpty()) {
            take(row, execution, holding);
        } else {
            holding.hold(row);
            waiting.add(row);
        }
    }

    private void take(@Nullable Object[] row, Execution execution, @Nullable Holding holding) {
        List<Integer> columns = call.arguments();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = row[columns.get(i)];
        }
        RowTable<Seen> before = seen;
        if (before != null) {
            if (before.find(arguments, RowKey.all(arguments.length)) != null) {
                return;
            }
            before.add(new Seen(arguments.clone()));
        }
        if (holding != null && (before != null || accumulator.keepsValues())) {
            holding.hold(arguments);
        }
        accumulator.add(arguments, execution.context());
    }

    @Nullable
    Object result(Execution execution) {
        waiting.sort(Sort.order(call.order()));
        waiting.forEach(row -> take(row, execution, null));
        waiting.clear();
        return accumulator.result();
    }
}
