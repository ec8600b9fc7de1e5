package dev.penstock.sql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.util.Optionality;

/**
 * An aggregate whose last arguments are the keys by which it takes its rows. Decorrelation moves the arguments of
 * aggregates to their new places, but not what they are ordered by.
 */
final class OrderedAggregate extends SqlAggFunction {
    private static final long serialVersionUID = 1L;

    private final SqlAggFunction aggregate;
    private final transient List<RelFieldCollation> keys;

    private OrderedAggregate(SqlAggFunction aggregate, List<RelFieldCollation> keys, RelDataType type) {
        super(
                aggregate.getName() + " ordered by " + keys,
                null,
                aggregate.getKind(),
                ReturnTypes.explicit(type),
                null,
                OperandTypes.VARIADIC,
                SqlFunctionCategory.USER_DEFINED_FUNCTION,
                false,
                false,
                Optionality.FORBIDDEN);
        this.aggregate = aggregate;
        this.keys = List.copyOf(keys);
    }

    /** The same tree with such aggregates in place of those that have an order. */
    static RelNode hide(RelNode root) {
        return rewritten(root, call -> {
            List<RelFieldCollation> keys = call.getCollation().getFieldCollations();
            if (keys.isEmpty()) {
                return call;
            }
            var arguments = new ArrayList<>(call.getArgList());
            keys.forEach(key -> arguments.add(key.getFieldIndex()));
            return with(
                    call,
                    new OrderedAggregate(call.getAggregation(), keys, call.getType()),
                    arguments,
                    RelCollations.EMPTY);
        });
    }

    /** The opposite. */
    static RelNode show(RelNode root) {
        return rewritten(root, call -> {
            if (!(call.getAggregation() instanceof OrderedAggregate ordered)) {
                return call;
            }
            List<Integer> all = call.getArgList();
            int own = all.size() - ordered.keys.size();
            List<RelFieldCollation> keys = IntStream.range(0, ordered.keys.size())
                    .mapToObj(i -> ordered.keys.get(i).withFieldIndex(all.get(own + i)))
                    .toList();
            return with(call, ordered.aggregate, all.subList(0, own), RelCollations.of(keys));
        });
    }

    private static AggregateCall with(
            AggregateCall call, SqlAggFunction function, List<Integer> arguments, RelCollation order) {
        return AggregateCall.create(
                call.getParserPosition(),
                function,
                call.isDistinct(),
                call.isApproximate(),
                call.ignoreNulls(),
                call.rexList,
                arguments,
                call.filterArg,
                call.distinctKeys,
                order,
                call.getType(),
                call.getName());
    }

    private static RelNode rewritten(RelNode root, UnaryOperator<AggregateCall> rewrite) {
        return root.accept(new RelHomogeneousShuttle() {
            @Override
            public RelNode visit(RelNode node) {
                RelNode visited = super.visit(node);
                if (!(visited instanceof Aggregate aggregate)) {
                    return visited;
                }
                List<AggregateCall> calls =
                        aggregate.getAggCallList().stream().map(rewrite).toList();
                return calls.equals(aggregate.getAggCallList())
                        ? aggregate
                        : aggregate.copy(
                                aggregate.getTraitSet(),
                                aggregate.getInput(),
                                aggregate.getGroupSet(),
                                aggregate.getGroupSets(),
                                calls);
            }
        });
    }
}
