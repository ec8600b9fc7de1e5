package dev.penstock.hcl;

import dev.penstock.hcl.HclType.Kind;
import dev.penstock.hcl.HclType.Primitive;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The value of an expression. */
public sealed interface HclValue {

    /** Its type. */
    HclType type();

    /** What the kind is called in messages. */
    default String kind() {
        return type().description();
    }

    /** How much it holds, all parts counted as often as they occur: a bound for whatever walks over it. */
    default long weight() {
        return 1;
    }

    /** How deep its parts nest. */
    default int depth() {
        return 1;
    }

    /** Whether it can be looked at: not unknown, and no reference that is left to the reader. */
    default boolean isKnown() {
        return true;
    }

    /** Whether it and all its parts are known. */
    default boolean isWhollyKnown() {
        return isKnown();
    }

    /** Whether it is null. */
    default boolean isNull() {
        return false;
    }

    /** No value. */
    record Null(HclType type) implements HclValue {
        /** Null of any type. */
        public static final Null NULL = new Null(Primitive.ANY);

        @Override
        public boolean isNull() {
            return true;
        }

        @Override
        public String kind() {
            return "null";
        }
    }

    /** True or false. */
    record Bool(boolean value) implements HclValue {
        /** True. */
        public static final Bool TRUE = new Bool(true);
        /** False. */
        public static final Bool FALSE = new Bool(false);

        /** One of the two. */
        public static Bool of(boolean value) {
            return value ? TRUE : FALSE;
        }

        @Override
        public HclType type() {
            return Primitive.BOOL;
        }
    }

    /**
     * A number.
     *
     * @param value without loss; the shortest decimal that names it
     */
    record Num(BigDecimal value) implements HclValue {

        /** Strips zeros, so that equal numbers are equal. */
        public Num {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        /** A whole number. */
        public static Num of(long value) {
            return new Num(BigDecimal.valueOf(value));
        }

        /**
         * The number that a text spells.
         *
         * @throws ValueException if it spells none
         */
        public static Num parse(String text) {
            return Numbers.parse(text);
        }

        /** Digits, without an exponent. */
        public String text() {
            return value.toPlainString();
        }

        @Override
        public HclType type() {
            return Primitive.NUMBER;
        }
    }

    /**
     * Text.
     *
     * @param value composed (Unicode NFC)
     */
    record Text(String value) implements HclValue {
        /** As much as a text may hold. */
        private static final int LONGEST = 16 * 1024 * 1024;

        private static final int PER_WEIGHT = 16;

        /** Composes the text. */
        public Text {
            if (value.length() > LONGEST) {
                throw new ValueException("this text has more than " + LONGEST + " characters");
            }
            value = Normal.form(value);
        }

        @Override
        public HclType type() {
            return Primitive.STRING;
        }

        @Override
        public long weight() {
            return 1L + value.length() / PER_WEIGHT;
        }
    }

    /** Values in order: a tuple, a list or a set. A set has its elements once each, in an order of its own. */
    final class Sequence implements HclValue {
        private final Optional<HclType.Collection> collection;
        private final List<HclValue> elements;
        private final Extent extent;

        private Sequence(Optional<HclType.Collection> collection, List<HclValue> elements) {
            this.collection = collection;
            this.elements = elements;
            this.extent = Extent.of(elements);
        }

        /** What is written in brackets. */
        public static Sequence tuple(List<? extends HclValue> elements) {
            return new Sequence(Optional.empty(), List.copyOf(elements));
        }

        /** A list of elements that are all of this type. */
        public static Sequence list(HclType element, List<? extends HclValue> elements) {
            return new Sequence(Optional.of(HclType.listOf(element)), List.copyOf(elements));
        }

        /** A set of elements that are all of this type; equal ones are there once. */
        public static Sequence set(HclType element, Collection<? extends HclValue> elements) {
            return new Sequence(Optional.of(HclType.setOf(element)), SetOrder.distinct(elements));
        }

