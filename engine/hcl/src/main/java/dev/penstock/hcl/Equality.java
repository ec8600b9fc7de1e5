package dev.penstock.hcl;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether two values are equal, as {@code ==} means it: of one type, and the same in all parts. */
public final class Equality {
    private Equality() {}

    /** True or false, or empty if that depends on what is not known. */
    public static Optional<Boolean> of(HclValue a, HclValue b) {
        if (!a.isKnown() || !b.isKnown()) {
            return unknown(a, b);
        }
        if (a.isNull() || b.isNull()) {
            return Optional.of(a.isNull() && b.isNull());
        }
        if (a.isWhollyKnown() && b.isWhollyKnown() && a.equals(b)) {
            return Optional.of(true);
        }
        HclType left = a.type();
        HclType right = b.type();
        boolean open = (left.isOpen() && !a.isWhollyKnown()) || (right.isOpen() && !b.isWhollyKnown());
        if (open) {
            return conforms(left, right) || conforms(right, left) ? Optional.empty() : Optional.of(false);
        }
        return left.equals(right) ? parts(a, b) : Optional.of(false);
    }

    /** Whether a type is the wanted one, but for what that leaves open. */
    private static boolean conforms(HclType type, HclType wanted) {
        if (wanted == HclType.Primitive.ANY || type.equals(wanted)) {
            return true;
        }
        if (type instanceof HclType.Collection a && wanted instanceof HclType.Collection b) {
            return a.kind() == b.kind() && conforms(a.element(), b.element());
        }
        boolean sameNames = type instanceof HclType.Objects a
                && wanted instanceof HclType.Objects b
                && a.attributes().keySet().equals(b.attributes().keySet());
        boolean tuples = type instanceof HclType.Tuple && wanted instanceof HclType.Tuple;
        List<HclType> parts = Possible.parts(type);
        List<HclType> wantedParts = Possible.parts(wanted);
        return (sameNames || tuples)
                && parts.size() == wantedParts.size()
                && IntStream.range(0, parts.size()).allMatch(i -> conforms(parts.get(i), wantedParts.get(i)));
    }

    private static Optional<Boolean> unknown(HclValue a, HclValue b) {
        HclValue known = a.isKnown() ? a : b;
        HclValue other = a.isKnown() ? b : a;
        boolean never = known.isKnown()
                && !known.isNull()
                && !other.type().isOpen()
                && !known.type().equals(other.type());
        return never ? Optional.of(false) : Optional.empty();
    }

    private static Optional<Boolean> parts(HclValue a, HclValue b) {
        if (a instanceof HclValue.Sequence left && b instanceof HclValue.Sequence right) {
            if (left.isSet() && !(left.isWhollyKnown() && right.isWhollyKnown())) {
                return Optional.empty();
            }
            return each(left.elements(), right.elements());
        }
        if (a instanceof HclValue.Dictionary left && b instanceof HclValue.Dictionary right) {
            if (!left.entries().keySet().equals(right.entries().keySet())) {
                return Optional.of(false);
            }
            return each(
                    List.copyOf(left.entries().values()),
                    List.copyOf(right.entries().values()));
        }
        return Optional.of(a.equals(b));
    }

    private static Optional<Boolean> each(List<HclValue> a, List<HclValue> b) {
        if (a.size() != b.size()) {
            return Optional.of(false);
        }
        Iterator<HclValue> others = b.iterator();
        for (HclValue element : a) {
            Optional<Boolean> equal = of(element, others.next());
            if (equal.isEmpty() || !equal.get()) {
                return equal;
            }
        }
        return Optional.of(true);
    }
}
