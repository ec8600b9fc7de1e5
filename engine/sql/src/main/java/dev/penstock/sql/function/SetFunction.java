package dev.penstock.sql.function;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A function that gives rows. */
@FunctionalInterface
public interface SetFunction {

    /**
     * The rows, made as they are asked for.
     *
     * @param arguments canonical values; null is SQL NULL. A strict function is never called with one
     * @throws dev.penstock.spi.error.EngineException from here or from the iterator, in PostgreSQL's words
     */
    Iterator<@Nullable Object[]> rows(@Nullable Object[] arguments, FunctionContext context);
}
