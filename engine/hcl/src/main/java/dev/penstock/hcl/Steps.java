package dev.penstock.hcl;

import dev.penstock.hcl.Expression.Step;
import dev.penstock.hcl.HclType.Kind;
import dev.penstock.hcl.HclType.Primitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Steps into values: attributes, indexes and splats. */
final class Steps {
    private final Evaluator evaluator;

    Steps(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Where the steps lead from a value. Once something is wrong or unknown in full, no further step matters. */
    HclValue take(HclValue value, List<Step> steps, Variables variables) {
        HclValue current = value;
        for (Step step : steps) {
            int before = evaluator.problems();
            if (step instanceof Step.Attribute attribute) {
                current = attribute(current, attribute);
            } else if (step instanceof Step.Index index) {
                current = index(current, evaluator.eval(index.key(), variables), index);
            } else {
                current = splat(current, (Step.Splat) step, variables);
            }
            if (evaluator.problems() > before) {
                return HclValue.Unknown.ANY;
            }
        }
        return current;
    }

    private HclValue attribute(HclValue value, Step.Attribute step) {
        String name = step.name();
        if (value instanceof HclValue.Dictionary dictionary) {
            HclValue found = dictionary.entries().get(name);
            return found != null
                    ? found
                    : evaluator.problem(
                            step.span(),
                            "there is no attribute \"" + name + "\"",
                            Suggestion.of(name, dictionary.entries().keySet()));
        }
        if (value.isNull()) {
            return evaluator.problem(step.span(), "null has no attributes");
        }
        if (!value.isKnown()) {
            return unknownAttribute(value.type(), name, step.span());
        }
        boolean list = value instanceof HclValue.Sequence;
        return evaluator.problem(
                step.span(),
                "a " + value.kind() + " has no attributes",
                list ? "choose an element with [0], or take all with [*]" : "");
    }

    private HclValue unknownAttribute(HclType type, String name, Span span) {
        if (type == Primitive.ANY) {
            return HclValue.Unknown.ANY;
        }
        if (type instanceof HclType.Collection map && map.kind() == Kind.MAP) {
            return new HclValue.Unknown(map.element());
        }
        HclType found =
                type instanceof HclType.Objects object ? object.attributes().get(name) : null;
        return found != null
                ? new HclValue.Unknown(found)
                : evaluator.problem(span, "there is no attribute \"" + name + "\"");
    }

    private HclValue index(HclValue value, HclValue key, Step.Index step) {
        if (value.isNull()) {
            return evaluator.problem(step.span(), "null has no elements");
        }
        if (key.isNull()) {
            return evaluator.problem(step.span(), "null can't be an index");
        }
        HclType type = value.type();
        if (type == Primitive.ANY || key.type() == Primitive.ANY) {
            return HclValue.Unknown.ANY;
        }
        if (type.isScalar() || type.is(Kind.SET)) {
            return evaluator.problem(
                    step.span(),
                    "a " + type.description() + " has no indexes",
                    type.is(Kind.SET) ? "make a list of it with tolist" : "");
        }
        boolean byName = type.is(Kind.MAP) || type instanceof HclType.Objects;
        HclValue fitting = Conversion.convert(key, byName ? Primitive.STRING : Primitive.NUMBER);
        if (!fitting.isKnown() || !value.isKnown()) {
            return unknownElement(type, fitting, step);
        }
        return byName
                ? element((HclValue.Dictionary) value, ((HclValue.Text) fitting).value(), step)
                : element(((HclValue.Sequence) value).elements(), ((HclValue.Num) fitting).value(), step);
    }

    private HclValue unknownElement(HclType type, HclValue key, Step.Index step) {
        if (type instanceof HclType.Collection collection) {
            return new HclValue.Unknown(collection.element());
        }
        if (type instanceof HclType.Objects && key instanceof HclValue.Text name) {
            return unknownAttribute(type, name.value(), step.span());
        }
        return HclValue.Unknown.ANY;
    }

    private HclValue element(HclValue.Dictionary value, String key, Step.Index step) {
        Map<String, HclValue> entries = value.entries();
        HclValue found = entries.get(key);
        return found != null
                ? found
                : evaluator.problem(
                        step.span(), "there is no element \"" + key + "\"", Suggestion.of(key, entries.keySet()));
    }

    private HclValue element(List<HclValue> elements, BigDecimal index, Step.Index step) {
        boolean inside =
                index.signum() >= 0 && index.scale() <= 0 && index.compareTo(BigDecimal.valueOf(elements.size())) < 0;
        if (inside) {
            return elements.get(index.intValueExact());
        }
        return evaluator.problem(
                step.span(),
                "there is no element " + index.toPlainString(),
                elements.isEmpty() ? "the list is empty" : "the elements are 0 to " + (elements.size() - 1));
    }

    private HclValue splat(HclValue value, Step.Splat splat, Variables variables) {
        boolean listed = value.type() instanceof HclType.Tuple
                || value.type().is(Kind.LIST)
                || value.type().is(Kind.SET);
        if (value.isNull()) {
            return listed
                    ? evaluator.problem(splat.span(), "null has no elements")
                    : HclValue.Sequence.tuple(List.of());
        }
        if (value.type() == Primitive.ANY || (!value.isKnown() && !listed)) {
            return HclValue.Unknown.ANY;
        }
        if (!value.isKnown()) {
            return unknownSplat(value.type(), splat, variables);
        }
        // Anything that is no list is a list of itself.
        HclValue.Sequence source =
                value instanceof HclValue.Sequence sequence ? sequence : HclValue.Sequence.tuple(List.of(value));
        List<HclValue> results = new ArrayList<>();
        source.elements().forEach(element -> results.add(take(element, splat.each(), variables)));
        return source.isTuple() ? HclValue.Sequence.tuple(results) : sameType(source, results, splat, variables);
    }

    private HclValue sameType(HclValue.Sequence source, List<HclValue> results, Step.Splat splat, Variables variables) {
        if (results.isEmpty()) {
            HclType element = ((HclType.Collection) source.type()).element();
            HclType result =
                    take(new HclValue.Unknown(element), splat.each(), variables).type();
            return HclValue.Sequence.list(result, List.of());
        }
        HclType first = results.get(0).type();
        if (!results.stream().allMatch(result -> result.type().equals(first))) {
            return evaluator.problem(
                    splat.span(), "the elements are of different types", "use a for expression instead");
        }
        return HclValue.Sequence.list(first, results);
    }

    private HclValue unknownSplat(HclType type, Step.Splat splat, Variables variables) {
        if (type instanceof HclType.Collection collection) {
            HclValue each = take(new HclValue.Unknown(collection.element()), splat.each(), variables);
            return new HclValue.Unknown(HclType.listOf(each.type()));
        }
        List<HclType> types = new ArrayList<>();
        for (HclType element : ((HclType.Tuple) type).elements()) {
            types.add(
                    take(new HclValue.Unknown(element), splat.each(), variables).type());
        }
        return new HclValue.Unknown(new HclType.Tuple(types));
    }
}
