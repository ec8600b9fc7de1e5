package dev.penstock.sql.plan;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.dialect.GroupsOffset;
import dev.penstock.sql.dialect.PostgresTypes;
import dev.penstock.sql.dialect.RangeOffset;
import dev.penstock.sql.execute.Frame;
import dev.penstock.sql.execute.Operator;
import dev.penstock.sql.execute.Rows;
import dev.penstock.sql.execute.Sort;
import dev.penstock.sql.execute.Window;
import dev.penstock.sql.execute.WindowFunction;
import dev.penstock.sql.execute.WindowFunctions;
import dev.penstock.sql.function.Accumulator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexWindow;
import org.apache.calcite.rex.RexWindowBound;

/**
 * Turns a projection with window functions into three steps: a projection to what the functions need, one operator for
 * each window, and a projection of the results.
 */
final class WindowBuilder {
    private final Project project;
    private final RexBuilder rexBuilder;
    private final ExpressionCompiler expressions;
    private final List<RexNode> needed = new ArrayList<>();
    private final Map<Ordering, Set<RexOver>> windows = new LinkedHashMap<>();
    private final Map<RexOver, Integer> places = new LinkedHashMap<>();

    private record Ordering(List<Integer> partitionBy, List<Sort.Key> order) {}

    private WindowBuilder(Project project, ExpressionCompiler expressions) {
        this.project = project;
        this.rexBuilder = project.getCluster().getRexBuilder();
        this.expressions = expressions;
    }

    /** The operators of a projection that holds window functions, over its input. */
    static Operator build(Project project, Operator input, ExpressionCompiler expressions) {
        return new WindowBuilder(project, expressions).build(input);
    }

    private Operator build(Operator input) {
        List<RelDataType> fields = project.getInput().getRowType().getFieldList().stream()
                .map(field -> field.getType())
                .toList();
        for (int i = 0; i < fields.size(); i++) {
            needed.add(rexBuilder.makeInputRef(fields.get(i), i));
        }
        var found = new RexShuttle() {
            @Override
            public RexNode visitOver(RexOver over) {
                windows.computeIfAbsent(ordering(over.getWindow()), key -> new LinkedHashSet<>())
                        .add(over);
                return over;
            }
        };
        project.getProjects().forEach(expression -> expression.accept(found));
        var steps = new ArrayList<Window>();
        windows.forEach((ordering, overs) -> steps.add(window(ordering, overs)));
        Operator result = Rows.project(input, expressions.compile(needed));
        int width = needed.size();
        for (Window step : steps) {
            result = new Window(result, step.partitionBy(), step.order(), step.calls());
        }
        int next = width;
        for (Set<RexOver> overs : windows.values()) {
            for (RexOver over : overs) {
                places.put(over, next++);
            }
        }
        var replaced = new RexShuttle() {
            @Override
            public RexNode visitOver(RexOver over) {
                return rexBuilder.makeInputRef(over.getType(), Objects.requireNonNull(places.get(over)));
            }
        };
        return Rows.project(
                result,
                project.getProjects().stream()
                        .map(expression -> expressions.compile(expression.accept(replaced)))
                        .toList());
    }

    private Ordering ordering(RexWindow window) {
        return new Ordering(
                window.partitionKeys.stream().map(this::column).toList(),
                window.orderKeys.stream().map(this::key).toList());
    }

    private Sort.Key key(RexFieldCollation collation) {
        boolean descending = collation.getDirection().isDescending();
        boolean nullsFirst = switch (collation.getNullDirection()) {
            case FIRST -> true;
            case LAST -> false;
            case UNSPECIFIED -> descending;
        };
        return new Sort.Key(column(collation.left), descending, nullsFirst);
    }

    /** The column of the first step that holds an expression. */
    private int column(RexNode expression) {
        if (expression instanceof RexInputRef reference) {
            return reference.getIndex();
        }
        int known = needed.indexOf(expression);
        if (known >= 0) {
            return known;
        }
        needed.add(expression);
        return needed.size() - 1;
    }

    private Window window(Ordering ordering, Set<RexOver> overs) {
        List<Window.Call> calls = overs.stream()
                .map(over -> new Window.Call(function(over), frame(over.getWindow(), ordering)))
                .toList();
        return new Window(Rows.values(List.of()), ordering.partitionBy(), ordering.order(), calls);
    }

    private WindowFunction function(RexOver over) {
        if (over.isDistinct()) {
            throw new EngineException(ErrorCode.NOT_SUPPORTED, "DISTINCT is not implemented for window functions");
        }
        List<Integer> arguments = over.getOperands().stream().map(this::column).toList();
        String name = over.getAggOperator().getName().toLowerCase(Locale.ROOT);
        return over.getAggOperator().requiresOver()
                ? WindowFunctions.of(name, arguments)
                : WindowFunctions.aggregate(accumulator(over), arguments, -1);
    }

    private static Supplier<Accumulator> accumulator(RexOver over) {
        return OperatorBuilder.accumulator(
                over.getAggOperator(),
                over.getOperands().stream()
                        .map(operand -> PostgresTypes.nameOf(operand.getType()))
                        .toList(),
                PostgresTypes.nameOf(over.getType()));
    }

    private Frame frame(RexWindow window, Ordering ordering) {
        Frame.Unit unit = window.isRows()
                ? Frame.Unit.ROWS
                : isGroups(window.getLowerBound()) || isGroups(window.getUpperBound())
                        ? Frame.Unit.GROUPS
                        : Frame.Unit.RANGE;
        Frame.Exclusion exclusion = switch (window.getExclude()) {
            case EXCLUDE_NO_OTHER -> Frame.Exclusion.NOTHING;
            case EXCLUDE_CURRENT_ROW -> Frame.Exclusion.CURRENT_ROW;
            case EXCLUDE_GROUP -> Frame.Exclusion.GROUP;
            case EXCLUDE_TIES -> Frame.Exclusion.TIES;
        };
        return new Frame(
                unit,
                bound(window.getLowerBound(), unit, window, ordering),
                bound(window.getUpperBound(), unit, window, ordering),
                exclusion);
    }

    private static boolean isGroups(RexWindowBound bound) {
        return bound.getOffset() instanceof RexCall call
                && call.getOperator().getName().equals(GroupsOffset.NAME);
    }

    private Frame.Bound bound(RexWindowBound bound, Frame.Unit unit, RexWindow window, Ordering ordering) {
        if (bound.isUnbounded()) {
            return new Frame.Unbounded();
        }
        if (bound.isCurrentRow()) {
            return new Frame.CurrentRow();
        }
        RexNode offset = Objects.requireNonNull(bound.getOffset());
        return switch (unit) {
            case ROWS -> new Frame.Offset(column(offset), bound.isPreceding());
            case GROUPS ->
                new Frame.Offset(
                        column(offset instanceof RexCall call && isGroups(bound) ? call.operands.get(0) : offset),
                        bound.isPreceding());
            case RANGE -> reached(bound, offset, window, ordering);
        };
    }

    private Frame.Bound reached(RexWindowBound bound, RexNode offset, RexWindow window, Ordering ordering) {
        RexNode key = window.orderKeys.get(0).left;
        Sort.Key order = ordering.order().get(0);
        var distance = RangeOffset.of(rexBuilder, key, offset, bound.isPreceding() != order.descending());
        return new Frame.Reached(
                column(distance.key()),
                column(distance.goal()),
                column(offset),
                bound.isPreceding(),
                order.descending(),
                order.nullsFirst());
    }
}
