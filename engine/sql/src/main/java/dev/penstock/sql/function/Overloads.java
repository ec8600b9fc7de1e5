package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Chooses among overloads of one name as PostgreSQL does (chapters 10.2 and 10.3). */
public final class Overloads {
    private Overloads() {}

    /**
     * The overload that PostgreSQL would call.
     *
     * @param name that of the function, for the message
     * @param arguments the types of the arguments, {@code unknown} among them
     * @return empty if none fits
     * @throws EngineException if several fit equally well
     */
    public static <T> Optional<Resolved<T>> resolve(
            String name, List<T> overloads, Function<T, Signature> signature, List<String> arguments) {
        var fitting = new ArrayList<Resolved<T>>();
        for (T overload : overloads) {
            Signature.Bound bound = signature.apply(overload).bind(arguments).orElse(null);
            if (bound != null) {
                var resolved = new Resolved<>(overload, bound.parameters(), bound.result());
                if (bound.parameters().equals(arguments)) {
                    return Optional.of(resolved);
                }
                fitting.add(resolved);
            }
        }
        List<Resolved<T>> best = best(fitting, arguments);
        if (best.size() > 1) {
            throw new EngineException(ErrorCode.AMBIGUOUS_FUNCTION, called(name, arguments) + " is not unique");
        }
        return best.stream().findFirst();
    }

    /** The error where no overload fits. */
    public static EngineException none(String name, List<Signature> overloads, List<String> arguments) {
        return overloads.stream().anyMatch(signature -> signature.isUndetermined(arguments))
                ? new EngineException(
                        ErrorCode.DATATYPE_MISMATCH,
                        "could not determine polymorphic type because input has type unknown")
                : new EngineException(ErrorCode.UNDEFINED_FUNCTION, called(name, arguments) + " does not exist");
    }

    /** A call in the words of messages: {@code function lower(integer)}. */
    public static String called(String name, List<String> arguments) {
        return "function " + name + "("
                + arguments.stream().map(Casts::longName).collect(Collectors.joining(", ")) + ")";
    }

    private static <T> List<Resolved<T>> best(List<Resolved<T>> fitting, List<String> arguments) {
        if (fitting.size() < 2) {
            return fitting;
        }
        List<Resolved<T>> best = most(fitting, overload -> exact(overload, arguments, false));
        best = best.size() < 2 ? best : most(best, overload -> exact(overload, arguments, true));
        best = best.size() < 2 ? best : byUnknowns(best, arguments);
        Resolved<T> first = best.get(0);
        return best.stream().allMatch(overload -> overload.parameters().equals(first.parameters()))
                ? List.of(first)
                : best;
    }

    /**
     * The overload of a binary operator: a literal without a type is taken for what the other side is, if that exists.
     */
    public static <T> Optional<Resolved<T>> resolveBinary(
            String name, List<T> overloads, Function<T, Signature> signature, String left, String right) {
        boolean leftUnknown = left.equals(TypeRules.UNKNOWN);
        if (leftUnknown != right.equals(TypeRules.UNKNOWN)) {
            String known = leftUnknown ? right : left;
            for (T overload : overloads) {
                Signature.Bound bound =
                        signature.apply(overload).bind(List.of(known, known)).orElse(null);
                if (bound != null && bound.parameters().equals(List.of(known, known))) {
                    return Optional.of(new Resolved<>(overload, bound.parameters(), bound.result()));
                }
            }
        }
        return operator(name, overloads, signature, left, right);
    }

    private static <T> Optional<Resolved<T>> operator(
            String name, List<T> overloads, Function<T, Signature> signature, String left, String right) {
        try {
            return resolve(name, overloads, signature, List.of(left, right));
        } catch (EngineException e) {
            throw new EngineException(
                    e.code(),
                    "operator is not unique: " + Casts.longName(left) + " " + name + " " + Casts.longName(right),
                    e);
        }
    }

    private static <T> List<Resolved<T>> most(List<Resolved<T>> overloads, ToIntFunction<Resolved<T>> score) {
        int most = overloads.stream().mapToInt(score).max().orElse(0);
        return overloads.stream()
                .filter(overload -> score.applyAsInt(overload) == most)
                .toList();
    }

    private static int exact(Resolved<?> overload, List<String> arguments, boolean orPreferred) {
        int count = 0;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String parameter = overload.parameters().get(i);
            boolean known = !argument.equals(TypeRules.UNKNOWN);
            if (known && (parameter.equals(argument) || (orPreferred && TypeRules.isPreferred(parameter)))) {
                count++;
            }
        }
        return count;
    }

    /** Literals without a type are taken for text where that is possible, else for what all candidates take there. */
    private static <T> List<Resolved<T>> byUnknowns(List<Resolved<T>> overloads, List<String> arguments) {
        List<Resolved<T>> left = overloads;
        for (int i = 0; i < arguments.size(); i++) {
            if (!arguments.get(i).equals(TypeRules.UNKNOWN)) {
                continue;
            }
            int place = i;
            IntFunction<List<Resolved<T>>> text = at -> overloads.stream()
                    .filter(overload -> TypeRules.category(overload.parameters().get(at)) == 'S')
                    .toList();
            List<Resolved<T>> texts = text.apply(place);
            List<Resolved<T>> preferred = overloads.stream()
                    .filter(overload ->
                            TypeRules.isPreferred(overload.parameters().get(place)))
                    .toList();
            boolean oneCategory = overloads.stream()
                            .map(overload ->
                                    TypeRules.category(overload.parameters().get(place)))
                            .distinct()
                            .count()
                    == 1;
            List<Resolved<T>> preferredTexts =
                    texts.stream().filter(preferred::contains).toList();
            List<Resolved<T>> someTexts = preferredTexts.isEmpty() ? texts : preferredTexts;
            List<Resolved<T>> kept = !texts.isEmpty() ? someTexts : oneCategory ? preferred : List.of();
            List<Resolved<T>> both = left.stream().filter(kept::contains).toList();
            left = both.isEmpty() ? left : both;
        }
        return left.size() < 2 ? left : asTheOthers(left, arguments);
    }

    /** If all known arguments have one type, the unknown ones are taken for it. */
    private static <T> List<Resolved<T>> asTheOthers(List<Resolved<T>> overloads, List<String> arguments) {
        List<String> known = arguments.stream()
                .filter(argument -> !argument.equals(TypeRules.UNKNOWN))
                .distinct()
                .toList();
        if (known.size() != 1) {
            return overloads;
        }
        List<Resolved<T>> same = overloads.stream()
                .filter(overload -> IntStream.range(0, arguments.size())
                        .allMatch(i -> TypeRules.isImplicit(
                                known.get(0), overload.parameters().get(i))))
                .toList();
        return same.size() == 1 ? same : overloads;
    }

    /**
     * An overload with its types settled.
     *
     * @param parameters the types to which the arguments must be cast, one for each
     */
    public record Resolved<T>(T definition, List<String> parameters, String result) {}
}
