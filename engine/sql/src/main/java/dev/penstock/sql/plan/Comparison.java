package dev.penstock.sql.plan;

import dev.penstock.sql.execute.Evaluator;
import dev.penstock.sql.function.Values;
import org.apache.calcite.sql.SqlKind;

/**
 * A comparison as a closure.
 *
 * @param less its value where the left side is less
 * @param equal its value where the sides are equal
 * @param greater its value where the left side is greater
 */
record Comparison(boolean less, boolean equal, boolean greater) {

    /** The comparison of a kind of expression. */
    static Comparison of(SqlKind kind) {
        return switch (kind) {
            case EQUALS -> new Comparison(false, true, false);
            case NOT_EQUALS -> new Comparison(true, false, true);
            case LESS_THAN -> new Comparison(true, false, false);
            case LESS_THAN_OR_EQUAL -> new Comparison(true, true, false);
            case GREATER_THAN -> new Comparison(false, false, true);
            case GREATER_THAN_OR_EQUAL -> new Comparison(false, true, true);
            default -> throw new IllegalArgumentException("no comparison: " + kind);
        };
    }

    /** The closure over two sides of one type; unknown where one of them is NULL. */
    Evaluator compile(Evaluator left, Evaluator right) {
        return less == greater ? equality(left, right) : order(left, right);
    }

    private Evaluator equality(Evaluator left, Evaluator right) {
        return (row, execution) -> {
            Object a = left.evaluate(row, execution);
            Object b = a == null ? null : right.evaluate(row, execution);
            return (a == null || b == null) ? null : Values.same(a, b) == equal;
        };
    }

    private Evaluator order(Evaluator left, Evaluator right) {
        return (row, execution) -> {
            Object a = left.evaluate(row, execution);
            Object b = a == null ? null : right.evaluate(row, execution);
            if (a == null || b == null) {
                return null;
            }
            int order = Values.compare(a, b);
            return order == 0 ? equal : order < 0 ? less : greater;
        };
    }
}
