package dev.penstock.hcl;

import java.util.List;
import java.util.Map;

/** What the names in an expression stand for. */
public interface Scope {

    /**
     * The value of a name with its attributes.
     *
     * @throws HclException if there is none
     */
    HclValue resolve(Expression.Traversal traversal);

    /** Functions by name. */
    Map<String, Function> functions();

    /** A function. */
    @FunctionalInterface
    interface Function {

        /**
         * The result for these arguments.
         *
         * @throws HclException if they don't fit; {@code position} is that of the call
         */
        HclValue apply(List<HclValue> arguments, SourcePosition position);
    }
}
