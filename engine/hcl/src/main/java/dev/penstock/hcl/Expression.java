package dev.penstock.hcl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as it was written. */
public sealed interface Expression {

    /** The text that it was read from. */
    Span span();

    /** Where it begins. */
    default SourcePosition position() {
        return span().position();
    }

    /** A value that stands there as it is. */
    record Literal(HclValue value, Span span) implements Expression {}

    /** Text with expressions in it; the parts follow one another. */
    record Template(List<Expression> parts, Span span) implements Expression {

        /** Copies the parts. */
        public Template {
            parts = List.copyOf(parts);
        }
    }

    /** An expression in parentheses, or a template that consists of it alone: its value is that of the inner one. */
    record Group(Expression inner, Span span) implements Expression {}

    /** A name with its steps, such as {@code local.x} or {@code query.y.sql}. */
    record Traversal(String root, List<Step> steps, Span span) implements Expression {

        /** Copies the steps. */
        public Traversal {
            steps = List.copyOf(steps);
        }
    }

    /** Steps into any other value, such as {@code f(x)[0].y}. */
    record Access(Expression source, List<Step> steps, Span span) implements Expression {

        /** Copies the steps. */
        public Access {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A function called.
     *
     * @param expandsLast whether the last argument is a list of arguments, marked with {@code ...}
     */
    record Call(String function, List<Expression> arguments, boolean expandsLast, Span span) implements Expression {

        /** Copies the arguments. */
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code a ? b : c}, or an {@code %{if}} of a template. */
    record Conditional(Expression condition, Expression whenTrue, Expression whenFalse, Span span)
            implements Expression {}

    /**
     * Operators of one precedence, from left to right. One node for the whole chain keeps the tree flat, however long the
     * chain is.
     */
    record Operation(Expression first, List<Operand> others, Span span) implements Expression {

        /** Copies the operands. */
        public Operation {
            others = List.copyOf(others);
        }
    }

    /** An operator and what stands on its right. */
    record Operand(Operator operator, Expression value) {}

    /** {@code -a} or {@code !a}. */
    record Unary(Operator operator, Expression value, Span span) implements Expression {}

    /** {@code [a, b]}. */
    record ListOf(List<Expression> elements, Span span) implements Expression {

        /** Copies the elements. */
        public ListOf {
            elements = List.copyOf(elements);
        }
    }

    /** {@code {a = b}}; a bare key is a literal. */
    record ObjectOf(List<Entry> entries, Span span) implements Expression {

        /** Copies the entries. */
        public ObjectOf {
            entries = List.copyOf(entries);
        }
    }

    /** A key such as {@code a.b}, which could be a name or a text: it has no value. */
    record AmbiguousKey(Span span) implements Expression {}

    /** One entry of an object. */
    record Entry(Expression key, Expression value) {}

    /**
     * {@code [for k, v in c : x if y]}, or with braces and a key.
     *
     * @param keyName the name of the key, or empty
     * @param key the key of the result, or null if the result is a list
     * @param condition what comes after {@code if}, or null
     * @param groups whether equal keys are grouped, as {@code ...} says
     */
    record For(
            String keyName,
            String valueName,
            Expression collection,
            @Nullable Expression key,
            Expression value,
            @Nullable Expression condition,
            boolean groups,
            Span span)
            implements Expression {}

    /** A {@code %{for}} of a template: the texts of a list, one behind the other. */
    record Joined(For list, Span span) implements Expression {}

    /** A step into a value. */
    sealed interface Step {

        /** The text of the step. */
        Span span();

        /** {@code .name}. */
        record Attribute(String name, Span span) implements Step {}

        /** {@code [key]}, or the older {@code .0}. */
        record Index(Expression key, Span span) implements Step {}

        /** {@code [*]} or {@code .*}: the further steps are taken into each element. */
        record Splat(List<Step> each, Span span) implements Step {

            /** Copies the steps. */
            public Splat {
                each = List.copyOf(each);
            }
        }
    }
}
