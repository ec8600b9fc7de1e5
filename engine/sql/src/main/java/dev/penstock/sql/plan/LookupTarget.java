package dev.penstock.sql.plan;

import dev.penstock.spi.table.GetCall;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;

/**
 * A scan below a side of a join that can be read by the values that the join's other side gives.
 *
 * @param scan the scan
 * @param columns the key columns that get their values from there
 * @param pairs for each of them, which of the join's key pairs gives it
 */
record LookupTarget(ApiTableScan scan, List<String> columns, List<Integer> pairs) {

    /**
     * The scan that a side can be read through, where its rows may be left out that have none of the keys.
     *
     * @param fields the side's fields that must equal something, in the order of the join's key pairs
     * @param usable which of these never match NULL
     */
    static Optional<LookupTarget> of(RelNode side, List<Integer> fields, List<Boolean> usable) {
        var byScan = new LinkedHashMap<ApiTableScan, Map<String, Integer>>();
        for (int pair = 0; pair < fields.size(); pair++) {
            int place = pair;
            // Where NULL equals NULL, a key that is NULL could not be asked for.
            trace(side, fields.get(pair))
                    .filter(column -> usable.get(place) || column.neverNull())
                    .ifPresent(column -> byScan.computeIfAbsent(column.scan(), scan -> new LinkedHashMap<>())
                            .putIfAbsent(column.name(), place));
        }
        return byScan.entrySet().stream()
                .flatMap(scan -> of(scan.getKey(), scan.getValue()).stream())
                .findFirst();
    }

    private static Optional<LookupTarget> of(ApiTableScan scan, Map<String, Integer> given) {
        return keyColumns(scan, given.keySet()).map(columns -> {
            List<String> all = new ArrayList<>(columns);
            if (given.containsKey(ApiTable.CONNECTION_NAME)) {
                all.add(ApiTable.CONNECTION_NAME);
            }
            return new LookupTarget(scan, all, all.stream().map(given::get).toList());
        });
    }

    /** The columns whose values make calls by key: those of the listing per key, or that of a look-up. */
    private static Optional<List<String>> keyColumns(ApiTableScan scan, Set<String> given) {
        Table<?> table = scan.definition();
        Set<String> fixed = scan.keys().keySet();
        Optional<? extends KeySource<?, ?>> keys = table.list().keys();
        if (keys.isPresent() && !(keys.get().origin() instanceof KeySource.Configured<?, ?>)) {
            Set<String> open = new HashSet<>(keys.get().columns());
            open.removeAll(fixed);
            if (!open.isEmpty() && given.containsAll(open)) {
                return Optional.of(
                        keys.get().columns().stream().filter(open::contains).toList());
            }
        }
        if (table.lookups().stream().anyMatch(lookup -> fixed.contains(lookup.column()))) {
            return Optional.empty();
        }
        return table.lookups().stream()
                .map(GetCall::column)
                .filter(given::contains)
                .findFirst()
                .map(List::of);
    }

    /** Whether the scan has no rows without these values. */
    boolean isRequired() {
        Optional<? extends KeySource<?, ?>> keys = scan.definition().list().keys();
        return keys.isPresent() && keys.get().origin() instanceof KeySource.FromQuery<?, ?>;
    }

    /** Whether the other side is the whole listing that the scan would take its keys from: then nothing is left out. */
    boolean isWholeParent(RelNode other) {
        RelNode node = other;
        while (node instanceof Project project && !project.containsOver()) {
            node = project.getInput();
        }
        return node instanceof ApiTableScan whole
                && whole.keys().isEmpty()
                && whole.limit().isEmpty()
                && scan.definition()
                        .list()
                        .keys()
                        .flatMap(KeySource::parent)
                        .filter(parent -> parent.operation()
                                .equals(whole.definition().list().operation()))
                        .isPresent();
    }

    /** The column of a scan that a field is, where leaving rows out at the scan leaves them out here, and no others. */
    private static Optional<Column> trace(RelNode node, int field) {
        if (node instanceof ApiTableScan scan) {
            return Optional.of(new Column(scan, scan.columnName(field), false));
        }
        if (node instanceof Filter filter) {
            return trace(filter.getInput(), field)
                    .map(column ->
                            leavesNullOut(filter, field) ? new Column(column.scan(), column.name(), true) : column);
        }
        if (node instanceof Project project && !project.containsOver()) {
            RexNode expression = project.getProjects().get(field);
            return expression instanceof RexInputRef reference
                    ? trace(project.getInput(), reference.getIndex())
                    : Optional.empty();
        }
        if (node instanceof Aggregate aggregate) {
            return aggregate.getGroupType() == Aggregate.Group.SIMPLE && field < aggregate.getGroupCount()
                    ? trace(aggregate.getInput(), aggregate.getGroupSet().nth(field))
                    : Optional.empty();
        }
        if (node instanceof ProjectSet set
                && field < set.getInput().getRowType().getFieldCount()) {
            return trace(set.getInput(), field);
        }
        return node instanceof Join join ? trace(join, field) : Optional.empty();
    }

    private static Optional<Column> trace(Join join, int field) {
        int left = join.getLeft().getRowType().getFieldCount();
        JoinRelType type = join.getJoinType();
        if (field >= left) {
            return type == JoinRelType.INNER ? trace(join.getRight(), field - left) : Optional.empty();
        }
        return switch (type) {
            case INNER, LEFT, SEMI, ANTI -> trace(join.getLeft(), field);
            default -> Optional.empty();
        };
    }

    private static boolean leavesNullOut(Filter filter, int field) {
        return RelOptUtil.conjunctions(filter.getCondition()).stream()
                .filter(condition -> condition.isA(SqlKind.EQUALS) || condition.isA(SqlKind.IS_NOT_NULL))
                .flatMap(condition -> ((RexCall) condition).getOperands().stream())
                .anyMatch(operand -> operand instanceof RexInputRef reference && reference.getIndex() == field);
    }

    private record Column(ApiTableScan scan, String name, boolean neverNull) {}
}
