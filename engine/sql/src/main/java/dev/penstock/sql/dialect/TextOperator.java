package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.FunctionContext;
import dev.penstock.sql.function.ScalarFunction;
import dev.penstock.sql.function.Texts;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.jspecify.annotations.Nullable;

/** {@code ||} of texts and what prints as text, and the regular expression operators (chapters 9.4 and 9.7.3). */
final class TextOperator extends SqlBinaryOperator implements Implemented {
    private static final int OTHER_PRECEDENCE = 36;

    private TextOperator(String name) {
        super(
                name,
                SqlKind.OTHER,
                OTHER_PRECEDENCE,
                true,
                binding -> {
                    check(name, binding);
                    boolean nullable = binding.getOperandType(0).isNullable()
                            || binding.getOperandType(1).isNullable();
                    return binding.getTypeFactory()
                            .createTypeWithNullability(
                                    PostgresTypes.of(binding.getTypeFactory(), name.equals("||") ? "text" : "bool"),
                                    nullable);
                },
                InferTypes.FIRST_KNOWN,
                OperandTypes.ANY_ANY);
    }

    static List<TextOperator> all() {
        return List.of(
                new TextOperator("||"),
                new TextOperator("~"),
                new TextOperator("~*"),
                new TextOperator("!~"),
                new TextOperator("!~*"));
    }

    private static void check(String name, SqlOperatorBinding binding) {
        String left = PostgresTypes.nameOf(binding.getOperandType(0));
        String right = PostgresTypes.nameOf(binding.getOperandType(1));
        boolean fits = name.equals("||")
                ? (left.equals("text") || right.equals("text")) && !left.endsWith("[]") && !right.endsWith("[]")
                : left.equals("text") && right.equals("text");
        if (!fits) {
            throw new EngineException(
                    ErrorCode.UNDEFINED_FUNCTION,
                    "operator does not exist: " + Casts.longName(left) + " " + name + " " + Casts.longName(right));
        }
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public ScalarFunction implementation(List<String> types) {
        if (getName().equals("||")) {
            return (arguments, context) -> Casts.textOf(Objects.requireNonNull(arguments[0]), types.get(0), context)
                    + Casts.textOf(Objects.requireNonNull(arguments[1]), types.get(1), context);
        }
        boolean ignoreCase = getName().endsWith("*");
        boolean negated = getName().startsWith("!");
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
