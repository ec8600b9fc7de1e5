package dev.penstock.hcl;

import dev.penstock.hcl.HclType.Kind;
import dev.penstock.hcl.HclType.Primitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the one type that values of several types can become. */
public final class Unification {
    private Unification() {}

    /** The common type; empty if there is none. No types at all have any type in common. */
    public static Optional<HclType> unify(List<HclType> types) {
        Set<HclType> distinct = new LinkedHashSet<>(types);
        if (distinct.isEmpty()) {
            return Optional.of(Primitive.ANY);
        }
        if (distinct.size() == 1) {
            return Optional.of(distinct.iterator().next());
        }
        boolean open = distinct.remove(Primitive.ANY);
        List<HclType> rest = List.copyOf(distinct);
        if (rest.stream().allMatch(Primitive.class::isInstance)) {
            return scalars(rest);
        }
        // With one type not known yet, what parts have in common can't be told.
        if (open) {
            return sameShape(rest) ? Optional.of(Primitive.ANY) : Optional.empty();
        }
        return composites(rest);
    }

    private static boolean sameShape(List<HclType> types) {
        return types.stream().allMatch(Unification::isSequence)
                || types.stream().allMatch(Unification::isDictionary);
    }

    private static boolean isSequence(HclType type) {
        return type instanceof HclType.Tuple || type.is(Kind.LIST) || type.is(Kind.SET);
    }

    private static boolean isDictionary(HclType type) {
        return type instanceof HclType.Objects || type.is(Kind.MAP);
    }

    /** Everything without parts can be text; numbers and bools have nothing else in common. */
    private static Optional<HclType> scalars(List<HclType> types) {
        if (types.size() == 1) {
            return Optional.of(types.get(0));
        }
        return types.contains(Primitive.STRING) ? Optional.of(Primitive.STRING) : Optional.empty();
    }

    private static Optional<HclType> composites(List<HclType> types) {
        if (types.stream().allMatch(HclType.Objects.class::isInstance)) {
            return objects(types);
        }
        if (types.stream().allMatch(HclType.Tuple.class::isInstance)) {
            return tuples(types);
        }
        if (types.stream().allMatch(Unification::isDictionary)) {
            return collection(Kind.MAP, types);
        }
        if (types.stream().allMatch(Unification::isSequence)) {
            boolean set = types.stream().anyMatch(type -> type.is(Kind.SET));
            return collection(set ? Kind.SET : Kind.LIST, types);
        }
        return Optional.empty();
    }

    private static Optional<HclType> collection(Kind kind, List<HclType> types) {
        List<HclType> parts = new ArrayList<>();
        types.forEach(type -> parts.addAll(Possible.parts(type)));
        return unify(parts).map(element -> new HclType.Collection(kind, element));
    }

    private static Optional<HclType> objects(List<HclType> types) {
        Map<String, HclType> first = ((HclType.Objects) types.get(0)).attributes();
        boolean sameNames = types.stream()
                .allMatch(type -> ((HclType.Objects) type).attributes().keySet().equals(first.keySet()));
        if (!sameNames) {
            return collection(Kind.MAP, types);
        }
        Map<String, HclType> common = new LinkedHashMap<>();
        for (String name : first.keySet()) {
            Optional<HclType> type =
                    unify(types.stream().map(each -> attribute(each, name)).toList());
            if (type.isEmpty()) {
                return Optional.empty();
            }
            common.put(name, type.get());
        }
        return Optional.of(new HclType.Objects(common));
    }

    private static HclType attribute(HclType object, String name) {
        return java.util.Objects.requireNonNull(
                ((HclType.Objects) object).attributes().get(name));
    }

    private static Optional<HclType> tuples(List<HclType> types) {
        int size = ((HclType.Tuple) types.get(0)).elements().size();
        if (types.stream().anyMatch(type -> ((HclType.Tuple) type).elements().size() != size)) {
            return collection(Kind.LIST, types);
        }
        List<HclType> common = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int index = i;
            Optional<HclType> type = unify(types.stream()
                    .map(each -> ((HclType.Tuple) each).elements().get(index))
                    .toList());
            if (type.isEmpty()) {
                return Optional.empty();
            }
            common.add(type.get());
        }
        return Optional.of(new HclType.Tuple(common));
    }
}
