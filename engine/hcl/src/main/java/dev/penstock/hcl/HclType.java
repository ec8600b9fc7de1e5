package dev.penstock.hcl;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The type of a value. A list, set or map has elements of one type; a tuple or object has a type for each element. What is
 * written in brackets is a tuple, what is written in braces an object; functions and conversions make the others.
 */
public sealed interface HclType {

    /** What it is called in messages. */
    String description();

    /** The types without parts. */
    enum Primitive implements HclType {
        STRING("string"),
        NUMBER("number"),
        BOOL("bool"),
        /** Not known yet, or any. */
        ANY("any type");

        private final String description;

        Primitive(String description) {
            this.description = description;
        }

        @Override
        public String description() {
            return description;
        }
    }

    /** The types whose elements are all of one type. */
    enum Kind {
        LIST("list"),
        SET("set"),
        MAP("map");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** What it is called in messages. */
        public String word() {
            return word;
        }
    }

    /** A list, set or map of elements of one type. */
    record Collection(Kind kind, HclType element) implements HclType {
        @Override
        public String description() {
            return kind.word() + " of " + element.description();
        }
    }

    /** A list with a type for each element. */
    record Tuple(List<HclType> elements) implements HclType {

        /** Copies the types. */
        public Tuple {
            elements = List.copyOf(elements);
        }

        @Override
        public String description() {
            return "tuple";
        }
    }

    /** Named attributes, each with a type. */
    record Objects(Map<String, HclType> attributes) implements HclType {

        /** Sorts and copies the types. */
        public Objects {
            attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
        }

        @Override
        public String description() {
            return "object";
        }
    }

    /** A list of this type. */
    static Collection listOf(HclType element) {
        return new Collection(Kind.LIST, element);
    }

    /** A set of this type. */
    static Collection setOf(HclType element) {
        return new Collection(Kind.SET, element);
    }

    /** A map of this type. */
    static Collection mapOf(HclType element) {
        return new Collection(Kind.MAP, element);
    }

    /** Whether it is a collection of this kind. */
    default boolean is(Kind kind) {
        return this instanceof Collection collection && collection.kind() == kind;
    }

    /** Whether it is a string, a number or a bool. */
    default boolean isScalar() {
        return this instanceof Primitive && this != Primitive.ANY;
    }

    /** Whether it, or a part of it, is not known. */
    default boolean isOpen() {
        if (this instanceof Collection collection) {
            return collection.element().isOpen();
        }
        if (this instanceof Tuple tuple) {
            return tuple.elements().stream().anyMatch(HclType::isOpen);
        }
        if (this instanceof Objects object) {
            return object.attributes().values().stream().anyMatch(HclType::isOpen);
        }
        return this == Primitive.ANY;
    }
}
