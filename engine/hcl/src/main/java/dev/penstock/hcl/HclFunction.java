package dev.penstock.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A function that expressions can call. */
public sealed interface HclFunction {

    /**
     * A function of values. Arguments are converted to the types of the parameters; one that is not known makes the result
     * unknown, unless its parameter says otherwise.
     *
     * @param rest what any further arguments are
     * @param result the type of the result, as far as it doesn't depend on the arguments
     */
    record Eager(List<Parameter> parameters, Optional<Parameter> rest, HclType result, Body body)
            implements HclFunction {

        /** Copies the parameters. */
        public Eager {
            parameters = List.copyOf(parameters);
        }

        /** The same with any number of further arguments. */
        public Eager andMore(Parameter more) {
            return new Eager(parameters, Optional.of(more), result, body);
        }

        Optional<Parameter> parameter(int index) {
            return index < parameters.size() ? Optional.of(parameters.get(index)) : rest;
        }
    }

    /** A function of expressions, which evaluates as many of them as it wants. */
    record Lazy(LazyBody body) implements HclFunction {}

    /** A function of values with these parameters. */
    static Eager of(HclType result, Body body, Parameter... parameters) {
        return new Eager(List.of(parameters), Optional.empty(), result, body);
    }

    /** What a function does. */
    @FunctionalInterface
    interface Body {

        /**
         * The result.
         *
         * @throws ValueException if there is none for these arguments
         */
        HclValue apply(List<HclValue> arguments);
    }

    /** What a function of expressions does. */
    @FunctionalInterface
    interface LazyBody {

        /**
         * The result.
         *
         * @throws ValueException if there is none for these arguments
         */
        HclValue apply(List<Supplier<Evaluation>> arguments);
    }

    /**
     * What an argument must be.
     *
     * @param nullable whether null is one of its values
     * @param unknowable whether the function can do something with what is not known
     * @param open whether the function can do something with what has no type yet, such as a bare null
     */
    record Parameter(String name, HclType type, boolean nullable, boolean unknowable, boolean open) {

        /** One that must be there and known. */
        public static Parameter of(String name, HclType type) {
            return new Parameter(name, type, false, false, false);
        }

        /** The same that can be null. */
        public Parameter orNull() {
            return new Parameter(name, type, true, unknowable, open);
        }

        /** The same that can be unknown. */
        public Parameter orUnknown() {
            return new Parameter(name, type, nullable, true, open);
        }

        /** The same that can have no type yet. */
        public Parameter orOpen() {
            return new Parameter(name, type, nullable, unknowable, true);
        }

        /** The same that can be anything. */
        public Parameter orAnything() {
            return orNull().orUnknown().orOpen();
        }
    }

    /** How many arguments a function of values takes, in words. */
    static String arity(Eager function) {
        List<String> names = new ArrayList<>();
        function.parameters().forEach(parameter -> names.add(parameter.name()));
        function.rest().ifPresent(rest -> names.add(rest.name() + "..."));
        return "(" + String.join(", ", names) + ")";
    }
}
