package dev.penstock.hcl;

import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Expression.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A scope made of values, of attributes that are evaluated when they are first needed, in any order, and of names that are
 * left to the reader. Serves one thread at a time.
 */
public final class NamedScope implements Scope {
    /** Each name takes room on the stack of the thread. */
    private static final int LONGEST_CHAIN = 100;

    private final Map<String, HclValue> values;
    private final Map<String, Map<String, Attribute>> lazy;
    private final Predicate<Expression.Traversal> opaque;
    private final Function<Expression.Traversal, Optional<Resolution>> others;
    private final Set<String> otherNames;
    private final Map<String, HclFunction> functions;
    private final Map<String, Evaluation> evaluated = new HashMap<>();
    private final Deque<String> underWay = new ArrayDeque<>();
    private final Evaluator evaluator = new Evaluator(this);

    private NamedScope(Builder builder) {
        this.values = Map.copyOf(builder.values);
        this.lazy = Map.copyOf(builder.lazy);
        this.opaque = builder.opaque;
        this.others = builder.others;
        this.otherNames = Set.copyOf(builder.otherNames);
        this.functions = Map.copyOf(builder.functions);
    }

    /** A scope in the making. */
    public static Builder builder() {
        return new Builder();
    }

    /** The evaluator of expressions in this scope. */
    public Evaluator evaluator() {
        return evaluator;
    }

    @Override
    public Optional<Resolution> resolve(Expression.Traversal traversal) {
        String root = traversal.root();
        Map<String, Attribute> attributes = lazy.get(root);
        if (attributes != null) {
            boolean named = !traversal.steps().isEmpty() && traversal.steps().get(0) instanceof Step.Attribute;
            return Optional.of(named ? one(traversal, attributes) : new Resolution(all(root, attributes), 0));
        }
        HclValue value = values.get(root);
        if (value != null) {
            return Optional.of(new Resolution(value, 0));
        }
        return opaque.test(traversal) ? Optional.of(reference(traversal)) : others.apply(traversal);
    }

    private Resolution one(Expression.Traversal traversal, Map<String, Attribute> attributes) {
        var step = (Step.Attribute) traversal.steps().get(0);
        Attribute attribute = attributes.get(step.name());
        if (attribute == null) {
            throw new HclException(List.of(traversal
                    .span()
                    .problem(
                            "there is no " + traversal.root() + "." + step.name(),
                            Suggestion.of(step.name(), attributes.keySet()))));
        }
        return new Resolution(value(traversal.root(), attribute), 1);
    }

    private HclValue all(String root, Map<String, Attribute> attributes) {
        Map<String, HclValue> all = new LinkedHashMap<>();
        attributes.forEach((name, attribute) -> all.put(name, value(root, attribute)));
        return HclValue.Dictionary.object(all);
    }

    private HclValue value(String root, Attribute attribute) {
        String name = root + "." + attribute.name();
        Evaluation known = evaluated.get(name);
        if (known == null) {
            if (underWay.contains(name)) {
                throw new HclException(List.of(attribute.nameSpan().problem(cycle(name), "")));
            }
            if (underWay.size() >= LONGEST_CHAIN) {
                throw new HclException(List.of(attribute
                        .nameSpan()
                        .problem("more than " + LONGEST_CHAIN + " names depend on one another in a row", "")));
            }
            underWay.addLast(name);
            try {
                known = evaluator.evaluate(attribute.value());
            } finally {
                underWay.removeLast();
            }
            evaluated.put(name, known);
        }
        if (known.isBroken()) {
            throw new HclException(known.diagnostics());
        }
        return known.value();
    }

    private String cycle(String name) {
        List<String> names = new ArrayList<>(underWay);
        List<String> circle = new ArrayList<>(names.subList(names.indexOf(name), names.size()));
        circle.add(name);
        return name + " depends on itself: " + String.join(" -> ", circle);
    }

    /** A reference that is left to the reader: the name with its steps up to the first that is computed. */
    public static Resolution reference(Expression.Traversal traversal) {
        List<String> names = new ArrayList<>();
        names.add(traversal.root());
        for (Step step : traversal.steps()) {
            if (step instanceof Step.Attribute attribute) {
                names.add(attribute.name());
            } else if (step instanceof Step.Index index && index.key() instanceof Expression.Literal) {
                names.add(index.span().text());
            } else {
                break;
            }
        }
        return new Resolution(new HclValue.Reference(names), names.size() - 1);
    }

    @Override
    public Collection<String> names() {
        var names = new TreeSet<>(values.keySet());
        names.addAll(lazy.keySet());
        names.addAll(otherNames);
        return names;
    }

    @Override
    public Map<String, HclFunction> functions() {
        return functions;
    }

    /** What a scope is made of. */
    public static final class Builder {
        private final Map<String, HclValue> values = new HashMap<>();
        private final Map<String, Map<String, Attribute>> lazy = new HashMap<>();
        private final Map<String, HclFunction> functions = new HashMap<>();
        private Predicate<Expression.Traversal> opaque = traversal -> false;
        private Function<Expression.Traversal, Optional<Resolution>> others = traversal -> Optional.empty();
        private Set<String> otherNames = Set.of();

        private Builder() {}

        /** A name with a value, such as {@code var} with an object of all variables. */
        public Builder value(String name, HclValue value) {
            values.put(name, value);
            return this;
        }

        /** A name whose attributes are evaluated when they are first needed, such as {@code local}. */
        public Builder lazy(String name, Map<String, Attribute> attributes) {
            lazy.put(name, Map.copyOf(attributes));
            return this;
        }

        /** The names that stay references, of those that are nothing else. */
        public Builder opaque(Predicate<Expression.Traversal> names) {
            opaque = names;
            return this;
        }

        /**
         * What decides about the names that are nothing else.
         *
         * @param names those that it knows, to suggest one when another was written
         */
        public Builder others(Set<String> names, Function<Expression.Traversal, Optional<Resolution>> resolution) {
            otherNames = names;
            others = resolution;
            return this;
        }

        /** Functions by name. */
        public Builder functions(Map<String, HclFunction> more) {
            functions.putAll(more);
            return this;
        }

        /** The scope. */
        public NamedScope build() {
            return new NamedScope(this);
        }
    }
}
