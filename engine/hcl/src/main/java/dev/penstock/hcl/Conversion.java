package dev.penstock.hcl;

import dev.penstock.hcl.HclType.Kind;
import dev.penstock.hcl.HclType.Primitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values to values of another type: numbers and bools to text and back, tuples to lists and sets, objects to maps. */
public final class Conversion {
    private Conversion() {}

    /**
     * The value as one of this type.
     *
     * @throws ValueException if it can't be one
     */
    public static HclValue convert(HclValue value, HclType wanted) {
        if (wanted == Primitive.ANY || fits(value, wanted)) {
            return value;
        }
        HclType type = resolved(value.type(), wanted)
                .filter(target -> Possible.between(value.type(), wanted))
                .orElseThrow(() -> new ValueException(needed(wanted) + ", not " + described(value)));
        if (value.isNull()) {
            return new HclValue.Null(type);
        }
        if (!value.isKnown()) {
            return new HclValue.Unknown(type);
        }
        return known(value, type);
    }

    private static String needed(HclType wanted) {
        String description = wanted.description();
        return (description.startsWith("object") ? "an " : "a ") + description + " is needed";
    }

    private static String described(HclValue value) {
        return (value.kind().startsWith("o") || value.kind().startsWith("u") ? "an " : "a ") + value.kind();
    }

    /** The text of a scalar; numbers and bools are written out. */
    public static String text(HclValue value) {
        HclValue converted = convert(value, Primitive.STRING);
        if (converted instanceof HclValue.Text text) {
            return text.value();
        }
        throw new ValueException("a string is needed, not " + (value.isNull() ? "null" : "an unknown value"));
    }

    private static boolean fits(HclValue value, HclType wanted) {
        if (value instanceof HclValue.Text) {
            return wanted == Primitive.STRING;
        }
        return value.type().equals(wanted);
    }

    /** The wanted type with what it leaves open taken from the type that is there. */
    private static Optional<HclType> resolved(HclType from, HclType wanted) {
        if (wanted instanceof HclType.Collection collection && collection.element() == Primitive.ANY) {
            return Unification.unify(Possible.parts(from))
                    .map(element -> new HclType.Collection(collection.kind(), element));
        }
        return Optional.of(wanted);
    }

    private static HclValue known(HclValue value, HclType type) {
        if (type instanceof Primitive primitive) {
            return scalar(value, primitive);
        }
        if (type instanceof HclType.Collection collection) {
            return collection.kind() == Kind.MAP
                    ? map((HclValue.Dictionary) value, collection.element())
                    : sequence((HclValue.Sequence) value, collection);
        }
        if (type instanceof HclType.Tuple tuple) {
            return tuple((HclValue.Sequence) value, tuple);
        }
        return object((HclValue.Dictionary) value, (HclType.Objects) type);
    }

    private static HclValue scalar(HclValue value, Primitive type) {
        return switch (type) {
            case STRING ->
                new HclValue.Text(
                        value instanceof HclValue.Num number
                                ? number.text()
                                : String.valueOf(((HclValue.Bool) value).value()));
            case NUMBER -> HclValue.Num.parse(((HclValue.Text) value).value());
            case BOOL -> bool(((HclValue.Text) value).value());
            case ANY -> value;
        };
    }

    private static HclValue.Bool bool(String text) {
        return switch (text) {
            case "true", "1" -> HclValue.Bool.TRUE;
            case "false", "0" -> HclValue.Bool.FALSE;
            default -> throw new ValueException("true or false is needed, not \"" + text + "\"");
        };
    }

    private static HclValue sequence(HclValue.Sequence value, HclType.Collection type) {
        List<HclValue> elements = new ArrayList<>(value.elements().size());
        value.elements().forEach(element -> elements.add(convert(element, type.element())));
        // An element type that is still partly open becomes that of the elements.
        HclType element = type.element().isOpen() && !elements.isEmpty() ? common(elements) : type.element();
        List<HclValue> same =
                elements.stream().map(each -> convert(each, element)).toList();
        return type.kind() == Kind.SET ? HclValue.Sequence.set(element, same) : HclValue.Sequence.list(element, same);
    }

    private static HclValue map(HclValue.Dictionary value, HclType wanted) {
        Map<String, HclValue> entries = new LinkedHashMap<>();
        value.entries().forEach((key, element) -> entries.put(key, convert(element, wanted)));
        HclType element = wanted.isOpen() && !entries.isEmpty() ? common(entries.values()) : wanted;
        entries.replaceAll((key, each) -> convert(each, element));
        return HclValue.Dictionary.map(element, entries);
    }

    private static HclType common(java.util.Collection<HclValue> elements) {
        return Unification.unify(elements.stream().map(HclValue::type).toList())
                .orElseThrow(() -> new ValueException("the elements have no type in common"));
    }

    private static HclValue tuple(HclValue.Sequence value, HclType.Tuple type) {
        List<HclValue> elements = new ArrayList<>();
        for (int i = 0; i < type.elements().size(); i++) {
            elements.add(convert(value.elements().get(i), type.elements().get(i)));
        }
        return HclValue.Sequence.tuple(elements);
    }

    private static HclValue object(HclValue.Dictionary value, HclType.Objects type) {
        Map<String, HclValue> entries = new LinkedHashMap<>();
        type.attributes().forEach((name, wanted) -> {
            HclValue element = value.entries().get(name);
            if (element == null) {
                throw new ValueException("the attribute \"" + name + "\" is missing");
            }
            entries.put(name, convert(element, wanted));
        });
        return HclValue.Dictionary.object(entries);
    }
}
