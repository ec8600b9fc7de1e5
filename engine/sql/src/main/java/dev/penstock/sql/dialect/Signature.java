package dev.penstock.sql.dialect;

import java.util.List;
import java.util.Set;

/**
 * The types that a function takes and gives, by PostgreSQL's names.
 *
 * @param parameters one for each; {@code any} takes every type
 * @param variadic whether the last parameter may come any number of times
 * @param result the type of the result; {@code $n} for that of argument n, counted from 1
 */
record Signature(List<String> parameters, boolean variadic, String result) {
    private static final List<String> NUMBERS = List.of("int2", "int4", "int8", "numeric", "float4", "float8");
    private static final Set<String> TIMES = Set.of("date", "timestamp", "timestamptz");

    /** A signature written as {@code text,int4->text}; three dots behind the last parameter make it variadic. */
    static Signature of(String text) {
        String[] sides = text.split("->", 2);
        boolean variadic = sides[0].endsWith("...");
        String parameters = variadic ? sides[0].substring(0, sides[0].length() - 3) : sides[0];
        return new Signature(parameters.isEmpty() ? List.of() : List.of(parameters.split(",", -1)), variadic, sides[1]);
    }

    /** Whether these arguments fit, implicit casts included. */
    boolean fits(List<String> arguments) {
        if (variadic ? arguments.size() < parameters.size() : arguments.size() != parameters.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!fits(parameters.get(Math.min(i, parameters.size() - 1)), arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String parameter, String argument) {
        if (parameter.equals("any") || parameter.equals(argument) || argument.equals("unknown")) {
            return true;
        }
        if (parameter.equals("any[]")) {
            return argument.endsWith("[]");
        }
        if (NUMBERS.contains(parameter) && NUMBERS.contains(argument)) {
            return NUMBERS.indexOf(argument) <= NUMBERS.indexOf(parameter);
        }
        return parameter.equals("timestamptz") && TIMES.contains(argument);
    }

    /** The type of the result for these arguments. */
    String resultFor(List<String> arguments) {
        return result.startsWith("$") ? arguments.get(Integer.parseInt(result.substring(1)) - 1) : result;
    }
}
