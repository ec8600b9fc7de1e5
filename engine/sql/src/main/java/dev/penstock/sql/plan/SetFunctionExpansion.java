package dev.penstock.sql.plan;

import dev.penstock.sql.dialect.ColumnOfFunction;
import dev.penstock.sql.dialect.OrdinalityFunction;
import dev.penstock.sql.dialect.PostgresTypes;
import dev.penstock.sql.dialect.RowFunction;
import dev.penstock.sql.dialect.SetFunctionOperator;
import dev.penstock.sql.function.SetFunctionDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.util.Util;
import org.jspecify.annotations.Nullable;

/**
 * Gives functions in select lists their rows, as PostgreSQL's ProjectSet does: those of one list advance together, those
 * inside the arguments of others come first.
 */
final class SetFunctionExpansion extends RelHomogeneousShuttle {
    private final RexShuttle insideSubQueries = new RexShuttle() {
        @Override
        public RexNode visitSubQuery(RexSubQuery query) {
            RexSubQuery visited = (RexSubQuery) super.visitSubQuery(query);
            return visited.clone(visited.rel.accept(SetFunctionExpansion.this));
        }
    };

    private SetFunctionExpansion() {}

    static RelNode expand(RelNode root) {
        return root.accept(new SetFunctionExpansion());
    }

    @Override
    public RelNode visit(RelNode node) {
        RelNode visited = super.visit(node).accept(insideSubQueries);
        return visited instanceof Project project
                        && project.getProjects().stream().anyMatch(SetFunctionExpansion::givesRows)
                ? expanded(project)
                : visited;
    }

    private static RelNode expanded(Project project) {
        RelNode input = project.getInput();
        List<RexNode> expressions = project.getProjects();
        while (expressions.stream().anyMatch(SetFunctionExpansion::givesRows)) {
            var level = new Level(input, expressions);
            input = level.node();
            expressions = level.replaced();
        }
        return LogicalProject.create(
                input,
                project.getHints(),
                expressions,
                project.getRowType().getFieldNames(),
                project.getVariablesSet());
    }

    private static boolean givesRows(RexNode expression) {
        try {
            expression.accept(new RexVisitorImpl<@Nullable Void>(true) {
                @Override
                public @Nullable Void visitCall(RexCall call) {
                    if (isSet(call) || call.getOperator() instanceof OrdinalityFunction) {
                        throw Util.FoundOne.NULL;
                    }
                    return super.visitCall(call);
                }
            });
            return false;
        } catch (Util.FoundOne found) {
            return true;
        }
    }

    private static boolean isSet(RexNode expression) {
        return expression instanceof RexCall call && call.getOperator() instanceof SetFunctionOperator;
    }

    /** The innermost functions of some expressions. */
    private static final class Level {
        private final RelNode node;
        private final List<RexNode> replaced;

        Level(RelNode input, List<RexNode> expressions) {
            RexBuilder rexBuilder = input.getCluster().getRexBuilder();
            Set<RexCall> found = new LinkedHashSet<>();
            boolean[] numbered = new boolean[1];
            var finder = new RexVisitorImpl<@Nullable Void>(true) {
                @Override
                public @Nullable Void visitCall(RexCall call) {
                    numbered[0] |= call.getOperator() instanceof OrdinalityFunction;
                    if (isSet(call) && call.getOperands().stream().noneMatch(SetFunctionExpansion::givesRows)) {
                        found.add(call);
                        return null;
                    }
                    return super.visitCall(call);
                }
            };
            expressions.forEach(expression -> expression.accept(finder));
            int width = input.getRowType().getFieldCount();
            List<RexNode> fields = new ArrayList<>(rexBuilder.identityProjects(input.getRowType()));
            var calls = new ArrayList<ProjectSet.Call>();
            for (RexCall call : found) {
                calls.add(call(call, fields));
            }
            RelNode arguments = fields.size() == width
                    ? input
                    : LogicalProject.create(input, List.of(), fields, (List<String>) null, Set.of());
            node = new ProjectSet(arguments, calls, numbered[0], false);
            List<RexCall> order = List.copyOf(found);
            replaced = expressions.stream()
                    .map(expression -> expression.accept(new RexShuttle() {
                        @Override
                        public RexNode visitCall(RexCall call) {
                            if (call.getOperator() instanceof OrdinalityFunction) {
                                return reference(rexBuilder, node.getRowType().getFieldCount() - 1);
                            }
                            if (call.getOperator() instanceof ColumnOfFunction column
                                    && order.contains(call.getOperands().get(0))) {
                                return column(
                                        rexBuilder,
                                        order.indexOf(call.getOperands().get(0)),
                                        column.column());
                            }
                            return order.contains(call)
                                    ? value(rexBuilder, order.indexOf(call))
                                    : super.visitCall(call);
                        }
                    }))
                    .toList();
        }

        private static ProjectSet.Call call(RexCall call, List<RexNode> fields) {
            var places = new ArrayList<Integer>();
            var types = new ArrayList<String>();
            for (RexNode argument : call.getOperands()) {
                int known = fields.indexOf(argument);
                places.add(known >= 0 ? known : fields.size());
                if (known < 0) {
                    fields.add(argument);
                }
                types.add(PostgresTypes.nameOf(argument.getType()));
            }
            SetFunctionDefinition.Call function = ((SetFunctionOperator) call.getOperator()).call(types);
            return new ProjectSet.Call(call.getOperator().getName(), function, places, types);
        }

        /** What a function gives: the value of its only column, or its row. */
        private RexNode value(RexBuilder rexBuilder, int function) {
            SetFunctionDefinition.Call called =
                    ((ProjectSet) node).calls().get(function).function();
            int width = called.columnTypes().size();
            return width == 1
                    ? column(rexBuilder, function, 0)
                    : RowFunction.of(
                            rexBuilder,
                            called.definition().columnNames(),
                            IntStream.range(0, width)
                                    .mapToObj(i -> column(rexBuilder, function, i))
                                    .toList());
        }

        private RexNode column(RexBuilder rexBuilder, int function, int column) {
            ProjectSet set = (ProjectSet) node;
            int place = set.getInput().getRowType().getFieldCount();
            for (int i = 0; i < function; i++) {
                place += set.calls().get(i).function().columnTypes().size();
            }
            return reference(rexBuilder, place + column);
        }

        private RexNode reference(RexBuilder rexBuilder, int place) {
            return rexBuilder.makeInputRef(node, place);
        }

        RelNode node() {
            return node;
        }

        List<RexNode> replaced() {
            return replaced;
        }
    }
}
