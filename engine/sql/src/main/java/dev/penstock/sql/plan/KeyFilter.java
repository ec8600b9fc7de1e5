package dev.penstock.sql.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.NlsString;

/**
 * Tells a scan which values of its key columns a filter above it allows: {@code =}, {@code IN} and alternatives of
 * these with constants. The filter stays, so a value is only ever a promise of fewer calls.
 */
final class KeyFilter {
    private KeyFilter() {}

    /** The filter over a scan that knows its keys. */
    static RelNode push(Filter filter, ApiTableScan scan) {
        ApiTableScan narrowed = scan;
        var rexBuilder = filter.getCluster().getRexBuilder();
        for (RexNode condition : RelOptUtil.conjunctions(filter.getCondition())) {
            RexNode expanded = RexUtil.expandSearch(rexBuilder, null, condition);
            Optional<Allowed> allowed = allowed(expanded);
            if (allowed.isPresent()) {
                String column = scan.columnName(allowed.get().field());
                if (scan.apiTable().isKey(column)) {
                    narrowed = narrowed.withKey(column, allowed.get().values());
                }
            }
        }
        return filter.copy(filter.getTraitSet(), List.of(narrowed));
    }

    /** The one field that a condition fixes, and the values that it allows; empty if it fixes none. */
    private static Optional<Allowed> allowed(RexNode condition) {
        if (condition.isA(SqlKind.OR)) {
            return alternatives((RexCall) condition);
        }
        if (condition.isA(SqlKind.NOT)) {
            return truth(((RexCall) condition).getOperands().get(0), false);
        }
        if (!condition.isA(SqlKind.EQUALS)) {
            return truth(condition, true);
        }
        List<RexNode> sides = ((RexCall) condition).getOperands();
        Optional<Allowed> straight = equality(sides.get(0), sides.get(1));
        return straight.isPresent() ? straight : equality(sides.get(1), sides.get(0));
    }

    private static Optional<Allowed> alternatives(RexCall or) {
        var values = new TreeSet<String>();
        int field = -1;
        for (RexNode alternative : or.getOperands()) {
            Optional<Allowed> one = allowed(alternative);
            if (one.isEmpty() || (field >= 0 && one.get().field() != field)) {
                return Optional.empty();
            }
            field = one.get().field();
            values.addAll(one.get().values());
        }
        return Optional.of(new Allowed(field, values));
    }

    private static Optional<Allowed> equality(RexNode column, RexNode value) {
        if (!(column instanceof RexInputRef reference) || !(value instanceof RexLiteral literal)) {
            return Optional.empty();
        }
        if (literal.isNull()) {
            return Optional.of(new Allowed(reference.getIndex(), Set.of()));
        }
        if (literal.getValue() instanceof Boolean truth) {
            return truth(column, truth);
        }
        return literal.getValue() instanceof NlsString text
                ? Optional.of(new Allowed(reference.getIndex(), Set.of(text.getValue())))
                : Optional.empty();
    }

    /** A boolean column that stands for itself, or for its opposite. */
    private static Optional<Allowed> truth(RexNode condition, boolean value) {
        return condition instanceof RexInputRef column && SqlTypeUtil.isBoolean(column.getType())
                ? Optional.of(new Allowed(column.getIndex(), Set.of(String.valueOf(value))))
                : Optional.empty();
    }

    private record Allowed(int field, Set<String> values) {}
}
