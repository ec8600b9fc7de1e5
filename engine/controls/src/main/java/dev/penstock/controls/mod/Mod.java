package dev.penstock.controls.mod;

import dev.penstock.controls.model.Benchmark;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.Part;
import dev.penstock.controls.model.Query;
import dev.penstock.controls.model.Variable;
import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclValue;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A mod. Its files are read; what stands in them is resolved when it is asked for, so that running one control doesn't wait for a
 * thousand others. {@link #problems()} looks at everything. Serves one thread at a time; what it hands out serves any.
 */
public final class Mod {
    private final ModResolver resolver;
    private final Map<String, Mod> required;
    private final String edition;
    private final String title;

    /**
     * A mod.
     *
     * @param required by short name
     * @param edition which version of it; empty for one that nothing requires
     */
    Mod(ModResolver resolver, Map<String, Mod> required, String edition) {
        this.edition = edition;
        this.resolver = resolver;
        this.required = new TreeMap<>(required);
        this.title = resolver.problems().orElse("", () -> resolver.text(definition(), "title"));
    }

    private Block definition() {
        return resolver.scope().source().definition();
    }

    ModResolver resolver() {
        return resolver;
    }

    /** Which version of it this is, such as {@code 1.2.0}; empty for the mod at the root. */
    String edition() {
        return edition;
    }

    /** Its short name. */
    public String name() {
        return resolver.scope().mod();
    }

    /** Its title, or its name if it has none. */
    public String title() {
        return title.isEmpty() ? name() : title;
    }

    /** What its mod block says, for people; empty attributes are left out. */
    public Map<String, String> attributes() {
        return new PartResolver(resolver).part(definition()).attributes();
    }

    /** The mods that it requires, by short name. */
    public Map<String, Mod> required() {
        return java.util.Collections.unmodifiableMap(required);
    }

    /** Its own queries that are sound, by name. */
    public Map<String, Query> queries() {
        Map<String, Query> queries = new TreeMap<>();
        for (String name : resolver.scope().names("query")) {
            resolver.problems()
                    .orElse(Optional.<Query>empty(), () -> Optional.of(resolver.query(name)))
                    .ifPresent(query -> queries.put(name, query));
        }
        return queries;
    }

    /** Its own controls, by name; those that can't run have a fault. */
    public Map<String, Control> controls() {
        return all("control", resolver::control);
    }

    /** Its own benchmarks, by name, without those of detections. */
    public Map<String, Benchmark> benchmarks() {
        Map<String, Benchmark> benchmarks = new TreeMap<>();
        for (String name : resolver.scope().names("benchmark")) {
            if (!isOfDetections(name)) {
                benchmarks.put(name, resolver.benchmark(name));
            }
        }
        return benchmarks;
    }

    private boolean isOfDetections(String benchmark) {
        return resolver.block("benchmark", benchmark)
                .filter(block -> resolver.problems()
                        .orElse(HclValue.Null.NULL, () -> resolver.scope().value(block, "type"))
                        .equals(new HclValue.Text("detection")))
                .isPresent();
    }

    /** Its own variables, by name. */
    public Map<String, Variable> variables() {
        return new TreeMap<>(resolver.scope().variables().shown(resolver.problems()));
    }

    /**
     * Its own resources of a type that is listed but not run, by name.
     *
     * @param type such as {@code dashboard} or {@code detection}
     */
    public Map<String, Part> parts(String type) {
        return all(
                type,
                name -> resolver.block(type, name)
                        .map(block -> new PartResolver(resolver).part(block))
                        .orElseThrow());
    }

    private <T> Map<String, T> all(String type, Function<String, T> resource) {
        Map<String, T> all = new TreeMap<>();
        resolver.scope().names(type).forEach(name -> all.put(name, resource.apply(name)));
        return all;
    }

    /**
     * What is broken in the mod and in those that it requires, one line each with file, line and column. Everything is looked
     * at; what is sound can run.
     */
    public List<String> problems() {
        resolveAll();
        List<String> problems = new ArrayList<>(resolver.problems().errors());
        required.forEach((name, mod) -> mod.problems().forEach(problem -> problems.add(name + ": " + problem)));
        return problems;
    }

    /** What is no error and still worth a word, of what was looked at so far. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(resolver.problems().warnings());
        required.forEach((name, mod) -> mod.warnings().forEach(warning -> warnings.add(name + ": " + warning)));
        return warnings;
    }

    /** What was found to be broken so far, without looking at what nobody asked for. */
    public List<String> problemsSoFar() {
        List<String> problems = new ArrayList<>(resolver.problems().errors());
        required.forEach((name, mod) -> mod.problemsSoFar().forEach(problem -> problems.add(name + ": " + problem)));
        return problems;
    }

    private void resolveAll() {
        queries();
        controls();
        benchmarks();
        variables();
        attributes();
        resolver.scope()
                .source()
                .locals()
                .values()
                .forEach(local -> resolver.problems()
                        .errors(resolver.scope()
                                .evaluator()
                                .evaluate(local.value())
                                .diagnostics()));
        Set<String> others = new TreeSet<>(ModSchema.RESOURCES);
        others.removeAll(Set.of("query", "control", "benchmark"));
        others.forEach(this::parts);
        resolver.scope().names("benchmark").stream()
                .filter(this::isOfDetections)
                .forEach(name -> resolver.block("benchmark", name).ifPresent(new PartResolver(resolver)::part));
    }

    /**
     * The control that a command names.
     *
     * @param target {@code name}, {@code control.name} or {@code mod.control.name}, of this mod or one that it requires
     * @throws EngineException with code UNKNOWN_NAME, naming the nearest match
     */
    public Control control(String target) {
        return find("control", target, ModResolver::control);
    }

    /** The benchmark that a command names; otherwise as {@link #control}. */
    public Benchmark benchmark(String target) {
        return find("benchmark", target, ModResolver::benchmark);
    }

    /** The query that a command names; otherwise as {@link #control}. */
    public Query query(String target) {
        return find("query", target, (owner, name) -> {
            try {
                return owner.query(name);
            } catch (HclException e) {
                throw new EngineException(ErrorCode.INVALID_MOD, String.valueOf(e.getMessage()), e);
            }
        });
    }

    /**
     * The query that says how to repair what another one finds: {@code <name>_remediation} in the same mod, if it has one.
     *
     * @throws EngineException with code INVALID_MOD if it is broken
     */
    public Optional<Query> remediation(Query query) {
        String name = query.name() + "_remediation";
        if (query.mod().equals(name())) {
            return resolver.scope().names("query").contains(name)
                    ? Optional.of(query("query." + name))
                    : Optional.empty();
        }
        return required.values().stream()
                .flatMap(mod -> mod.remediation(query).stream())
                .findFirst();
    }

    /** The resource of a type that is listed but not run; otherwise as {@link #control}. */
    public Part part(String type, String target) {
        return find(
                type,
                target,
                (owner, name) ->
                        new PartResolver(owner).part(owner.block(type, name).orElseThrow()));
    }

    /** The variable that a command names; otherwise as {@link #control}. */
    public Variable variable(String target) {
        String[] parts = target.split("\\.", -1);
        Mod owner = owner(parts, "var");
        String name = parts[parts.length - 1];
        Variable found = fits(parts, "var") ? owner.variables().get(name) : null;
        if (found == null) {
            throw unknown("variable", target, owner, name, owner.variables().keySet());
        }
        return found;
    }

    private <T> T find(String type, String target, Finder<T> finder) {
        String[] parts = target.split("\\.", -1);
        Mod owner = owner(parts, type);
        String name = parts[parts.length - 1];
        Set<String> names = owner.resolver.scope().names(type);
        if (!fits(parts, type) || !names.contains(name)) {
            throw unknown(type, target, owner, name, names);
        }
        if (type.equals("benchmark") && owner.isOfDetections(name)) {
            throw new EngineException(
                    ErrorCode.NOT_SUPPORTED, "the benchmark " + name + " is made of detections, which can't be run");
        }
        return finder.find(owner.resolver, name);
    }

    /** Finds a resource in a mod that has it. */
    private interface Finder<T> {
        T find(ModResolver owner, String name);
    }

    /** The mod that the first part of a name tells, or this one. */
    private Mod owner(String[] parts, String type) {
        Mod other = parts.length == 3 && parts[1].equals(type) ? required.get(parts[0]) : null;
        return other == null ? this : other;
    }

    private boolean fits(String[] parts, String type) {
        return switch (parts.length) {
            case 1 -> true;
            case 2 -> parts[0].equals(type);
            case 3 -> parts[1].equals(type) && (parts[0].equals(name()) || required.containsKey(parts[0]));
            default -> false;
        };
    }

    private static EngineException unknown(String type, String target, Mod owner, String name, Set<String> names) {
        return new EngineException(
                ErrorCode.UNKNOWN_NAME,
                "the mod " + owner.name() + " has no " + type + " \"" + target + "\"" + NearestName.hint(name, names));
    }
}
