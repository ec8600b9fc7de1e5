package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.typed;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Regular expressions (chapter 9.7.3). */
public final class PatternFunctions {
    private PatternFunctions() {}

    /** The operators. */
    public static List<FunctionDefinition> operators() {
        return List.of(
                typed("~", "text,text->bool", types -> match(false, false)),
                typed("~*", "text,text->bool", types -> match(true, false)),
                typed("!~", "text,text->bool", types -> match(false, true)),
                typed("!~*", "text,text->bool", types -> match(true, true)));
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
