package dev.penstock.sql.function;

import java.util.List;

/**
 * One overload of a function or operator.
 *
 * @param name as a query writes it, in lower case
 * @param strict whether it is NULL as soon as one argument is; then the implementation never sees one
 * @param deterministic false if it depends on more than its arguments, be it the session's time zone
 * @param implementation what it does
 */
public record FunctionDefinition(
        String name, Signature signature, boolean strict, boolean deterministic, Implementation implementation) {

    /** Makes the function for arguments of certain types. */
    @FunctionalInterface
    public interface Implementation {
        /**
         * The function.
         *
         * @param types the types of the arguments, after implicit casts
         */
        ScalarFunction of(List<String> types);
    }

    /** A function of its arguments alone, NULL if one of them is. */
    public static FunctionDefinition function(String name, String signature, ScalarFunction function) {
        return new FunctionDefinition(name, Signature.of(signature), true, true, types -> function);
    }

    /** As {@link #function}, for one that needs to know the types of its arguments. */
    public static FunctionDefinition typed(String name, String signature, Implementation implementation) {
        return new FunctionDefinition(name, Signature.of(signature), true, true, implementation);
    }

    /** The same, which is called with NULL, too. */
    public FunctionDefinition calledOnNull() {
        return new FunctionDefinition(name, signature, false, deterministic, implementation);
    }

    /** The same, which may give another value for the same arguments. */
    public FunctionDefinition dependingOnSession() {
        return new FunctionDefinition(name, signature, strict, false, implementation);
    }

    /**
     * The function for arguments of certain types.
     *
     * @param checksNull whether it must look for NULL itself, because other overloads of its name want to see it
     */
    public ScalarFunction function(List<String> types, boolean checksNull) {
        ScalarFunction function = implementation.of(types);
        if (!strict || !checksNull) {
            return function;
        }
        return (arguments, context) -> {
            for (Object argument : arguments) {
                if (argument == null) {
                    return null;
                }
            }
            return function.apply(arguments, context);
        };
    }
}
