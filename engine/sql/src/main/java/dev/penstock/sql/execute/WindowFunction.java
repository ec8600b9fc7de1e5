package dev.penstock.sql.execute;

import org.jspecify.annotations.Nullable;

/** A function over the rows of a partition. */
@FunctionalInterface
public interface WindowFunction {

    /** The function over one partition; asked for the rows in their order. */
    OfPartition over(WindowPartition partition, Frame frame, Execution execution);

    /** A function at work. */
    @FunctionalInterface
    interface OfPartition {

        /** Its value for the row at a place. */
        @Nullable
        Object value(int place);
    }
}
