package dev.penstock.hcl;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The value of an expression. */
public sealed interface HclValue {

    /** What the kind is called in messages. */
    String kind();

    /** No value. */
    enum Null implements HclValue {
        NULL;

        @Override
        public String kind() {
            return "null";
        }
    }

    /** True or false. */
    record Bool(boolean value) implements HclValue {
        @Override
        public String kind() {
            return "bool";
        }
    }

    /** A number, without loss. */
    record Num(BigDecimal value) implements HclValue {
        @Override
        public String kind() {
            return "number";
        }
    }

    /** Text. */
    record Text(String value) implements HclValue {
        @Override
        public String kind() {
            return "string";
        }
    }

    /** Values in order. */
    record Sequence(List<HclValue> elements) implements HclValue {

        /** Copies the elements. */
        public Sequence {
            elements = List.copyOf(elements);
        }

        @Override
        public String kind() {
            return "list";
        }
    }

    /** Values by key, in the order of the text. */
    record Dictionary(Map<String, HclValue> entries) implements HclValue {

        /** Copies the entries. */
        public Dictionary {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "object";
        }
    }

    /** A name that the scope leaves to its reader, such as {@code query.x}. */
    record Reference(List<String> names) implements HclValue {

        /** Copies the names. */
        public Reference {
            names = List.copyOf(names);
        }

        /** The names joined by dots. */
        public String text() {
            return String.join(".", names);
        }

        @Override
        public String kind() {
            return "reference";
        }
    }
}
