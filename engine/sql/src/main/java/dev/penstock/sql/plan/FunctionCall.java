package dev.penstock.sql.plan;

import dev.penstock.sql.execute.Evaluator;
import dev.penstock.sql.function.ScalarFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of functions as closures. One for each usual number of operands, because these are most of what queries do. */
final class FunctionCall {
    private FunctionCall() {}

    /**
     * A call.
     *
     * @param strict whether it is NULL as soon as one operand is; the operands after that one are not evaluated
     */
    static Evaluator of(ScalarFunction function, boolean strict, List<Evaluator> operands) {
        if (operands.size() == 1) {
            return one(function, strict, operands.get(0));
        }
        if (operands.size() == 2) {
            return operands.get(1) instanceof Constant constant && constant.value() != null
                    ? withConstant(function, strict, operands.get(0), constant.value())
                    : two(function, strict, operands.get(0), operands.get(1));
        }
        return many(function, strict, operands.toArray(Evaluator[]::new));
    }

    /** An expression that is the same for every row. */
    record Constant(@Nullable Object value) implements Evaluator {
        @Override
        public @Nullable Object evaluate(@Nullable Object[] row, dev.penstock.sql.execute.Execution execution) {
            return value;
        }
    }

    private static Evaluator one(ScalarFunction function, boolean strict, Evaluator operand) {
        return (row, execution) -> {
            Object value = operand.evaluate(row, execution);
            return value == null && strict ? null : function.apply(new @Nullable Object[] {value}, execution.context());
        };
    }

    private static Evaluator withConstant(ScalarFunction function, boolean strict, Evaluator operand, Object constant) {
        return (row, execution) -> {
            Object value = operand.evaluate(row, execution);
            return value == null && strict
                    ? null
                    : function.apply(new @Nullable Object[] {value, constant}, execution.context());
        };
    }

    private static Evaluator two(ScalarFunction function, boolean strict, Evaluator first, Evaluator second) {
        return (row, execution) -> {
            Object left = first.evaluate(row, execution);
            if (left == null && strict) {
                return null;
            }
            Object right = second.evaluate(row, execution);
            return right == null && strict
                    ? null
                    : function.apply(new @Nullable Object[] {left, right}, execution.context());
        };
    }

    private static Evaluator many(ScalarFunction function, boolean strict, Evaluator[] operands) {
        return (row, execution) -> {
            Object[] arguments = new @Nullable Object[operands.length];
            for (int i = 0; i < operands.length; i++) {
                Object value = operands[i].evaluate(row, execution);
                if (value == null && strict) {
                    return null;
                }
                arguments[i] = value;
            }
            return function.apply(arguments, execution.context());
        };
    }
}
