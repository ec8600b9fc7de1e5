package dev.penstock.sql.function;

import dev.penstock.spi.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A jsonpath (chapter 9.16.2).
 *
 * @param lax whether it adapts to what it meets, and is not strict
 * @param text as it was written
 */
record JsonPath(boolean lax, Node root, String text) {

    /** A part of a path that gives a sequence of values; of predicates true, false or null. */
    sealed interface Node {}

    record Root() implements Node {}

    record Current() implements Node {}

    record Last() implements Node {}

    record Variable(String name) implements Node {}

    record Literal(Json value) implements Node {}

    /** A step from each value of the base. */
    record Step(Node base, Accessor accessor) implements Node {}

    /** An operator on one value ({@code left} null) or two. */
    record Arithmetic(String operator, @Nullable Node left, Node right) implements Node {}

    /** {@code ==} and its kin. */
    record Comparison(String operator, Node left, Node right) implements Node {}

    record And(Node left, Node right) implements Node {}

    record Or(Node left, Node right) implements Node {}

    record Not(Node operand) implements Node {}

    record Exists(Node operand) implements Node {}

    record IsUnknown(Node operand) implements Node {}

    record StartsWith(Node operand, Node prefix) implements Node {}

    record LikeRegex(Node operand, String pattern, String flags) implements Node {}

    /** What a step does with a value. */
    sealed interface Accessor {}

    record Key(String name) implements Accessor {}

    record AnyKey() implements Accessor {}

    record AnyElement() implements Accessor {}

    /** Subscripts; {@code to} is null for a single one. */
    record Subscripts(List<Range> ranges) implements Accessor {}

    record Range(Node from, @Nullable Node to) {}

    /** {@code .**}: all levels from the least to the greatest. */
    record Levels(int least, int greatest) implements Accessor {}

    record Method(String name) implements Accessor {}

    record Filter(Node predicate) implements Accessor {}

    /** Whether a node is a predicate. */
    static boolean isPredicate(Node node) {
        return node instanceof Comparison
                || node instanceof And
                || node instanceof Or
                || node instanceof Not
                || node instanceof Exists
                || node instanceof IsUnknown
                || node instanceof StartsWith
                || node instanceof LikeRegex;
    }

    @Override
    public String toString() {
        return text;
    }
}
