package dev.penstock.cli.command;

import dev.penstock.controls.mod.Mod;
import dev.penstock.spi.Wildcard;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a command's arguments name: {@code name}, {@code type.name}, {@code mod.type.name}, any of them with {@code *}
 * and {@code ?}, or {@code all} by itself.
 *
 * @param type such as {@code control}
 * @param one finds what has a name
 * @param every all that there are, by short name
 */
record Targets<T>(
        Mod mod,
        String type,
        Function<String, T> one,
        Supplier<? extends Map<String, ? extends T>> every,
        Function<T, String> fullName) {
    static final String ALL = "all";

    /** Whether an argument stands for whatever there is, not for one by its name. */
    static boolean isOpen(String argument) {
        return argument.equals(ALL) || Wildcard.isIn(argument);
    }

    /** Each of them once, in the order of the arguments; those of a pattern by name. */
    List<T> named(List<String> arguments) {
        if (arguments.contains(ALL)) {
            if (arguments.size() > 1) {
                throw new EngineException(
                        ErrorCode.INVALID_PARAMETER, "all stands for everything, without other names");
            }
            return orNone(List.copyOf(every.get().values()), "the mod " + mod.name() + " has no " + type);
        }
        Map<String, T> found = new LinkedHashMap<>();
        for (String argument : arguments) {
            List<T> matches = Wildcard.isIn(argument) ? matching(argument) : List.of(one.apply(argument));
            matches.forEach(match -> found.putIfAbsent(fullName.apply(match), match));
        }
        return List.copyOf(found.values());
    }

    private List<T> matching(String argument) {
        Wildcard pattern = Wildcard.of(argument);
        var matches = new ArrayList<T>();
        every.get().forEach((name, node) -> {
            if (pattern.matches(name) || pattern.matches(type + "." + name) || pattern.matches(fullName.apply(node))) {
                matches.add(node);
            }
        });
        return orNone(matches, "the mod " + mod.name() + " has no " + type + " like \"" + argument + "\"");
    }

    private static <T> List<T> orNone(List<T> found, String otherwise) {
        if (found.isEmpty()) {
            throw new EngineException(ErrorCode.UNKNOWN_NAME, otherwise);
        }
        return found;
    }
}
