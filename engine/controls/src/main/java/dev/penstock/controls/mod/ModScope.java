package dev.penstock.controls.mod;

import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.Evaluator;
import dev.penstock.hcl.Expression.Step;
import dev.penstock.hcl.Expression.Traversal;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.NamedScope;
import dev.penstock.hcl.Scope.Resolution;
import dev.penstock.hcl.Suggestion;
import dev.penstock.hcl.function.StandardFunctions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What names stand for in a mod: locals and variables, resources and their attributes, those of the mods that it requires, and
 * names that have a value only at run time. Everything is evaluated when it is first needed, in any order.
 */
final class ModScope {
    private static final Set<String> AT_RUN_TIME = Set.of("self", "with", "param", "each");
    private static final Set<String> CONNECTIONS = Set.of("connection", "credential", "notifier");
    private static final Set<String> NOT_INHERITED =
            Set.of("base", "documentation", "database", "search_path", "search_path_prefix");

    private final String mod;
    private final ModSource source;
    private final Map<String, ModScope> required;
    private final Evaluator evaluator;
    private final ModVariables variables;
    private final Set<String> underWay = new LinkedHashSet<>();
    private String label;

    /** A block and the mod that it stands in. */
    record Place(ModScope scope, Block block) {

        /** The value of its attribute, or the one that it inherits; null if neither is set. */
        HclValue value(String attribute) {
            return scope.value(block, attribute);
        }
    }

    /** An attribute and the mod that it stands in. */
    private record Found(ModScope scope, Attribute attribute) {}

    /**
     * The scope of a mod.
     *
     * @param mod its short name
     * @param required the scopes of the mods that it requires, by short name
     */
    ModScope(String mod, ModSource source, Map<String, ModScope> required, ModVariables.Given given) {
        this.mod = mod;
        this.label = mod;
        this.source = source;
        this.required = Map.copyOf(required);
        var names = new HashSet<>(required.keySet());
        names.addAll(ModSchema.RESOURCES);
        names.add("var");
        names.add(mod);
        this.evaluator = NamedScope.builder()
                .lazy("local", source.locals())
                .opaque(name -> AT_RUN_TIME.contains(name.root()) || CONNECTIONS.contains(name.root()))
                .others(names, this::resolve)
                .functions(StandardFunctions.of(source.files(), Clock.systemUTC(), given.environment()))
                .build()
                .evaluator();
        this.variables = new ModVariables(this::label, source, evaluator, given);
    }

    /** The short name of the mod. */
    String mod() {
        return mod;
    }

    /** What the full names of its resources begin with: its short name, unless another mod of that name is there, too. */
    String label() {
        return label;
    }

    /** Tells it from another mod of the same name. */
    void setLabel(String distinct) {
        label = distinct;
    }

    /** The text of the mod. */
    ModSource source() {
        return source;
    }

    /** What evaluates the expressions of the mod. */
    Evaluator evaluator() {
        return evaluator;
    }

    /** Its variables. */
    ModVariables variables() {
        return variables;
    }

    private Optional<Resolution> resolve(Traversal written) {
        List<String> parts = parts(written);
        String root = parts.get(0);
        if (root.equals("var") || ModSchema.RESOURCES.contains(root)) {
            return Optional.of(member(written, parts, 0, List.of()));
        }
        if (root.equals("mod")) {
            return metadata(written, parts);
        }
        ModScope scope = root.equals(mod) ? this : required.get(root);
        if (scope != null) {
            return Optional.of(scope.member(written, parts, 1, scope.equals(this) ? List.of() : List.of(root)));
        }
        boolean meantAsMod = parts.size() > 2
                && (ModSchema.RESOURCES.contains(parts.get(1)) || parts.get(1).equals("var"));
        if (meantAsMod) {
            String suggestion = Suggestion.of(root, required.keySet());
            throw problem(
                    written,
                    "there is no mod " + root + " here",
                    suggestion.isEmpty() ? "name it in the require block, and run penstock mod install" : suggestion);
        }
        return Optional.empty();
    }

    private static List<String> parts(Traversal written) {
        List<String> parts = new ArrayList<>();
        parts.add(written.root());
        for (Step step : written.steps()) {
            if (!(step instanceof Step.Attribute attribute)) {
                break;
            }
            parts.add(attribute.name());
        }
        return parts;
    }

    /** {@code mod.name.attribute}, of this mod. */
    private Optional<Resolution> metadata(Traversal written, List<String> parts) {
        boolean ours = parts.size() > 1 && parts.get(1).equals(mod);
        if (!ours) {
            return Optional.empty();
        }
        return parts.size() == 2
                ? Optional.of(NamedScope.reference(written))
                : Optional.of(new Resolution(attribute(source.definition(), written, parts.get(2)), 2));
    }

