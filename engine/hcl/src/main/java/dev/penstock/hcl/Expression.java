package dev.penstock.hcl;

import java.util.List;

/** An expression as it was written. */
public sealed interface Expression {

    /** Where it begins. */
    SourcePosition position();

    /** A value that stands there as it is. */
    record Literal(HclValue value, SourcePosition position) implements Expression {}

    /** Text with expressions in it; the parts follow one another. */
    record Template(List<Expression> parts, SourcePosition position) implements Expression {

        /** Copies the parts. */
        public Template {
            parts = List.copyOf(parts);
        }
    }

    /** A name with its attributes, such as {@code local.x} or {@code query.y.sql}. */
    record Traversal(List<String> names, SourcePosition position) implements Expression {

        /** Copies the names. */
        public Traversal {
            names = List.copyOf(names);
        }
    }

    /** A function called. */
    record Call(String function, List<Expression> arguments, SourcePosition position) implements Expression {

        /** Copies the arguments. */
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code [a, b]}. */
    record ListOf(List<Expression> elements, SourcePosition position) implements Expression {

        /** Copies the elements. */
        public ListOf {
            elements = List.copyOf(elements);
        }
    }

    /** {@code {a = b}}; a bare key is a literal. */
    record ObjectOf(List<Entry> entries, SourcePosition position) implements Expression {

        /** Copies the entries. */
        public ObjectOf {
            entries = List.copyOf(entries);
        }
    }

    /** One entry of an object. */
    record Entry(Expression key, Expression value) {}
}
