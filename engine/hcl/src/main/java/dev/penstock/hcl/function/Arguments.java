package dev.penstock.hcl.function;

import dev.penstock.hcl.Conversion;
import dev.penstock.hcl.HclFunction.Parameter;
import dev.penstock.hcl.HclType;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.Unification;
import dev.penstock.hcl.ValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads arguments that are known, and makes the lists that functions give back. */
final class Arguments {
    private Arguments() {}

    static Parameter text(String name) {
        return Parameter.of(name, Primitive.STRING);
    }

    static Parameter number(String name) {
        return Parameter.of(name, Primitive.NUMBER);
    }

    static Parameter any(String name) {
        return Parameter.of(name, Primitive.ANY);
    }

    static Parameter texts(String name) {
        return Parameter.of(name, HclType.listOf(Primitive.STRING));
    }

    static Parameter list(String name) {
        return Parameter.of(name, HclType.listOf(Primitive.ANY));
    }

    static String string(List<HclValue> arguments, int index) {
        return ((HclValue.Text) arguments.get(index)).value();
    }

    static HclValue.Num num(List<HclValue> arguments, int index) {
        return (HclValue.Num) arguments.get(index);
    }

    /** A whole number that fits into an int. */
    static int whole(List<HclValue> arguments, int index) {
        try {
            return num(arguments, index).value().intValueExact();
        } catch (ArithmeticException e) {
            throw new ValueException(
                    index,
                    "a whole number is needed, not " + num(arguments, index).text());
        }
    }

    /** The elements of a list, tuple or set. */
    static List<HclValue> elements(List<HclValue> arguments, int index) {
        return elements(arguments.get(index))
                .orElseThrow(() -> new ValueException(
                        index, "a list is needed, not a " + arguments.get(index).kind()));
    }

    static Optional<List<HclValue>> elements(HclValue value) {
        return value instanceof HclValue.Sequence sequence ? Optional.of(sequence.elements()) : Optional.empty();
    }

    /** A map or object. */
    static HclValue.Dictionary dictionary(List<HclValue> arguments, int index) {
        if (arguments.get(index) instanceof HclValue.Dictionary dictionary) {
            return dictionary;
        }
        throw new ValueException(
                index, "a map is needed, not a " + arguments.get(index).kind());
    }

    /** The texts of a list of strings. */
    static List<String> strings(List<HclValue> arguments, int index) {
        List<String> strings = new ArrayList<>();
        for (HclValue element : elements(arguments, index)) {
            if (!(element instanceof HclValue.Text text)) {
                throw new ValueException(index, "an element is null");
            }
            strings.add(text.value());
        }
        return strings;
    }

    static HclValue.Text text(StringBuilder text) {
        return new HclValue.Text(text.toString());
    }

    static HclValue.Sequence texts(List<String> texts) {
        return HclValue.Sequence.list(
                Primitive.STRING, texts.stream().map(HclValue.Text::new).toList());
    }

    /** The type of the elements of a list or set. */
    static HclType elementType(HclValue list) {
        return list.type() instanceof HclType.Collection collection ? collection.element() : Primitive.ANY;
    }

    /** Whether all of them are known in all parts. */
    static boolean whollyKnown(List<HclValue> arguments) {
        return arguments.stream().allMatch(HclValue::isWhollyKnown);
    }

    /** The values as values of the type that they have in common. */
    static List<HclValue> unified(List<HclValue> values) {
        HclType type = Unification.unify(values.stream().map(HclValue::type).toList())
                .orElseThrow(() -> new ValueException("all arguments must have a type in common"));
        return values.stream().map(value -> Conversion.convert(value, type)).toList();
    }
}
