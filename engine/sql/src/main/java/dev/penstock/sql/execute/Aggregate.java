package dev.penstock.sql.execute;

import dev.penstock.sql.function.Accumulator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Groups of rows: the group's columns, then its aggregates. Without columns there is one group, also of no rows.
 *
 * @param groupBy columns of the input
 */
public record Aggregate(Operator input, List<Integer> groupBy, List<Call> calls) implements Operator {

    /**
     * One aggregate.
     *
     * @param arguments columns of the input
     * @param filter the column that must be true for a row to count, -1 for none
     * @param order in which rows are taken in; none for any
     */
    public record Call(
            Supplier<Accumulator> accumulator,
            List<Integer> arguments,
            boolean distinct,
            int filter,
            List<Sort.Key> order) {}

    @Override
    public Cursor open(Execution execution) {
        return new Lazy(() -> Rows.over(groups(execution)));
    }

    private List<@Nullable Object[]> groups(Execution execution) {
        Map<List<@Nullable Object>, Group> groups = new LinkedHashMap<>();
        if (groupBy.size() == 0) {
            groups.put(List.of(), new Group(new @Nullable Object[0]));
        }
        try (Cursor rows = input.open(execution)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                execution.checkCanceled();
                group(groups, row, execution).add(row, execution);
            }
        }
        var results = new ArrayList<@Nullable Object[]>();
        groups.values().forEach(group -> results.add(group.result(execution)));
        return results;
    }

    private Group group(Map<List<@Nullable Object>, Group> groups, @Nullable Object[] row, Execution execution) {
        List<@Nullable Object> key = Rows.key(row, groupBy);
        Group group = groups.get(key);
        if (group == null) {
            Object[] values = new @Nullable Object[groupBy.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row[groupBy.get(i)];
            }
            execution.memory().hold(values);
            group = new Group(values);
            groups.put(key, group);
        }
        return group;
    }

    /** The state of one group. */
    private final class Group {
        private final @Nullable Object[] values;
        private final List<State> states = new ArrayList<>();

        Group(@Nullable Object[] values) {
            this.values = values;
            calls.forEach(call -> states.add(new State(call)));
        }

        void add(@Nullable Object[] row, Execution execution) {
            states.forEach(state -> state.add(row, execution));
        }

        @Nullable
        Object[] result(Execution execution) {
            Object[] row = new @Nullable Object[values.length + states.size()];
            System.arraycopy(values, 0, row, 0, values.length);
            for (int i = 0; i < states.size(); i++) {
                row[values.length + i] = states.get(i).result(execution);
            }
            return row;
        }
    }

    /** The state of one aggregate; keeps rows only if their order matters. */
    private static final class State {
        private final Call call;
        private final Accumulator accumulator;
        private final Set<List<@Nullable Object>> seen = new HashSet<>();
        private final List<@Nullable Object[]> waiting = new ArrayList<>();

        State(Call call) {
            this.call = call;
            this.accumulator = call.accumulator().get();
        }

        void add(@Nullable Object[] row, Execution execution) {
            if (call.filter() >= 0 && !Boolean.TRUE.equals(row[call.filter()])) {
                return;
            }
            if (call.order().isEmpty()) {
                take(row, execution);
            } else {
                execution.memory().hold(row);
                waiting.add(row);
            }
        }

        private void take(@Nullable Object[] row, Execution execution) {
            Object[] arguments = new @Nullable Object[call.arguments().size()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = row[call.arguments().get(i)];
            }
            if (!call.distinct() || seen.add(Rows.key(arguments))) {
                accumulator.add(arguments, execution.context());
            }
        }

        @Nullable
        Object result(Execution execution) {
            waiting.sort(Sort.order(call.order()));
            waiting.forEach(row -> take(row, execution));
            return accumulator.result();
        }
    }
}
