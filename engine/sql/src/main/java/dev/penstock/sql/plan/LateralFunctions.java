package dev.penstock.sql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;

/**
 * A function in FROM that reads the tables before it becomes a step over their rows: nothing is opened anew for each row.
 * Filters on what stands before a function go below it.
 */
final class LateralFunctions extends RelHomogeneousShuttle {
    private LateralFunctions() {}

    /** The same without the correlations that functions in FROM make. */
    static RelNode flatten(RelNode root) {
        return root.accept(new LateralFunctions());
    }

    @Override
    public RelNode visit(RelNode node) {
        RelNode visited = super.visit(node);
        return visited instanceof Correlate correlate ? flattened(correlate).orElse(correlate) : visited;
    }

    private static Optional<RelNode> flattened(Correlate correlate) {
        boolean inner = correlate.getJoinType() == JoinRelType.INNER;
        if (!inner && correlate.getJoinType() != JoinRelType.LEFT) {
            return Optional.empty();
        }
        if (!inner && !keepsNulls(correlate.getRight())) {
            return Optional.empty();
        }
        return new Grafting(correlate, !inner).graft(correlate.getRight());
    }

    /** Whether all of a side is NULL where its function gives no row: it holds columns of the function alone. */
    private static boolean keepsNulls(RelNode right) {
        if (!(right instanceof Project project) || !(project.getInput() instanceof ProjectSet set)) {
            return false;
        }
        int before = set.getInput().getRowType().getFieldCount();
        return project.getProjects().stream()
                .allMatch(expression -> expression instanceof RexInputRef reference && reference.getIndex() >= before);
    }

    /** Puts the left side of a correlation where the right side begins. */
    private static final class Grafting {
        private final RelNode left;
        private final int width;
        private final CorrelationId id;
        private final boolean outer;
        private final RexBuilder rexBuilder;

        Grafting(Correlate correlate, boolean outer) {
            this.left = correlate.getLeft();
            this.width = left.getRowType().getFieldCount();
            this.id = correlate.getCorrelationId();
            this.outer = outer;
            this.rexBuilder = correlate.getCluster().getRexBuilder();
        }

        /** The left fields, then those of the node; empty if it holds what cannot be moved. */
        Optional<RelNode> graft(RelNode node) {
            if (node instanceof Values values && values.getTuples().size() == 1) {
                List<RexNode> fields = new ArrayList<>(rexBuilder.identityProjects(left.getRowType()));
                fields.addAll(values.getTuples().get(0));
                return Optional.of(project(left, fields));
            }
            if (node instanceof Project project) {
                return moved(project.getProjects())
                        .flatMap(moved -> graft(project.getInput()).map(input -> {
                            List<RexNode> fields = new ArrayList<>();
                            for (int i = 0; i < width; i++) {
                                fields.add(rexBuilder.makeInputRef(input, i));
                            }
                            fields.addAll(moved);
                            return project(input, fields);
                        }));
            }
            if (node instanceof ProjectSet set) {
                return graft(set.getInput()).map(input -> set.over(input, width, outer));
            }
            if (node instanceof Filter filter && !outer) {
                return moved(List.of(filter.getCondition()))
                        .flatMap(moved ->
                                graft(filter.getInput()).map(input -> LogicalFilter.create(input, moved.get(0))));
            }
            return Optional.empty();
        }

        private static RelNode project(RelNode input, List<RexNode> fields) {
            return LogicalProject.create(input, List.of(), fields, (List<String>) null, Set.of());
        }

        /** Expressions over the grafted rows; empty if one holds a query. */
        private Optional<List<RexNode>> moved(List<RexNode> expressions) {
            boolean[] holdsQuery = new boolean[1];
            var shuttle = new RexShuttle() {
                @Override
                public RexNode visitInputRef(RexInputRef reference) {
                    return rexBuilder.makeInputRef(reference.getType(), reference.getIndex() + width);
                }

                @Override
                public RexNode visitFieldAccess(RexFieldAccess access) {
                    boolean own =
                            access.getReferenceExpr() instanceof RexCorrelVariable variable && variable.id.equals(id);
                    return own
                            ? rexBuilder.makeInputRef(
                                    access.getType(), access.getField().getIndex())
                            : super.visitFieldAccess(access);
                }

                @Override
                public RexNode visitSubQuery(RexSubQuery query) {
                    holdsQuery[0] = true;
                    return query;
                }
            };
            List<RexNode> moved = shuttle.visitList(expressions);
            return holdsQuery[0] ? Optional.empty() : Optional.of(moved);
        }
    }

    /** Moves what filters ask of the fields before a function below it; the same tree if there is nothing to move. */
    static RelNode pushFilters(RelNode root) {
        return root.accept(new RelHomogeneousShuttle() {
            @Override
            public RelNode visit(RelNode node) {
                RelNode visited = super.visit(node);
                return visited instanceof Filter filter && filter.getInput() instanceof ProjectSet set
                        ? pushed(filter, set)
                        : visited;
            }
        });
    }

    private static RelNode pushed(Filter filter, ProjectSet set) {
        RelNode input = set.getInput();
        int before = input.getRowType().getFieldCount();
        var below = new ArrayList<RexNode>();
        var above = new ArrayList<RexNode>();
        for (RexNode condition : RelOptUtil.conjunctions(filter.getCondition())) {
            boolean movable = RelOptUtil.InputFinder.bits(condition).length() <= before
                    && !RexUtil.containsCorrelation(condition)
                    && !RexUtil.SubQueryFinder.containsSubQuery(filter);
            (movable ? below : above).add(condition);
        }
        if (below.isEmpty()) {
            return filter;
        }
        RexBuilder rexBuilder = filter.getCluster().getRexBuilder();
        RelNode filtered = LogicalFilter.create(input, RexUtil.composeConjunction(rexBuilder, below));
        RelNode moved = set.with(filtered, set.calls());
        return above.isEmpty() ? moved : LogicalFilter.create(moved, RexUtil.composeConjunction(rexBuilder, above));
    }
}
