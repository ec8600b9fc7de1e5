package dev.penstock.spi.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A jsonb value: kept parsed, equal where PostgreSQL's jsonb is equal, ordered as its btree order, and printed as its
 * text form (PostgreSQL chapter 8.14).
 */
public sealed interface Json extends Comparable<Json> {

    /** The order of object keys: by length in bytes, then by bytes. */
    Comparator<String> KEY_ORDER = Comparator.comparingInt(Utf8::length).thenComparing(Utf8::compare);

    /** JSON null. */
    static Json nullValue() {
        return JsonNull.INSTANCE;
    }

    /** A text, or JSON null for null. */
    static Json text(@Nullable String text) {
        return text == null ? nullValue() : new JsonText(text);
    }

    /** A number. */
    static Json number(long number) {
        return new JsonNumber(BigDecimal.valueOf(number));
    }

    /** A number, exactly. */
    static Json number(BigDecimal number) {
        return new JsonNumber(number);
    }

    /** A boolean. */
    static Json bool(boolean bool) {
        return bool ? JsonBoolean.TRUE : JsonBoolean.FALSE;
    }

    /** An array. */
    static Json array(List<? extends Json> elements) {
        return new JsonArray(List.copyOf(elements));
    }

    /** An object; its keys get PostgreSQL's order. */
    static Json object(Map<String, ? extends Json> members) {
        return new JsonObject(JsonMembers.of(members));
    }

    /** The value's rank in PostgreSQL's order: object over array over boolean over number over string over null. */
    private int rank() {
        if (this instanceof JsonNull) {
            return 0;
        }
        if (this instanceof JsonText) {
            return 1;
        }
        if (this instanceof JsonNumber) {
            return 2;
        }
        if (this instanceof JsonBoolean) {
            return 3;
        }
        return this instanceof JsonArray ? 4 : 5;
    }

    /** Appends PostgreSQL's text form. */
    void appendTo(StringBuilder out);

    /** PostgreSQL puts an empty array below everything else, for historical reasons, but only where it stands alone. */
    @Override
    default int compareTo(Json other) {
        boolean empty = this instanceof JsonArray array && array.elements().isEmpty();
        boolean otherEmpty =
                other instanceof JsonArray array && array.elements().isEmpty();
        return empty != otherEmpty ? (empty ? -1 : 1) : compareWithin(other);
    }

    private int compareWithin(Json other) {
        if (this instanceof JsonText a && other instanceof JsonText b) {
            return Utf8.compare(a.text(), b.text());
        }
        if (this instanceof JsonNumber a && other instanceof JsonNumber b) {
            return a.number().compareTo(b.number());
        }
        if (this instanceof JsonBoolean a && other instanceof JsonBoolean b) {
            return Boolean.compare(a.bool(), b.bool());
        }
        if (this instanceof JsonArray a && other instanceof JsonArray b) {
            return a.compareElements(b);
        }
        if (this instanceof JsonObject a && other instanceof JsonObject b) {
            return a.compareMembers(b);
        }
        return Integer.compare(rank(), other.rank());
    }

    /** JSON null, which is not SQL NULL. */
    record JsonNull() implements Json {
        static final JsonNull INSTANCE = new JsonNull();

        @Override
        public void appendTo(StringBuilder out) {
            out.append("null");
        }

        @Override
        public String toString() {
            return "null";
        }
    }

    /** True or false. */
    record JsonBoolean(boolean bool) implements Json {
        static final JsonBoolean TRUE = new JsonBoolean(true);
        static final JsonBoolean FALSE = new JsonBoolean(false);

        @Override
        public void appendTo(StringBuilder out) {
            out.append(bool);
        }

        @Override
        public String toString() {
            return Boolean.toString(bool);
        }
    }

    /** A number, exactly as it was written up to its exponent; 1 and 1.0 are equal. */
    record JsonNumber(BigDecimal number) implements Json {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof JsonNumber that && number.compareTo(that.number) == 0;
        }

        @Override
        public int hashCode() {
            return number.stripTrailingZeros().hashCode();
        }

        @Override
        public void appendTo(StringBuilder out) {
            out.append(number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString());
        }

        @Override
        public String toString() {
            var out = new StringBuilder();
            appendTo(out);
            return out.toString();
        }
    }

    /** A text. */
    record JsonText(String text) implements Json {
        @Override
        public void appendTo(StringBuilder out) {
            appendQuoted(text, out);
        }

        @Override
        public String toString() {
            var out = new StringBuilder();
            appendTo(out);
            return out.toString();
        }

        static void appendQuoted(String text, StringBuilder out) {
            out.append('"');
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '"' -> out.append("\\\"");
                    case '\\' -> out.append("\\\\");
                    case '\b' -> out.append("\\b");
                    case '\f' -> out.append("\\f");
                    case '\n' -> out.append("\\n");
                    case '\r' -> out.append("\\r");
                    case '\t' -> out.append("\\t");
                    default -> {
                        if (c < ' ') {
                            out.append(String.format("\\u%04x", (int) c));
                        } else {
                            out.append(c);
                        }
                    }
                }
            }
            out.append('"');
        }
    }

    /** An array. */
    record JsonArray(List<Json> elements) implements Json {

        /** Copies the elements. */
        public JsonArray {
            elements = List.copyOf(elements);
        }

        private int compareElements(JsonArray other) {
            if (elements.size() != other.elements.size()) {
                return Integer.compare(elements.size(), other.elements.size());
            }
            for (int i = 0; i < elements.size(); i++) {
                int order = elements.get(i).compareWithin(other.elements.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }

        @Override
        public void appendTo(StringBuilder out) {
            out.append('[');
            for (int i = 0; i < elements.size(); i++) {
                if (i > 0) {
                    out.append(", ");
                }
                elements.get(i).appendTo(out);
            }
            out.append(']');
        }

        @Override
        public String toString() {
            var out = new StringBuilder();
            appendTo(out);
            return out.toString();
        }
    }

    /**
     * An object.
     *
     * @param members in PostgreSQL's order of keys
     */
    record JsonObject(Map<String, Json> members) implements Json {

        /** Copies and orders the members. */
        public JsonObject {
            members = JsonMembers.of(members);
        }

        private int compareMembers(JsonObject other) {
            if (members.size() != other.members.size()) {
                return Integer.compare(members.size(), other.members.size());
            }
            var mine = new ArrayList<>(members.entrySet());
            var theirs = new ArrayList<>(other.members.entrySet());
            for (int i = 0; i < mine.size(); i++) {
                int order = Utf8.compare(mine.get(i).getKey(), theirs.get(i).getKey());
                if (order == 0) {
                    order = mine.get(i).getValue().compareWithin(theirs.get(i).getValue());
                }
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }

        @Override
        public void appendTo(StringBuilder out) {
            out.append('{');
            boolean first = true;
            for (Map.Entry<String, Json> member : members.entrySet()) {
                if (!first) {
                    out.append(", ");
                }
                first = false;
                JsonText.appendQuoted(member.getKey(), out);
                out.append(": ");
                member.getValue().appendTo(out);
            }
            out.append('}');
        }

        @Override
        public String toString() {
            var out = new StringBuilder();
            appendTo(out);
            return out.toString();
        }
    }
}