    /**
     * {@code var.x}, {@code control.x} or {@code control.x.title}.
     *
     * @param at the place of the type in the name
     * @param owner what references to the resource begin with
     */
    private Resolution member(Traversal written, List<String> parts, int at, List<String> owner) {
        if (parts.size() < at + 2) {
            throw problem(written, written.span().text() + " names nothing; a type and a name are needed", "");
        }
        String type = parts.get(at);
        String name = parts.get(at + 1);
        if (type.equals("var")) {
            return new Resolution(variables.value(name, written), at + 1);
        }
        if (!ModSchema.RESOURCES.contains(type)) {
            throw problem(written, "there are no resources " + type, Suggestion.of(type, ModSchema.RESOURCES));
        }
        Block block = source.resources().get(type + "." + name);
        if (block == null && !(type.equals("query") && source.sqlFiles().containsKey(name))) {
            throw problem(written, "there is no " + type + "." + name, Suggestion.of(name, names(type)));
        }
        boolean whole = parts.size() == at + 2
                || (type.equals("input") && parts.get(at + 2).equals("value"));
        if (whole) {
            List<String> names = new ArrayList<>(owner);
            names.addAll(List.of(type, name));
            return new Resolution(new HclValue.Reference(names), at + 1);
        }
        HclValue value =
                block == null ? ofFile(name, written, parts.get(at + 2)) : attribute(block, written, parts.get(at + 2));
        return new Resolution(value, at + 2);
    }

    /** The names of the resources of a type. */
    Set<String> names(String type) {
        var names = new LinkedHashSet<String>();
        source.resources().keySet().stream()
                .filter(key -> key.startsWith(type + "."))
                .forEach(key -> names.add(key.substring(type.length() + 1)));
        if (type.equals("query")) {
            names.addAll(source.sqlFiles().keySet());
        }
        return names;
    }

    private HclValue ofFile(String query, Traversal written, String attribute) {
        if (!attribute.equals("sql")) {
            throw problem(written, "query." + query + " is a file, which has no " + attribute, "");
        }
        return new HclValue.Text(sqlOf(query));
    }

    /** The text of a query that is a file. */
    String sqlOf(String query) {
        String file = source.sqlFiles().get(query);
        return file == null ? "" : new String(source.files().bytes(file), StandardCharsets.UTF_8);
    }

    private HclValue attribute(Block block, Traversal written, String name) {
        String label = block.labels().isEmpty() ? "" : block.labels().get(0);
        if (block.type().equals("dashboard") && name.equals("url_path")) {
            return new HclValue.Text("/" + mod + ".dashboard." + label);
        }
        if (!ModSchema.hasAttribute(block.type(), name)) {
            throw problem(
                    written,
                    "a " + block.type() + " has no attribute " + name,
                    Suggestion.of(name, ModSchema.attributes(block.type())));
        }
        String key = block.type() + "." + label + "." + name;
        if (!underWay.add(key)) {
            throw problem(written, key + " depends on itself: " + String.join(" -> ", underWay) + " -> " + key, "");
        }
        try {
            return value(block, name);
        } finally {
            underWay.remove(key);
        }
    }

    /** The value of an attribute, or of the one that it inherits; null if neither is set. */
    HclValue value(Block block, String name) {
        return find(block, name, blocks())
                .map(found -> found.scope().evaluator.value(found.attribute().value()))
                .orElse(HclValue.Null.NULL);
    }

    private Optional<Found> find(Block block, String name, Set<Block> seen) {
        Optional<Attribute> own = block.body().attribute(name);
        if (own.isPresent() || NOT_INHERITED.contains(name)) {
            return own.map(attribute -> new Found(this, attribute));
        }
        return base(block, seen).flatMap(base -> base.scope().find(base.block(), name, seen));
    }

    /** A set of blocks that asks for no more than which one it is. */
    private static Set<Block> blocks() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** What a block is derived from. */
    Optional<Place> base(Block block) {
        return base(block, blocks());
    }

    private Optional<Place> base(Block block, Set<Block> seen) {
        Optional<Attribute> base = block.body().attribute("base");
        if (base.isEmpty()) {
            return Optional.empty();
        }
        if (!seen.add(block)) {
            throw new HclException(List.of(base.get().span().problem("the base leads back to where it began", "")));
        }
        HclValue value = evaluator.value(base.get().value());
        if (value instanceof HclValue.Reference reference && type(reference).equals(block.type())) {
            return place(reference);
        }
        throw new HclException(List.of(
                base.get().value().span().problem("the base of a " + block.type() + " must be a " + block.type(), "")));
    }

    /** The type that a reference to a resource names. */
    static String type(HclValue.Reference reference) {
        List<String> names = reference.names();
        return names.size() < 2 ? "" : names.get(names.size() - 2);
    }

    /** The block that a reference names; empty for a query that is a file, and for what is known only at run time. */
    Optional<Place> place(HclValue.Reference reference) {
        List<String> names = reference.names();
        ModScope scope = scope(reference);
        Block block = scope.source.resources().get(type(reference) + "." + names.get(names.size() - 1));
        return Optional.ofNullable(block).map(found -> new Place(scope, found));
    }

    /** The mod that a reference leads to. */
    ModScope scope(HclValue.Reference reference) {
        ModScope other =
                reference.names().size() == 3 ? required.get(reference.names().get(0)) : null;
        return other == null ? this : other;
    }

    private static HclException problem(Traversal written, String what, String suggestion) {
        return new HclException(List.of(written.span().problem(what, suggestion)));
    }
}
