package dev.penstock.sql.execute;

import dev.penstock.sql.function.Accumulator;
import java.util.ArrayList;
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
        return new Lazy(() -> Rows.over(groups(execution, holding)), holding::close);
    }

    private List<@Nullable Object[]> groups(Execution execution, Holding holding) {
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
        var results = new ArrayList<@Nullable Object[]>();
        all.forEach(groups -> groups.addResults(results));
        return results;
    }

    /** The groups of one set. */
    private final class Groups {
        private final List<Integer> set;
        private final RowKey inputKey;
        private final RowTable<Group> groups;
        private final Execution execution;
        private final Holding holding;

        Groups(List<Integer> set, Execution execution, Holding holding) {
            this.set = set;
            this.inputKey = new RowKey(set.stream().map(groupBy::get).toList());
            this.groups = new RowTable<>(RowKey.all(set.size()));
            this.execution = execution;
            this.holding = holding;
            if (set.isEmpty()) {
                groups.add(new Group(new @Nullable Object[0], calls));
            }
        }

        void add(@Nullable Object[] row) {
            Group group = groups.find(row, inputKey);
            if (group == null) {
                group = new Group(inputKey.of(row), calls);
                holding.hold(group.row());
                groups.add(group);
            }
            for (AggregateState state : group.states) {
                state.add(row, execution, holding);
            }
        }

        void addResults(List<@Nullable Object[]> results) {
            groups.entries().forEach(group -> results.add(result(group)));
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
                        : group.states[state++].result(execution);
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

        Group(@Nullable Object[] key, List<Call> calls) {
            super(key);
            this.states = calls.stream()
                    .filter(call -> call instanceof Function)
                    .map(call -> new AggregateState((Function) call))
                    .toArray(AggregateState[]::new);
        }
    }
}