        /** The elements. */
        public List<HclValue> elements() {
            return elements;
        }

        /** Whether it is a tuple. */
        public boolean isTuple() {
            return collection.isEmpty();
        }

        /** Whether it is a set. */
        public boolean isSet() {
            return collection.isPresent() && collection.get().kind() == Kind.SET;
        }

        @Override
        public HclType type() {
            return collection.isPresent()
                    ? collection.get()
                    : new HclType.Tuple(elements.stream().map(HclValue::type).toList());
        }

        @Override
        public long weight() {
            return extent.weight();
        }

        @Override
        public int depth() {
            return extent.depth();
        }

        @Override
        public boolean isWhollyKnown() {
            return extent.known();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Sequence sequence
                    && collection.equals(sequence.collection)
                    && elements.equals(sequence.elements);
        }

        @Override
        public int hashCode() {
            return elements.hashCode();
        }

        @Override
        public String toString() {
            return elements.toString();
        }
    }

    /** Values by key, in the order of the keys: an object or a map. */
    final class Dictionary implements HclValue {
        private final Optional<HclType.Collection> collection;
        private final Map<String, HclValue> entries;
        private final Extent extent;

        private Dictionary(Optional<HclType.Collection> collection, Map<String, ? extends HclValue> entries) {
            this.collection = collection;
            this.entries = KeyOrder.sorted(entries);
            this.extent = Extent.of(this.entries.values());
        }

        /** What is written in braces. */
        public static Dictionary object(Map<String, ? extends HclValue> entries) {
            return new Dictionary(Optional.empty(), entries);
        }

        /** A map of values that are all of this type. */
        public static Dictionary map(HclType element, Map<String, ? extends HclValue> entries) {
            return new Dictionary(Optional.of(HclType.mapOf(element)), entries);
        }

        /** The entries, in the order of the keys. */
        public Map<String, HclValue> entries() {
            return entries;
        }

        /** Whether it is an object. */
        public boolean isObject() {
            return collection.isEmpty();
        }

        @Override
        public HclType type() {
            if (collection.isPresent()) {
                return collection.get();
            }
            var types = new LinkedHashMap<String, HclType>();
            entries.forEach((key, value) -> types.put(key, value.type()));
            return new HclType.Objects(types);
        }

        @Override
        public long weight() {
            return extent.weight();
        }

        @Override
        public int depth() {
            return extent.depth();
        }

        @Override
        public boolean isWhollyKnown() {
            return extent.known();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Dictionary dictionary
                    && collection.equals(dictionary.collection)
                    && entries.equals(dictionary.entries);
        }

        @Override
        public int hashCode() {
            return entries.hashCode();
        }

        @Override
        public String toString() {
            return entries.toString();
        }
    }

    /** A value that nobody knows yet. */
    record Unknown(HclType type) implements HclValue {
        /** A value of any type. */
        public static final Unknown ANY = new Unknown(Primitive.ANY);

        @Override
        public boolean isKnown() {
            return false;
        }

        @Override
        public String kind() {
            return "unknown value";
        }
    }

    /**
     * A name that the scope leaves to its reader, such as {@code query.x}. Wherever its value would matter it is unknown.
     *
     * @param names the parts of the name; an index is a part such as {@code [0]}
     */
    record Reference(List<String> names) implements HclValue {

        /** Copies the names. */
        public Reference {
            names = List.copyOf(names);
        }

        /** The names as they are written. */
        public String text() {
            var text = new StringBuilder();
            for (String name : names) {
                text.append(text.isEmpty() || name.startsWith("[") ? "" : ".").append(name);
            }
            return text.toString();
        }

        @Override
        public HclType type() {
            return Primitive.ANY;
        }

        @Override
        public boolean isKnown() {
            return false;
        }

        @Override
        public String kind() {
            return "reference";
        }
    }
}
