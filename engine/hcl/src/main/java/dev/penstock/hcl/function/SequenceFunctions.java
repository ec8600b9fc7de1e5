package dev.penstock.hcl.function;

import static dev.penstock.hcl.function.Arguments.any;
import static dev.penstock.hcl.function.Arguments.elements;
import static dev.penstock.hcl.function.Arguments.list;
import static dev.penstock.hcl.function.Arguments.number;
import static dev.penstock.hcl.function.Arguments.texts;
import static dev.penstock.hcl.function.Arguments.whole;

import dev.penstock.hcl.Conversion;
import dev.penstock.hcl.Equality;
import dev.penstock.hcl.HclFunction;
import dev.penstock.hcl.HclType;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.HclValue.Num;
import dev.penstock.hcl.HclValue.Sequence;
import dev.penstock.hcl.KeyOrder;
import dev.penstock.hcl.Numbers;
import dev.penstock.hcl.ValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Functions of lists. */
final class SequenceFunctions {
    private static final int LONGEST_RANGE = 1024;

    private SequenceFunctions() {}

    static Map<String, HclFunction> all() {
        Map<String, HclFunction> all = new TreeMap<>();
        all.put(
                "concat",
                HclFunction.of(Primitive.ANY, SequenceFunctions::concat).andMore(any("lists")));
        all.put("element", HclFunction.of(Primitive.ANY, SequenceFunctions::element, any("list"), number("index")));
        all.put("flatten", HclFunction.of(Primitive.ANY, SequenceFunctions::flatten, any("list")));
        all.put("index", HclFunction.of(Primitive.NUMBER, SequenceFunctions::index, any("list"), any("value")));
        all.put("reverse", HclFunction.of(Primitive.ANY, SequenceFunctions::reverse, any("list")));
        all.put(
                "slice",
                HclFunction.of(Primitive.ANY, SequenceFunctions::slice, any("list"), number("start"), number("end")));
        all.put("sort", HclFunction.of(HclType.listOf(Primitive.STRING), SequenceFunctions::sort, texts("list")));
        all.put("compact", HclFunction.of(HclType.listOf(Primitive.STRING), SequenceFunctions::compact, texts("list")));
        all.put("distinct", HclFunction.of(Primitive.ANY, SequenceFunctions::distinct, list("list")));
        all.put("chunklist", HclFunction.of(Primitive.ANY, SequenceFunctions::chunks, list("list"), number("size")));
        all.put(
                "range",
                HclFunction.of(HclType.listOf(Primitive.NUMBER), SequenceFunctions::range)
                        .andMore(number("limits")));
        all.put("one", HclFunction.of(Primitive.ANY, SequenceFunctions::one, any("list")));
        all.put("alltrue", HclFunction.of(Primitive.BOOL, arguments -> all(arguments, false), bools()));
        all.put("anytrue", HclFunction.of(Primitive.BOOL, arguments -> all(arguments, true), bools()));
        all.put(
                "matchkeys",
                HclFunction.of(
                        Primitive.ANY, SequenceFunctions::matchKeys, list("values"), list("keys"), list("searchset")));
        return all;
    }

    private static HclFunction.Parameter bools() {
        return HclFunction.Parameter.of("list", HclType.listOf(Primitive.BOOL));
    }

