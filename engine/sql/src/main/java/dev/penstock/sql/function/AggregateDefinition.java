package dev.penstock.sql.function;

import java.util.List;
import java.util.function.Supplier;

/**
 * One overload of an aggregate.
 *
 * @param name as a query writes it, in lower case
 * @param implementation what makes the state of one group
 */
public record AggregateDefinition(String name, Signature signature, Implementation implementation) {

    /** Makes accumulators for arguments of certain types. */
    @FunctionalInterface
    public interface Implementation {
        /**
         * What makes the state of one group.
         *
         * @param types the types of the arguments, after implicit casts
         */
        Supplier<Accumulator> of(List<String> types);
    }

    /** An aggregate whose state does not depend on the arguments' types. */
    public static AggregateDefinition of(String name, String signature, Supplier<Accumulator> accumulator) {
        return new AggregateDefinition(name, Signature.of(signature), types -> accumulator);
    }
}
