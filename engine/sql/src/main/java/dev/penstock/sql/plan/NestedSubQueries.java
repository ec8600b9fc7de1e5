package dev.penstock.sql.plan;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;

/**
 * Queries inside expressions become joins of the rows before them (Calcite's {@code SubQueryRemoveRule}), which have no place
 * for those inside window functions, or inside what another query is compared with: a projection of their own, below,
 * computes these.
 */
final class NestedSubQueries extends RelHomogeneousShuttle {
    private final RexShuttle insideSubQueries = new RexShuttle() {
        @Override
        public RexNode visitSubQuery(RexSubQuery query) {
            RexSubQuery visited = (RexSubQuery) super.visitSubQuery(query);
            return visited.clone(visited.rel.accept(NestedSubQueries.this));
        }
    };

    private NestedSubQueries() {}

    /** The same tree, in which each query can become a join. */
    static RelNode lift(RelNode root) {
        return root.accept(new NestedSubQueries());
    }

    @Override
    public RelNode visit(RelNode node) {
        RelNode visited = super.visit(node).accept(insideSubQueries);
        if (visited instanceof Project project) {
            return lifted(project);
        }
        if (visited instanceof Filter filter) {
            return lifted(filter);
        }
        return visited instanceof Join join && join.getJoinType() == JoinRelType.INNER ? lifted(join) : visited;
    }

    private static RelNode lifted(Project project) {
        var lifting = new Lifting(project.getInput());
        List<RexNode> projects = lifting.apply(project.getProjects());
        return lifting.isEmpty()
                ? project
                : LogicalProject.create(
                        lifting.input(project.getVariablesSet()),
                        project.getHints(),
                        projects,
                        project.getRowType().getFieldNames(),
                        project.getVariablesSet());
    }

    private static RelNode lifted(Filter filter) {
        var lifting = new Lifting(filter.getInput());
        RexNode condition = lifting.apply(List.of(filter.getCondition())).get(0);
        if (lifting.isEmpty()) {
            return filter;
        }
        RelNode above = LogicalFilter.create(
                lifting.input(filter.getVariablesSet()), condition, ImmutableSet.copyOf(filter.getVariablesSet()));
        RexBuilder rexBuilder = filter.getCluster().getRexBuilder();
        return LogicalProject.create(
                above,
                List.of(),
                rexBuilder.identityProjects(filter.getRowType()),
                filter.getRowType().getFieldNames(),
                Set.of());
    }

    private static RelNode lifted(Join join) {
        if (new Lifting(join).leaves(join.getCondition())) {
            return join;
        }
        RexNode always = join.getCluster().getRexBuilder().makeLiteral(true);
        RelNode product =
                join.copy(join.getTraitSet(), always, join.getLeft(), join.getRight(), join.getJoinType(), false);
        return lifted(LogicalFilter.create(product, join.getCondition(), ImmutableSet.copyOf(join.getVariablesSet())));
    }

    /** Expressions over the rows of an input, and what a projection below them computes in their stead. */
    private static final class Lifting {
        private final RelNode input;
        private final int width;
        private final Map<RexNode, RexNode> moved = new LinkedHashMap<>();

        Lifting(RelNode input) {
            this.input = input;
            this.width = input.getRowType().getFieldCount();
        }

        List<RexNode> apply(List<RexNode> expressions) {
            var shuttle = new RexShuttle() {
                private boolean inWindow;

                @Override
                public RexNode visitOver(RexOver over) {
                    inWindow = true;
                    RexNode visited = super.visitOver(over);
                    inWindow = false;
                    return visited;
                }

                @Override
                public RexNode visitSubQuery(RexSubQuery query) {
                    if (inWindow) {
                        return move(query);
                    }
                    List<RexNode> operands = query.getOperands().stream()
                            .map(operand -> RexUtil.SubQueryFinder.find(operand) == null ? operand : move(operand))
                            .toList();
                    return query.clone(query.getType(), operands);
                }
            };
            return expressions.stream()
                    .map(expression -> expression.accept(shuttle))
                    .toList();
        }

        private RexNode move(RexNode expression) {
            RexBuilder rexBuilder = input.getCluster().getRexBuilder();
            return moved.computeIfAbsent(
                    expression, key -> rexBuilder.makeInputRef(key.getType(), width + moved.size()));
        }

        boolean leaves(RexNode expression) {
            apply(List.of(expression));
            return isEmpty();
        }

        boolean isEmpty() {
            return moved.isEmpty();
        }

        RelNode input(Set<CorrelationId> variables) {
            List<RexNode> fields =
                    new ArrayList<>(input.getCluster().getRexBuilder().identityProjects(input.getRowType()));
            fields.addAll(moved.keySet());
            return lifted((Project) LogicalProject.create(input, List.of(), fields, (List<String>) null, variables));
        }
    }
}
