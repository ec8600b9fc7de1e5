package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;
import static dev.penstock.sql.function.FunctionDefinition.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Regular expressions (chapter 9.7.3). */
public final class PatternFunctions {
    private PatternFunctions() {}

    /** The operators. */
    public static List<FunctionDefinition> operators() {
        var all = new ArrayList<FunctionDefinition>();
        for (String not : List.of("", "NOT ")) {
            for (String like : List.of("LIKE", "ILIKE")) {
                for (String quantifier : List.of("ANY", "ALL")) {
                    all.add(function(
                            not + like + " " + quantifier,
                            "text,text[]->bool",
                            (a, c) -> likeSome(
                                    String.valueOf(a[0]),
                                    (List<?>) Objects.requireNonNull(a[1]),
                                    like.equals("ILIKE"),
                                    !not.isEmpty(),
                                    quantifier.equals("ALL"))));
                }
            }
        }
        all.addAll(List.of(
                typed("~", "text,text->bool", types -> match(false, false)),
                typed("~*", "text,text->bool", types -> match(true, false)),
                typed("!~", "text,text->bool", types -> match(false, true)),
                typed("!~*", "text,text->bool", types -> match(true, true))));
        return all;
    }

    private static @Nullable Boolean likeSome(
            String text, List<?> patterns, boolean ignoreCase, boolean negated, boolean all) {
        boolean unknown = false;
        for (Object pattern : patterns) {
            if (pattern == null) {
                unknown = true;
            } else if ((Texts.like(text, pattern.toString(), '\\', ignoreCase) != negated) != all) {
                return !all;
            }
        }
        return unknown ? null : (Boolean) all;
    }

    private static ScalarFunction match(boolean ignoreCase, boolean negated) {
        return new ScalarFunction() {
            // The pattern is nearly always a constant: the last one is kept. A race only compiles it twice.
            private volatile Compiled last = new Compiled("", Pattern.compile(""));

            @Override
            public Object apply(@Nullable Object[] arguments, FunctionContext context) {
                String expression = String.valueOf(arguments[1]);
                Compiled compiled = last;
                if (!compiled.expression().equals(expression)) {
                    compiled = new Compiled(expression, Texts.regularExpression(expression, ignoreCase));
                    last = compiled;
                }
                return compiled.pattern().matcher(String.valueOf(arguments[0])).find() != negated;
            }
        };
    }

    private record Compiled(String expression, Pattern pattern) {}
}
