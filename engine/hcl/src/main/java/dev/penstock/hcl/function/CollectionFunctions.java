package dev.penstock.hcl.function;

import static dev.penstock.hcl.function.Arguments.any;
import static dev.penstock.hcl.function.Arguments.dictionary;
import static dev.penstock.hcl.function.Arguments.elements;
import static dev.penstock.hcl.function.Arguments.text;
import static dev.penstock.hcl.function.Arguments.texts;

import dev.penstock.hcl.Conversion;
import dev.penstock.hcl.Equality;
import dev.penstock.hcl.HclFunction;
import dev.penstock.hcl.HclType;
import dev.penstock.hcl.HclType.Kind;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.HclValue.Dictionary;
import dev.penstock.hcl.HclValue.Sequence;
import dev.penstock.hcl.ValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Functions of maps, objects and of values in general. */
final class CollectionFunctions {
    private CollectionFunctions() {}

    static Map<String, HclFunction> all() {
        Map<String, HclFunction> all = new TreeMap<>();
        all.put(
                "merge",
                HclFunction.of(Primitive.ANY, CollectionFunctions::merge)
                        .andMore(any("maps").orNull().orOpen()));
        all.put("keys", HclFunction.of(Primitive.ANY, CollectionFunctions::keys, any("map")));
        all.put("values", HclFunction.of(Primitive.ANY, CollectionFunctions::values, any("map")));
        all.put(
                "lookup",
                HclFunction.of(Primitive.ANY, CollectionFunctions::lookup, any("map"), text("key"))
                        .andMore(any("default").orNull().orOpen()));
        all.put("zipmap", HclFunction.of(Primitive.ANY, CollectionFunctions::zipmap, texts("keys"), any("values")));
        all.put(
                "transpose",
                HclFunction.of(
                        HclType.mapOf(HclType.listOf(Primitive.STRING)),
                        CollectionFunctions::transpose,
                        HclFunction.Parameter.of("map", HclType.mapOf(HclType.listOf(Primitive.STRING)))));
        all.put(
                "length",
                HclFunction.of(
                        Primitive.NUMBER,
                        CollectionFunctions::length,
                        any("value").orUnknown().orOpen()));
        all.put(
                "contains",
                HclFunction.of(
                        Primitive.BOOL,
                        CollectionFunctions::contains,
                        any("list"),
                        any("value").orNull()));
        all.put(
                "coalesce",
                HclFunction.of(Primitive.ANY, CollectionFunctions::coalesce)
                        .andMore(any("values").orAnything()));
        all.put(
                "coalescelist",
                HclFunction.of(Primitive.ANY, CollectionFunctions::coalesceList)
                        .andMore(any("lists").orAnything()));
        return all;
    }

    /** Later entries win. Maps of one type make a map of that type, anything else an object. */
    private static HclValue merge(List<HclValue> arguments) {
        Map<String, HclValue> merged = new LinkedHashMap<>();
        Optional<HclType> type = Optional.empty();
        boolean alike = true;
        for (HclValue argument : arguments) {
            if (argument.equals(HclValue.Null.NULL)) {
                alike = false;
                continue;
            }
            if (argument.type() == Primitive.ANY) {
                return HclValue.Unknown.ANY;
            }
            boolean fits = argument.type().is(Kind.MAP) || argument.type() instanceof HclType.Objects;
            if (!fits) {
                throw new ValueException("maps or objects are needed, not a " + argument.kind());
            }
            alike &=
                    argument.type().is(Kind.MAP) && type.orElse(argument.type()).equals(argument.type());
            type = Optional.of(argument.type());
            if (argument instanceof Dictionary dictionary) {
                merged.putAll(dictionary.entries());
            }
        }
        return alike && type.isPresent()
                ? Dictionary.map(((HclType.Collection) type.get()).element(), merged)
                : Dictionary.object(merged);
    }

    private static HclValue keys(List<HclValue> arguments) {
        Dictionary dictionary = dictionary(arguments, 0);
        List<HclValue> keys = new ArrayList<>();
        dictionary.entries().keySet().forEach(key -> keys.add(new HclValue.Text(key)));
        return dictionary.isObject() ? Sequence.tuple(keys) : Sequence.list(Primitive.STRING, keys);
    }

    private static HclValue values(List<HclValue> arguments) {
        Dictionary dictionary = dictionary(arguments, 0);
        List<HclValue> values = List.copyOf(dictionary.entries().values());
        return dictionary.isObject()
                ? Sequence.tuple(values)
                : Sequence.list(Arguments.elementType(dictionary), values);
    }

