package dev.penstock.sql.execute;

import org.jspecify.annotations.Nullable;

/** An expression, compiled to a closure over a row. */
@FunctionalInterface
public interface Evaluator {

    /**
     * The value of the expression for one row.
     *
     * @return a canonical value, null for SQL NULL
     */
    @Nullable
    Object evaluate(@Nullable Object[] row, Execution execution);
}
