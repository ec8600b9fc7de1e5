package dev.penstock.sql.plan;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;

/**
 * Hands rows from further out down one query at a time. Calcite's {@code SubQueryRemoveRule} takes whatever row a query
 * inside an expression reads for the row right before it; so a query that reads a row from further out gets what it reads
 * as columns of the row right before it.
 */
final class OuterRows {
    private OuterRows() {}

    /** The same tree, in which each query inside an expression reads no row but the one right before it. */
    static RelNode handDown(RelNode root) {
        return handDown(root, Set.of());
    }

    /** @param bound the rows of the queries around the node */
    private static RelNode handDown(RelNode node, Set<CorrelationId> bound) {
        RelNode own = new Reads(node, bound).isEmpty() ? node : replaced(node, bound);
        if (own != node) {
            return handDown(own, bound);
        }
        RelNode inside = node.accept(new RexShuttle() {
            @Override
            public RexNode visitSubQuery(RexSubQuery query) {
                RexSubQuery visited = (RexSubQuery) super.visitSubQuery(query);
                return visited.clone(handDown(visited.rel, with(bound, node.getVariablesSet())));
            }
        });
        List<RelNode> inputs = new ArrayList<>();
        for (int i = 0; i < inside.getInputs().size(); i++) {
            boolean reads = i == 1 && inside instanceof Correlate;
            inputs.add(handDown(inside.getInput(i), reads ? with(bound, inside.getVariablesSet()) : bound));
        }
        return inputs.equals(inside.getInputs()) ? inside : inside.copy(inside.getTraitSet(), inputs);
    }

    private static Set<CorrelationId> with(Set<CorrelationId> bound, Set<CorrelationId> more) {
        var all = new HashSet<>(bound);
        all.addAll(more);
        return all;
    }

    private static RelNode replaced(RelNode node, Set<CorrelationId> bound) {
        if (node instanceof Project project) {
            var rows = new Reads(node, bound).above(project.getInput());
            return LogicalProject.create(
                    rows.input,
                    project.getHints(),
                    project.getProjects().stream().map(rows::read).toList(),
                    project.getRowType().getFieldNames(),
                    Set.of(rows.variable.id));
        }
        if (node instanceof Filter filter) {
            return filtered(new Reads(node, bound).above(filter.getInput()), filter.getCondition(), filter);
        }
        if (node instanceof Join join && join.getJoinType() == JoinRelType.INNER) {
            RexNode always = join.getCluster().getRexBuilder().makeLiteral(true);
            RelNode product =
                    join.copy(join.getTraitSet(), always, join.getLeft(), join.getRight(), join.getJoinType(), false);
            return filtered(new Reads(node, bound).above(product), join.getCondition(), join);
        }
        return node;
    }

    private static RelNode filtered(Rows rows, RexNode condition, RelNode before) {
        RelNode filter = LogicalFilter.create(rows.input, rows.read(condition), ImmutableSet.of(rows.variable.id));
        return LogicalProject.create(
                filter,
                List.of(),
                before.getCluster().getRexBuilder().identityProjects(before.getRowType()),
                before.getRowType().getFieldNames(),
                Set.of());
    }

    /** What the queries inside a node's expressions read of rows from further out. */
    private static final class Reads {
        private final Map<String, RexFieldAccess> fields = new LinkedHashMap<>();
        private final Set<CorrelationId> outer;
        private final Set<CorrelationId> own;

        Reads(RelNode node, Set<CorrelationId> outer) {
            this.outer = outer;
            this.own = new HashSet<>(node.getVariablesSet());
            own.removeAll(outer);
            if (!outer.isEmpty()) {
                node.accept(new Accesses(false) {
                    @Override
                    RexNode access(RexFieldAccess access, RexCorrelVariable variable) {
                        if (outer.contains(variable.id)) {
                            fields.putIfAbsent(key(access, variable), access);
                        }
                        return access;
                    }
                });
            }
        }

        boolean isEmpty() {
            return fields.isEmpty();
        }

        /** The rows of an input with these fields after its own. */
        Rows above(RelNode input) {
            RexBuilder rexBuilder = input.getCluster().getRexBuilder();
            List<RexNode> all = new ArrayList<>(rexBuilder.identityProjects(input.getRowType()));
            all.addAll(fields.values());
            RelNode wide = LogicalProject.create(input, List.of(), all, (List<String>) null, Set.of());
            return new Rows(
                    wide, List.copyOf(fields.keySet()), input.getRowType().getFieldCount(), outer, own);
        }
    }

    private static String key(RexFieldAccess access, RexCorrelVariable variable) {
        return variable.id + " " + access.getField().getIndex();
    }

    /** Rows that hold all that the queries above them read. */
    private static final class Rows {
        private final RelNode input;
        private final RexBuilder rexBuilder;
        private final RexCorrelVariable variable;
        private final List<String> added;
        private final int width;
        private final Set<CorrelationId> outer;
        private final Set<CorrelationId> own;

        Rows(RelNode input, List<String> added, int width, Set<CorrelationId> outer, Set<CorrelationId> own) {
            this.own = own;
            this.input = input;
            this.added = added;
            this.width = width;
            this.outer = outer;
            this.rexBuilder = input.getCluster().getRexBuilder();
            this.variable = (RexCorrelVariable)
                    rexBuilder.makeCorrel(input.getRowType(), input.getCluster().createCorrel());
        }

        /** The same expression, whose queries read these rows alone. */
        RexNode read(RexNode expression) {
            return expression.accept(new Accesses(false) {
                @Override
                RexNode access(RexFieldAccess access, RexCorrelVariable read) {
                    int index = access.getField().getIndex();
                    if (outer.contains(read.id)) {
                        int place = added.indexOf(key(access, read));
                        return rexBuilder.makeFieldAccess(variable, width + place);
                    }
                    return own.contains(read.id) ? rexBuilder.makeFieldAccess(variable, index) : access;
                }
            });
        }
    }

    /** Visits what the queries inside expressions read, at every depth; what the expressions themselves read is left. */
    private abstract static class Accesses extends RexShuttle {
        private final boolean inside;

        Accesses(boolean inside) {
            this.inside = inside;
        }

        abstract RexNode access(RexFieldAccess access, RexCorrelVariable variable);

        @Override
        public RexNode visitFieldAccess(RexFieldAccess access) {
            return inside && access.getReferenceExpr() instanceof RexCorrelVariable variable
                    ? access(access, variable)
                    : super.visitFieldAccess(access);
        }

        @Override
        public RexNode visitSubQuery(RexSubQuery query) {
            RexSubQuery visited = (RexSubQuery) super.visitSubQuery(query);
            return visited.clone(everywhere(visited.rel));
        }

        private RelNode everywhere(RelNode node) {
            Accesses outside = this;
            RelNode own = node.accept(new Accesses(true) {
                @Override
                RexNode access(RexFieldAccess access, RexCorrelVariable variable) {
                    return outside.access(access, variable);
                }
            });
            List<RelNode> inputs =
                    own.getInputs().stream().map(this::everywhere).toList();
            return inputs.equals(own.getInputs()) ? own : own.copy(own.getTraitSet(), inputs);
        }
    }
}
