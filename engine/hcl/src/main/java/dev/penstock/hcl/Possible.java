package dev.penstock.hcl;

import dev.penstock.hcl.HclType.Kind;
import dev.penstock.hcl.HclType.Primitive;
import java.util.List;
import java.util.Map;

/** Which types can become which, as far as types alone tell. */
final class Possible {
    private Possible() {}

    /** Whether some value of one type can be made one of the other. */
    static boolean between(HclType from, HclType to) {
        if (to == Primitive.ANY || from == Primitive.ANY || from.equals(to)) {
            return true;
        }
        if (from instanceof Primitive && to instanceof Primitive) {
            return from == Primitive.STRING || to == Primitive.STRING;
        }
        if (to instanceof HclType.Collection collection) {
            return toCollection(from, collection);
        }
        if (to instanceof HclType.Tuple tuple) {
            return from instanceof HclType.Tuple other && tuples(other.elements(), tuple.elements());
        }
        return to instanceof HclType.Objects object && toObject(from, object.attributes());
    }

    private static boolean toCollection(HclType from, HclType.Collection to) {
        boolean shapes = from instanceof HclType.Collection collection
                ? (collection.kind() == Kind.MAP) == (to.kind() == Kind.MAP)
                : from instanceof HclType.Tuple
                        ? to.kind() != Kind.MAP
                        : from instanceof HclType.Objects && to.kind() == Kind.MAP;
        if (!shapes) {
            return false;
        }
        if (to.element() == Primitive.ANY) {
            return parts(from).isEmpty() || Unification.unify(parts(from)).isPresent();
        }
        return parts(from).stream().allMatch(part -> between(part, to.element()));
    }

    private static boolean tuples(List<HclType> from, List<HclType> to) {
        if (from.size() != to.size()) {
            return false;
        }
        for (int i = 0; i < from.size(); i++) {
            if (!between(from.get(i), to.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean toObject(HclType from, Map<String, HclType> to) {
        if (from instanceof HclType.Collection map && map.kind() == Kind.MAP) {
            return to.values().stream().allMatch(type -> between(map.element(), type));
        }
        return from instanceof HclType.Objects object
                && to.entrySet().stream().allMatch(entry -> {
                    HclType type = object.attributes().get(entry.getKey());
                    return type != null && between(type, entry.getValue());
                });
    }

    /** The types of the parts. */
    static List<HclType> parts(HclType type) {
        if (type instanceof HclType.Collection collection) {
            return List.of(collection.element());
        }
        if (type instanceof HclType.Tuple tuple) {
            return tuple.elements();
        }
        return type instanceof HclType.Objects object
                ? List.copyOf(object.attributes().values())
                : List.of();
    }
}
