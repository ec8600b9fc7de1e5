package dev.penstock.controls.mod;

import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Diagnostic;
import dev.penstock.hcl.Expression;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.NamedScope;
import dev.penstock.hcl.Parser;
import dev.penstock.hcl.SourcePosition;
import dev.penstock.hcl.ValueException;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.List;

/** A value for a variable, from outside of its declaration. */
sealed interface Assignment {

    /** {@code name}, or {@code mod.name}. */
    String name();

    /** Where it comes from, for messages. */
    String origin();

    /**
     * The value as one of this type.
     *
     * @throws ValueException if it is none
     */
    HclValue value(VariableType type);

    /** A problem that ends the program, or one among those of the mod. */
    RuntimeException problem(String what);

    /** A line of a file, or an argument of a required mod. */
    record Written(String name, Expression expression, HclValue known) implements Assignment {

        /** A line of a file of values. */
        static Written of(Attribute line) {
            HclValue value = NamedScope.builder()
                    .opaque(name -> name.root().equals("connection"))
                    .build()
                    .evaluator()
                    .value(line.value());
            return new Written(line.name(), line.value(), value);
        }

        @Override
        public String origin() {
            return expression.position().toString();
        }

        @Override
        public HclValue value(VariableType type) {
            return type.convert(known);
        }

        @Override
        public RuntimeException problem(String what) {
            return new HclException(List.of(expression.span().problem(what, "")));
        }
    }

    /** Text, from the environment, a flag or a person. */
    record Typed(String name, String text, String origin, boolean isFlag) implements Assignment {

        @Override
        public HclValue value(VariableType type) {
            if (type.type() == Primitive.STRING) {
                return new HclValue.Text(text);
            }
            try {
                Expression expression = Parser.parseExpression(origin, text).orThrow();
                HclValue value = NamedScope.builder()
                        .opaque(name -> name.root().equals("connection"))
                        .build()
                        .evaluator()
                        .value(expression);
                return type.convert(value);
            } catch (HclException e) {
                Diagnostic first = e.diagnostics().get(0);
                throw new ValueException("a " + type.text() + " is needed, and this can't be read as one: "
                        + first.problem() + "; texts in it stand in double quotes");
            }
        }

        @Override
        public RuntimeException problem(String what) {
            String message = origin + ": " + what;
            return isFlag
                    ? new EngineException(ErrorCode.INVALID_PARAMETER, message)
                    : new HclException(what, new SourcePosition(origin, 1, 1));
        }
    }
}
