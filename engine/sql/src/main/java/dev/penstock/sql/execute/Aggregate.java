package dev.penstock.sql.execute;

import dev.penstock.sql.function.Accumulator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Groups of rows: the group's columns, then its aggregates. Rows are grouped once for each grouping set; a set without
 * columns makes one group, also of no rows.
 *
 * @param groupBy columns of the input
 * @param sets the grouping sets, as places in {@code groupBy}; the columns that a set leaves out are NULL in its groups
 */
public record Aggregate(Operator input, List<Integer> groupBy, List<List<Integer>> sets, List<Call> calls)
        implements Operator {

    /** What a group's state of an aggregate holds besides what it keeps of rows, about. */
    private static final long STATE_BYTES = 64;

    /** What stands behind the columns of a group. */
    public sealed interface Call {}

    /**
     * An aggregate.
     *
     * @param arguments columns of the input
     * @param filter the column that must be true for a row to count, -1 for none
     * @param order in which rows are taken in; none for any
     */
    public record Function(
            Supplier<Accumulator> accumulator,
            List<Integer> arguments,
            boolean distinct,
            int filter,
            List<Sort.Key> order)
            implements Call {}

    /**
     * A bit for each of some columns of the group: whether the group's set leaves it out.
     *
     * @param columns places in {@code groupBy}
     */
    public record Grouping(List<Integer> columns) implements Call {}

    @Override
    public Cursor open(Execution execution) {
        var holding = new Holding(execution);
        return new Lazy(() -> results(execution, holding), holding::close);
    }

    private Cursor results(Execution execution, Holding holding) {
        List<Groups> all =
                sets.stream().map(set -> new Groups(set, execution, holding)).toList();
        try (Cursor rows = input.open(execution)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                execution.checkCanceled();
                for (Groups groups : all) {
                    groups.add(row);
                }
            }
        }
        return Rows.concatenation(all.stream().map(Groups::results).iterator());
    }

    /** The groups of one set. */
    private final class Groups {
        private final List<Integer> set;
        private final RowKey inputKey;
        private final RowTable<Group> groups;
        private final List<AggregateState.Input> inputs;
        private final Holding holding;

        Groups(List<Integer> set, Execution execution, Holding holding) {
            this.set = set;
            this.inputKey = new RowKey(set.stream().map(groupBy::get).toList());
            this.groups = new RowTable<>(RowKey.all(set.size()));
            this.inputs = calls.stream()
                    .filter(call -> call instanceof Function)
                    .map(call -> new AggregateState.Input((Function) call, execution, holding))
                    .toList();
            this.holding = holding;
            if (set.isEmpty()) {
                groups.add(new Group(new @Nullable Object[0], inputs));
            }
        }

        void add(@Nullable Object[] row) {
            Group group = groups.find(row, inputKey);
            if (group == null) {
                group = new Group(inputKey.of(row), inputs);
                holding.hold(group.row(), STATE_BYTES * inputs.size());
                groups.add(group);
            }
            for (int i = 0; i < group.states.length; i++) {
                group.states[i].add(inputs.get(i), row);
            }
        }

        /** Made as they are pulled: the groups are held already. */
        Cursor results() {
            Iterator<Group> left = groups.entries().iterator();
            return new Cursor() {
                @Override
                public @Nullable Object @Nullable [] next() {
                    return left.hasNext() ? result(left.next()) : null;
                }

                @Override
                public void close() {}
            };
        }

        private @Nullable Object[] result(Group group) {
            Object[] row = new @Nullable Object[groupBy.size() + calls.size()];
            for (int i = 0; i < set.size(); i++) {
                row[set.get(i)] = group.row()[i];
            }
            int state = 0;
            for (int i = 0; i < calls.size(); i++) {
                row[groupBy.size() + i] = calls.get(i) instanceof Grouping grouping
                        ? (Object) bits(grouping)
                        : group.states[state].result(inputs.get(state++)); // the state's own input
            }
            return row;
        }

        private long bits(Grouping grouping) {
            long bits = 0;
            for (int column : grouping.columns()) {
                bits = 2 * bits + (set.contains(column) ? 0 : 1);
            }
            return bits;
        }
    }

    /** A group: its key and the state of its aggregates. */
    private static final class Group extends RowTable.Entry<Group> {
        private final AggregateState[] states;

        Group(@Nullable Object[] key, List<AggregateState.Input> inputs) {
            super(key);
            this.states = inputs.stream().map(AggregateState.Input::begin).toArray(AggregateState[]::new);
        }
    }
}
