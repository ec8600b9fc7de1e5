package dev.penstock.controls.mod;

import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Evaluator;
import dev.penstock.hcl.Expression;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.Scope;
import dev.penstock.hcl.SourcePosition;
import dev.penstock.spi.error.NearestName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What names and functions stand for in a mod. Locals are evaluated when they are first needed, in any order. */
final class ModScope implements Scope {
    /** What a mod can define; a reference to one is left to the loader. */
    private static final Set<String> RESOURCES = Set.of("query", "control", "benchmark");

    private final ModFiles files;
    private final Map<String, Attribute> locals;
    private final Map<String, HclValue> values = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private final Evaluator evaluator = new Evaluator(this);

    ModScope(ModFiles files, Map<String, Attribute> locals) {
        this.files = files;
        this.locals = Map.copyOf(locals);
    }

    Evaluator evaluator() {
        return evaluator;
    }

    @Override
    public HclValue resolve(Expression.Traversal traversal) {
        List<String> names = traversal.names();
        if (names.get(0).equals("local") && names.size() > 1) {
            return attributes(local(names.get(1), traversal.position()), names.subList(2, names.size()), traversal);
        }
        if (RESOURCES.contains(names.get(0)) || (names.size() == 3 && RESOURCES.contains(names.get(1)))) {
            return new HclValue.Reference(names);
        }
        if (names.get(0).equals("var")) {
            throw new HclException("variables are not supported yet: " + String.join(".", names), traversal.position());
        }
        throw new HclException("unknown name " + String.join(".", names), traversal.position());
    }

    private static HclValue attributes(HclValue value, List<String> names, Expression.Traversal traversal) {
        HclValue current = value;
        for (String name : names) {
            HclValue inner = current instanceof HclValue.Dictionary object
                    ? object.entries().get(name)
                    : null;
            if (inner == null) {
                throw new HclException(
                        String.join(".", traversal.names()) + " has no attribute " + name, traversal.position());
            }
            current = inner;
        }
        return current;
    }

    private HclValue local(String name, SourcePosition position) {
        HclValue known = values.get(name);
        if (known != null) {
            return known;
        }
        Attribute attribute = locals.get(name);
        if (attribute == null) {
            throw new HclException("there is no local " + name + NearestName.hint(name, locals.keySet()), position);
        }
        if (!underWay.add(name)) {
            throw new HclException("local." + name + " depends on itself", attribute.position());
        }
        try {
            HclValue value = evaluator.evaluate(attribute.value());
            values.put(name, value);
            return value;
        } finally {
            underWay.remove(name);
        }
    }

    @Override
    public Map<String, Function> functions() {
        return Map.of("file", this::file, "merge", ModScope::merge);
    }

    private HclValue file(List<HclValue> arguments, SourcePosition position) {
        if (arguments.size() != 1 || !(arguments.get(0) instanceof HclValue.Text name)) {
            throw new HclException("file takes the name of one file", position);
        }
        return new HclValue.Text(files.text(name.value())
                .orElseThrow(() -> new HclException("there is no file " + name.value() + " in the mod", position)));
    }

    /** Later entries win; null arguments are passed over. */
    private static HclValue merge(List<HclValue> arguments, SourcePosition position) {
        var merged = new LinkedHashMap<String, HclValue>();
        for (HclValue argument : arguments) {
            if (argument instanceof HclValue.Dictionary object) {
                merged.putAll(object.entries());
            } else if (!(argument instanceof HclValue.Null)) {
                throw new HclException("merge takes objects, not a " + argument.kind(), position);
            }
        }
        return new HclValue.Dictionary(merged);
    }
}
