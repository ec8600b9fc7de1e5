package dev.penstock.sql.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The types that a function takes and gives, by PostgreSQL's internal names. Beside real types there are {@code any}, and
 * those that stand for one type throughout: {@code anyelement} and {@code anyarray} of it, {@code anycompatible} and
 * {@code anycompatiblearray} where a common type will do, {@code anynonarray}, {@code record}.
 *
 * @param parameters one for each
 * @param variadic whether the last parameter may come several times
 * @param result the type of the result
 */
public record Signature(List<String> parameters, boolean variadic, String result) {

    /** A signature written as {@code text,int4->text}; three dots behind the last parameter make it variadic. */
    public static Signature of(String text) {
        String[] sides = text.split("->", 2);
        boolean variadic = sides[0].endsWith("...");
        String parameters = variadic ? sides[0].substring(0, sides[0].length() - 3) : sides[0];
        return new Signature(parameters.isEmpty() ? List.of() : List.of(parameters.split(",", -1)), variadic, sides[1]);
    }

    /** The types for arguments of these types; empty if they do not fit, implicit casts included. */
    Optional<Bound> bind(List<String> arguments) {
        if (variadic ? arguments.size() < parameters.size() : arguments.size() != parameters.size()) {
            return Optional.empty();
        }
        var binding = new Binding();
        var types = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            if (!binding.take(parameters.get(Math.min(i, parameters.size() - 1)), arguments.get(i))) {
                return Optional.empty();
            }
        }
        for (int i = 0; i < arguments.size(); i++) {
            String type = binding.actual(parameters.get(Math.min(i, parameters.size() - 1)), arguments.get(i));
            if (type == null || !fits(arguments.get(i), type)) {
                return Optional.empty();
            }
            types.add(type);
        }
        String type = binding.actual(result, "");
        return type == null ? Optional.empty() : Optional.of(new Bound(types, type));
    }

    /** Whether only the arguments without a type keep the open types from being settled. */
    boolean isUndetermined(List<String> arguments) {
        var known = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            String parameter = parameters.get(Math.min(i, parameters.size() - 1));
            boolean unknown = arguments.get(i).equals(TypeRules.UNKNOWN);
            known.add(unknown ? parameter.equals("anyarray") ? "text[]" : "text" : arguments.get(i));
        }
        return arguments.contains(TypeRules.UNKNOWN) && bind(known).isPresent();
    }

    private static boolean fits(String argument, String type) {
        if (TypeRules.isArray(argument) && TypeRules.isArray(type)) {
            return TypeRules.isImplicit(TypeRules.elementOf(argument), TypeRules.elementOf(type));
        }
        return TypeRules.isImplicit(argument, type);
    }

    /**
     * A signature with its open types settled.
     *
     * @param parameters one for each argument
     */
    record Bound(List<String> parameters, String result) {}

    /** What the open types of a signature stand for. */
    private static final class Binding {
        private @Nullable String element;
        private final List<String> compatible = new ArrayList<>();

        boolean take(String parameter, String argument) {
            boolean unknown = argument.equals(TypeRules.UNKNOWN);
            switch (parameter) {
                case "anyarray" -> {
                    return unknown || (TypeRules.isArray(argument) && settle(TypeRules.elementOf(argument)));
                }
                case "anyelement" -> {
                    return unknown || settle(argument);
                }
                case "anycompatiblearray" -> {
                    if (!unknown && TypeRules.isArray(argument)) {
                        compatible.add(TypeRules.elementOf(argument));
                    }
                    return unknown || TypeRules.isArray(argument);
                }
                case "anycompatible" -> {
                    compatible.add(argument);
                    return true;
                }
                case "anynonarray" -> {
                    return !TypeRules.isArray(argument);
                }
                case "record" -> {
                    return argument.equals("record");
                }
                default -> {
                    return true;
                }
            }
        }

        private boolean settle(String type) {
            boolean agrees = element == null || element.equals(type);
            element = type;
            return agrees;
        }

        @Nullable
        String actual(String type, String argument) {
            return switch (type) {
                case "any", "anynonarray" -> argument.equals(TypeRules.UNKNOWN) ? "text" : argument;
                case "record" -> argument;
                case "anyelement" -> element;
                case "anyarray", "anyelement[]" -> element == null ? null : element + "[]";
                case "anycompatible" -> common();
                case "anycompatiblearray" -> common() == null ? null : common() + "[]";
                default -> type;
            };
        }

        private @Nullable String common() {
            return TypeRules.common(compatible).orElse(null);
        }
    }
}