    /** Lists of types with something in common make a list, anything with a tuple in it a tuple. */
    private static HclValue concat(List<HclValue> arguments) {
        if (arguments.isEmpty()) {
            throw new ValueException("at least one list is needed");
        }
        boolean lists = arguments.stream().allMatch(argument -> argument.type().is(HclType.Kind.LIST));
        if (lists) {
            Optional<HclType> common = dev.penstock.hcl.Unification.unify(
                    arguments.stream().map(HclValue::type).toList());
            lists = common.isPresent();
        }
        List<HclValue> all = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Sequence sequence && sequence.isSet()) {
                throw new ValueException(i, "a list is needed, not a set");
            }
            all.addAll(elements(arguments, i));
        }
        if (!lists) {
            return Sequence.tuple(all);
        }
        List<HclValue> same = Arguments.unified(arguments);
        List<HclValue> elements = new ArrayList<>();
        same.forEach(list -> elements.addAll(((Sequence) list).elements()));
        return Sequence.list(Arguments.elementType(same.get(0)), elements);
    }

    private static HclValue element(List<HclValue> arguments) {
        List<HclValue> elements = unsorted(arguments, 0);
        if (elements.isEmpty()) {
            throw new ValueException(0, "the list is empty");
        }
        return elements.get(Math.floorMod(whole(arguments, 1), elements.size()));
    }

    /** The elements of what has an order of its own: a list or tuple. */
    private static List<HclValue> unsorted(List<HclValue> arguments, int index) {
        if (arguments.get(index) instanceof Sequence sequence && sequence.isSet()) {
            throw new ValueException(index, "a list is needed, not a set");
        }
        return elements(arguments, index);
    }

    private static HclValue flatten(List<HclValue> arguments) {
        List<HclValue> flat = new ArrayList<>();
        boolean known = arguments.get(0).isWhollyKnown() && flatten(elements(arguments, 0), flat);
        return known ? Sequence.tuple(flat) : HclValue.Unknown.ANY;
    }

    private static boolean flatten(List<HclValue> elements, List<HclValue> flat) {
        for (HclValue element : elements) {
            Optional<List<HclValue>> inner = Arguments.elements(element);
            if (inner.isPresent()) {
                flatten(inner.get(), flat);
            } else {
                flat.add(element);
            }
        }
        return true;
    }

    private static HclValue index(List<HclValue> arguments) {
        List<HclValue> elements = unsorted(arguments, 0);
        for (int i = 0; i < elements.size(); i++) {
            Optional<Boolean> equal = Equality.of(elements.get(i), arguments.get(1));
            if (equal.isEmpty()) {
                return new HclValue.Unknown(Primitive.NUMBER);
            }
            if (equal.get()) {
                return Num.of(i);
            }
        }
        throw new ValueException(1, "the list has no such element");
    }

    private static HclValue reverse(List<HclValue> arguments) {
        List<HclValue> reversed = new ArrayList<>(elements(arguments, 0));
        Collections.reverse(reversed);
        return like((Sequence) arguments.get(0), reversed);
    }

    /** A tuple of these if the other is one, otherwise a list of its type. */
    private static Sequence like(Sequence other, List<HclValue> elements) {
        return other.isTuple() ? Sequence.tuple(elements) : Sequence.list(Arguments.elementType(other), elements);
    }

    private static HclValue slice(List<HclValue> arguments) {
        List<HclValue> elements = unsorted(arguments, 0);
        int start = whole(arguments, 1);
        int end = whole(arguments, 2);
        if (start < 0 || start > elements.size()) {
            throw new ValueException(1, "a number from 0 to " + elements.size() + " is needed, not " + start);
        }
        if (end < start || end > elements.size()) {
            throw new ValueException(2, "a number from " + start + " to " + elements.size() + " is needed, not " + end);
        }
        return like((Sequence) arguments.get(0), elements.subList(start, end));
    }

    private static HclValue sort(List<HclValue> arguments) {
        if (!arguments.get(0).isWhollyKnown()) {
            // How many there are is known at least.
            HclValue unknown = new HclValue.Unknown(Primitive.STRING);
            return Sequence.list(
                    Primitive.STRING, Collections.nCopies(elements(arguments, 0).size(), unknown));
        }
        List<String> sorted = new ArrayList<>(Arguments.strings(arguments, 0));
        sorted.sort(KeyOrder::compare);
        return Arguments.texts(sorted);
    }

    private static HclValue compact(List<HclValue> arguments) {
        if (!arguments.get(0).isWhollyKnown()) {
            return new HclValue.Unknown(HclType.listOf(Primitive.STRING));
        }
        return Sequence.list(
                Primitive.STRING,
                elements(arguments, 0).stream()
                        .filter(element -> !element.isNull() && !element.equals(new HclValue.Text("")))
                        .toList());
    }

    private static HclValue distinct(List<HclValue> arguments) {
        if (!arguments.get(0).isWhollyKnown()) {
            return HclValue.Unknown.ANY;
        }
        return like(
                (Sequence) arguments.get(0), new ArrayList<>(new java.util.LinkedHashSet<>(elements(arguments, 0))));
    }

    private static HclValue chunks(List<HclValue> arguments) {
        List<HclValue> elements = elements(arguments, 0);
        HclType type = arguments.get(0).type();
        int size = whole(arguments, 1);
        if (size < 0) {
            throw new ValueException(1, "the size can't be negative");
        }
        int step = size == 0 ? Math.max(1, elements.size()) : size;
        List<HclValue> chunks = new ArrayList<>();
        for (int start = 0; start < elements.size(); start += step) {
            int end = (int) Math.min(elements.size(), (long) start + step);
            chunks.add(Sequence.list(Arguments.elementType(arguments.get(0)), elements.subList(start, end)));
            if (end == elements.size()) {
                break;
            }
        }
        return Sequence.list(type, chunks);
    }

    private static HclValue range(List<HclValue> arguments) {
        if (arguments.isEmpty() || arguments.size() > 3) {
            throw new ValueException("one, two or three numbers are needed");
        }
        Num start = arguments.size() > 1 ? Arguments.num(arguments, 0) : Num.of(0);
        Num end = Arguments.num(arguments, arguments.size() > 1 ? 1 : 0);
        boolean down = end.value().compareTo(start.value()) < 0;
        Num step = arguments.size() > 2 ? Arguments.num(arguments, 2) : Num.of(down ? -1 : 1);
        int direction = step.value().signum();
        int wanted = end.value().compareTo(start.value());
        if (direction == 0 || wanted * direction < 0) {
            throw new ValueException(arguments.size() - 1, "the step leads away from the end");
        }
        List<HclValue> values = new ArrayList<>();
        for (Num next = start; next.value().compareTo(end.value()) * direction < 0; next = Numbers.add(next, step)) {
            if (values.size() >= LONGEST_RANGE) {
                throw new ValueException("a range has at most " + LONGEST_RANGE + " numbers");
            }
            values.add(next);
        }
        return Sequence.list(Primitive.NUMBER, values);
    }

    private static HclValue one(List<HclValue> arguments) {
        List<HclValue> elements = elements(arguments, 0);
        if (elements.size() > 1) {
            throw new ValueException(0, "the list has more than one element");
        }
        return elements.isEmpty() ? HclValue.Null.NULL : elements.get(0);
    }

    /** Whether none of the elements is something else than true, or one of them is true; null is not true. */
    private static HclValue all(List<HclValue> arguments, boolean any) {
        boolean known = true;
        for (HclValue element : elements(arguments, 0)) {
            boolean isTrue = element.equals(HclValue.Bool.TRUE);
            if (element.isKnown() && isTrue == any) {
                return HclValue.Bool.of(any);
            }
            known &= element.isKnown();
        }
        return known ? HclValue.Bool.of(!any) : new HclValue.Unknown(Primitive.BOOL);
    }

    private static HclValue matchKeys(List<HclValue> arguments) {
        List<HclValue> values = elements(arguments, 0);
        List<HclValue> keys = elements(arguments, 1);
        if (!Arguments.whollyKnown(arguments)) {
            return new HclValue.Unknown(arguments.get(0).type());
        }
        if (values.size() != keys.size()) {
            throw new ValueException(1, "as many keys as values are needed");
        }
        List<HclValue> wanted = elements(arguments, 2);
        HclType keyType = Arguments.elementType(arguments.get(1));
        List<HclValue> matching = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            HclValue key = keys.get(i);
            if (wanted.stream()
                    .anyMatch(other -> Conversion.convert(other, keyType).equals(key))) {
                matching.add(values.get(i));
            }
        }
        return like((Sequence) arguments.get(0), matching);
    }
}
