package dev.penstock.hcl.function;

import static dev.penstock.hcl.function.Arguments.any;
import static dev.penstock.hcl.function.Arguments.elements;

import dev.penstock.hcl.Conversion;
import dev.penstock.hcl.HclFunction;
import dev.penstock.hcl.HclFunction.Parameter;
import dev.penstock.hcl.HclType;
import dev.penstock.hcl.HclType.Kind;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.HclValue.Sequence;
import dev.penstock.hcl.Unification;
import dev.penstock.hcl.ValueException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Functions of sets. */
final class SetFunctions {
    private static final long LARGEST_PRODUCT = 100_000;

    private SetFunctions() {}

    static Map<String, HclFunction> all() {
        return Map.of(
                "setunion", of(Set::addAll),
                "setintersection", of(Set::retainAll),
                "setsubtract",
                        HclFunction.of(
                                HclType.setOf(Primitive.ANY),
                                arguments -> combine(arguments, Set::removeAll),
                                set(),
                                set()),
                "setproduct",
                        HclFunction.of(Primitive.ANY, SetFunctions::product).andMore(any("sets")));
    }

    private static HclFunction of(BiConsumer<Set<HclValue>, Set<HclValue>> operation) {
        return HclFunction.of(HclType.setOf(Primitive.ANY), arguments -> combine(arguments, operation), set())
                .andMore(set());
    }

    private static Parameter set() {
        return Parameter.of("set", HclType.setOf(Primitive.ANY));
    }

    private static HclValue combine(List<HclValue> arguments, BiConsumer<Set<HclValue>, Set<HclValue>> operation) {
        // An empty set fits to any other.
        List<HclValue> filled = arguments.stream()
                .filter(argument -> Arguments.elementType(argument) != Primitive.ANY)
                .toList();
        HclType type = Unification.unify(filled.stream().map(HclValue::type).toList())
                .orElseThrow(() -> new ValueException("the sets have no type in common"));
        HclType.Collection common =
                type instanceof HclType.Collection collection ? collection : HclType.setOf(Primitive.ANY);
        Set<HclValue> result = new LinkedHashSet<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (!arguments.get(i).isWhollyKnown()) {
                return new HclValue.Unknown(common);
            }
            Set<HclValue> next =
                    new LinkedHashSet<>(elements(List.of(Conversion.convert(arguments.get(i), common)), 0));
            if (i == 0) {
                result.addAll(next);
            } else {
                operation.accept(result, next);
            }
        }
        return Sequence.set(common.element(), result);
    }

    /** All combinations of one element of each; a list if none of them is a set. */
    private static HclValue product(List<HclValue> arguments) {
        if (arguments.size() < 2) {
            throw new ValueException("at least two lists are needed");
        }
        List<HclType> types = new ArrayList<>();
        long size = 1;
        for (int i = 0; i < arguments.size(); i++) {
            List<HclValue> elements = elements(arguments, i);
            int index = i;
            types.add(Unification.unify(elements.stream().map(HclValue::type).toList())
                    .orElseThrow(() -> new ValueException(index, "the elements have no type in common")));
            size *= elements.size();
            if (size > LARGEST_PRODUCT) {
                throw new ValueException("there are more than " + LARGEST_PRODUCT + " combinations");
            }
        }
        List<List<HclValue>> combinations = List.of(List.of());
        for (int i = 0; i < arguments.size(); i++) {
            combinations = extended(combinations, elements(arguments, i), types.get(i));
        }
        List<Sequence> tuples = combinations.stream().map(Sequence::tuple).toList();
        boolean anySet = arguments.stream().anyMatch(argument -> argument.type().is(Kind.SET));
        HclType type = new HclType.Tuple(types);
        return anySet ? Sequence.set(type, tuples) : Sequence.list(type, tuples);
    }

    private static List<List<HclValue>> extended(List<List<HclValue>> heads, List<HclValue> tails, HclType type) {
        List<List<HclValue>> extended = new ArrayList<>();
        for (List<HclValue> head : heads) {
            for (HclValue tail : tails) {
                List<HclValue> combination = new ArrayList<>(head);
                combination.add(Conversion.convert(tail, type));
                extended.add(combination);
            }
        }
        return extended;
    }
}
