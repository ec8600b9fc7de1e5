package dev.penstock.sql.function;

import org.jspecify.annotations.Nullable;

/** The implementation of a function or operator over canonical values. */
@FunctionalInterface
public interface ScalarFunction {

    /**
     * The function's value.
     *
     * @param arguments canonical values; null is SQL NULL. A strict function is never called with one
     */
    @Nullable
    Object apply(@Nullable Object[] arguments, FunctionContext context);
}