    private static HclValue lookup(List<HclValue> arguments) {
        Dictionary dictionary = dictionary(arguments, 0);
        HclValue found = dictionary.entries().get(Arguments.string(arguments, 1));
        if (found != null) {
            return found;
        }
        if (arguments.size() != 3) {
            throw new ValueException(1, "there is no element \"" + Arguments.string(arguments, 1) + "\"");
        }
        return dictionary.isObject()
                ? arguments.get(2)
                : Conversion.convert(arguments.get(2), Arguments.elementType(dictionary));
    }

    private static HclValue zipmap(List<HclValue> arguments) {
        if (!arguments.get(0).isWhollyKnown()) {
            return HclValue.Unknown.ANY;
        }
        List<String> keys = Arguments.strings(arguments, 0);
        var values = arguments.get(1) instanceof Sequence sequence && !sequence.isSet()
                ? sequence
                : Sequence.tuple(List.of());
        if (values != arguments.get(1) || keys.size() != values.elements().size()) {
            throw new ValueException(1, "a list of " + keys.size() + " values is needed, one for each key");
        }
        Map<String, HclValue> entries = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            entries.put(keys.get(i), values.elements().get(i));
        }
        return values.isTuple() ? Dictionary.object(entries) : Dictionary.map(Arguments.elementType(values), entries);
    }

    private static HclValue transpose(List<HclValue> arguments) {
        Dictionary dictionary = dictionary(arguments, 0);
        if (!dictionary.isWhollyKnown()) {
            return new HclValue.Unknown(dictionary.type());
        }
        Map<String, List<HclValue>> transposed = new TreeMap<>();
        dictionary
                .entries()
                .forEach((key, list) -> Arguments.elements(list)
                        .orElse(List.of())
                        .forEach(value -> transposed
                                .computeIfAbsent(Conversion.text(value), name -> new ArrayList<>())
                                .add(new HclValue.Text(key))));
        Map<String, HclValue> entries = new LinkedHashMap<>();
        transposed.forEach((key, list) -> entries.put(key, Sequence.list(Primitive.STRING, list)));
        return Dictionary.map(HclType.listOf(Primitive.STRING), entries);
    }

    private static HclValue length(List<HclValue> arguments) {
        HclValue value = arguments.get(0);
        if (value instanceof Sequence sequence) {
            boolean open = sequence.isSet() && !sequence.isWhollyKnown();
            return open
                    ? new HclValue.Unknown(Primitive.NUMBER)
                    : HclValue.Num.of(sequence.elements().size());
        }
        if (value instanceof Dictionary dictionary) {
            return HclValue.Num.of(dictionary.entries().size());
        }
        if (value instanceof HclValue.Text text) {
            return HclValue.Num.of(Graphemes.count(text.value()));
        }
        if (value.isKnown() || value.type() == Primitive.NUMBER || value.type() == Primitive.BOOL) {
            throw new ValueException(
                    0,
                    "a list, a map or a string is needed, not a " + value.type().description());
        }
        return new HclValue.Unknown(Primitive.NUMBER);
    }

    private static HclValue contains(List<HclValue> arguments) {
        boolean known = true;
        for (HclValue element : elements(arguments, 0)) {
            Optional<Boolean> equal = Equality.of(arguments.get(1), element);
            if (equal.isPresent() && equal.get()) {
                return HclValue.Bool.TRUE;
            }
            known &= equal.isPresent();
        }
        return known ? HclValue.Bool.FALSE : new HclValue.Unknown(Primitive.BOOL);
    }

    /** The first that is neither null nor empty text. */
    private static HclValue coalesce(List<HclValue> arguments) {
        for (HclValue value : Arguments.unified(arguments)) {
            if (!value.isKnown()) {
                return new HclValue.Unknown(value.type());
            }
            if (!value.isNull() && !value.equals(new HclValue.Text(""))) {
                return value;
            }
        }
        throw new ValueException("no argument has a value");
    }

    private static HclValue coalesceList(List<HclValue> arguments) {
        if (arguments.isEmpty()) {
            throw new ValueException("at least one list is needed");
        }
        for (HclValue value : arguments) {
            boolean list = value.type().is(Kind.LIST) || value.type() instanceof HclType.Tuple;
            if (value.isKnown() && !list) {
                throw new ValueException("lists are needed, not a " + value.kind());
            }
        }
        for (HclValue value : arguments) {
            if (!value.isKnown()) {
                return HclValue.Unknown.ANY;
            }
            if (!value.isNull() && !elements(List.of(value), 0).isEmpty()) {
                return value;
            }
        }
        throw new ValueException("all lists are empty");
    }
}
