package dev.penstock.controls.mod;

import dev.penstock.controls.model.Benchmark;
import dev.penstock.controls.model.CheckNode;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.Query;
import dev.penstock.hcl.Body;
import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.Diagnostic;
import dev.penstock.hcl.Evaluator;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.Parsed;
import dev.penstock.hcl.Parser;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A folder of {@code .pp} and {@code .sql} files to a {@link Mod}. What is broken is reported; what is sound is there. */
public final class ModLoader {
    private static final Set<String> PARAMETERS = Set.of("args", "base", "database", "search_path");

    private final ModFiles files;
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Map<String, Attribute> locals = new LinkedHashMap<>();
    private final List<Block> mods = new ArrayList<>();
    private final Map<String, Query> queries = new LinkedHashMap<>();
    private final Map<String, Control> controls = new LinkedHashMap<>();
    private final Map<String, Benchmark> benchmarks = new LinkedHashMap<>();
    private final Map<String, State> states = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Evaluator evaluator;
    private String name = "local";

    private ModLoader(ModFiles files) {
        this.files = files;
        var blocks = parse();
        blocks.forEach(this::sort);
        this.evaluator = ModScope.evaluator(files, locals);
        blocks.forEach(this::index);
    }

    /** The folder of the nearest {@code mod.pp} or {@code mod.sp}, from {@code location} upwards. */
    public static Optional<Path> find(Path location) {
        for (Path folder = location.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("mod.pp")) || Files.isRegularFile(folder.resolve("mod.sp"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /**
     * The mod of a folder.
     *
     * @throws EngineException with code FILE_ACCESS or INVALID_MOD if there is no mod to speak of
     */
    public static Mod load(Path folder) {
        return new ModLoader(ModFiles.of(folder)).mod();
    }

    /** The mod that comes with Penstock. */
    public static Mod builtIn() {
        return new ModLoader(ModFiles.builtIn()).mod();
    }

    private List<Block> parse() {
        List<Block> blocks = new ArrayList<>();
        files.texts().forEach((file, text) -> {
            if (file.endsWith(".pp") || file.endsWith(".sp")) {
                blocks.addAll(parse(file, text).blocks());
            }
        });
        return blocks;
    }

    /** What is sound in a file; what is broken is reported. */
    private Body parse(String file, String text) {
        Parsed<Body> parsed = Parser.parse(file, text);
        report(parsed.diagnostics());
        parsed.value()
                .attributes()
                .values()
                .forEach(attribute ->
                        problems.add(attribute.position() + ": an attribute can't stand outside of a block"));
        return parsed.value();
    }

    private void report(List<Diagnostic> diagnostics) {
        diagnostics.stream()
                .map(Diagnostic::message)
                .filter(message -> !problems.contains(message))
                .forEach(problems::add);
    }

    private void sort(Block block) {
        switch (block.type()) {
            case "locals" ->
                block.body()
                        .attributes()
                        .values()
                        .forEach(local -> attempt(() -> {
                            if (locals.putIfAbsent(local.name(), local) != null) {
                                throw new HclException("local." + local.name() + " is defined twice", local.position());
                            }
                        }));
            case "mod" -> mods.add(block);
            case "query", "control", "benchmark" -> {}
            default -> problems.add(block.position() + ": " + block.type() + " blocks are not supported yet");
        }
    }

    private void index(Block block) {
        if (!Set.of("query", "control", "benchmark").contains(block.type())) {
            return;
        }
        attempt(() -> {
            var resource = new Resource(block, evaluator);
            String key = block.type() + "." + resource.name();
            if (resources.putIfAbsent(key, resource) != null) {
                throw resource.problem(key + " is defined twice");
            }
        });
    }

    private Mod mod() {
        if (mods.size() != 1) {
            throw new EngineException(
                    ErrorCode.INVALID_MOD,
                    files.origin()
                            + (mods.isEmpty() ? " has no mod block" : " has more than one mod block")
                            + (problems.isEmpty() ? "" : ": " + problems.get(0)));
        }
        var definition = new Resource(mods.get(0), evaluator);
        try {
            name = definition.name();
        } catch (HclException e) {
            throw new EngineException(ErrorCode.INVALID_MOD, String.valueOf(e.getMessage()), e);
        }
        var title = new String[] {""};
        attempt(() -> title[0] = definition.text("title"));
        namedFiles();
        resources.keySet().forEach(key -> attempt(() -> node(key)));
        return new Mod(name, title[0].isEmpty() ? name : title[0], queries, controls, benchmarks, problems);
    }

    /** A {@code .sql} file is a query under its own name, unless a block of that name exists. */
    private void namedFiles() {
        Map<String, String> seen = new LinkedHashMap<>();
        files.texts().forEach((file, text) -> {
            if (file.endsWith(".sql")) {
                String base = file.substring(file.lastIndexOf('/') + 1, file.length() - ".sql".length());
                String other = seen.putIfAbsent(base, file);
                if (resources.containsKey("query." + base)) {
                    return;
                }
                if (other != null) {
                    queries.remove(base);
                    problems.add(file + ":1:1: query." + base + " is also in " + other);
                } else {
                    queries.put(base, new Query(name, base, "", "", text));
                }
            }
        });
    }

    /** Makes a resource if it is not there yet. */
    private void node(String key) {
        Resource resource = resources.get(key);
        State state = states.get(key);
        if (resource == null || state == State.MADE || state == State.BROKEN) {
            return;
        }
        if (state == State.UNDER_WAY) {
            throw resource.problem(key + " contains itself");
        }
        states.put(key, State.UNDER_WAY);
        try {
            make(resource);
            states.put(key, State.MADE);
        } catch (HclException e) {
            states.put(key, State.BROKEN);
            throw e;
        }
    }

    private void make(Resource resource) {
        switch (resource.type()) {
            case "query" -> queries.put(resource.name(), query(resource));
            case "control" -> controls.put(resource.name(), control(resource));
            default -> benchmarks.put(resource.name(), benchmark(resource));
        }
    }

    private Query query(Resource resource) {
        String sql = resource.text("sql");
        if (sql.isBlank()) {
            throw resource.problem("query." + resource.name() + " has no sql");
        }
        return new Query(name, resource.name(), resource.text("title"), resource.text("description"), sql);
    }

    private Control control(Resource resource) {
        resource.refuse(PARAMETERS, Set.of("param"));
        String title = resource.text("title");
        return new Control(
                name,
                resource.name(),
                title.isEmpty() ? resource.name() : title,
                resource.text("description"),
                resource.text("documentation"),
                resource.tags(),
                resource.text("severity"),
                queryOf(resource));
    }

    private Query queryOf(Resource resource) {
        HclValue query = resource.value("query");
        if (query instanceof HclValue.Null) {
            String sql = resource.text("sql");
            if (sql.isBlank()) {
                throw resource.problem("control." + resource.name() + " has neither query nor sql");
            }
            return new Query(name, resource.name(), "", "", sql);
        }
        return find(resource.reference("query", query), "query", resource, queries);
    }

    private Benchmark benchmark(Resource resource) {
        resource.refuse(Set.of("base"), Set.of());
        List<CheckNode> children = new ArrayList<>();
        for (HclValue.Reference child : resource.references("children")) {
            boolean isControl = kind(child).equals("control");
            children.add(
                    isControl
                            ? find(child, "control", resource, controls)
                            : find(child, "benchmark", resource, benchmarks));
        }
        String title = resource.text("title");
        return new Benchmark(
                name,
                resource.name(),
                title.isEmpty() ? resource.name() : title,
                resource.text("description"),
                resource.text("documentation"),
                resource.tags(),
                children);
    }

    private static String kind(HclValue.Reference reference) {
        return reference.names().get(reference.names().size() - 2);
    }

    /** What a reference of this mod stands for, made if need be. */
    private <T> T find(HclValue.Reference reference, String type, Resource from, Map<String, T> made) {
        List<String> names = reference.names();
        String wanted = names.get(names.size() - 1);
        boolean ours = names.size() == 2 || (names.size() == 3 && names.get(0).equals(name));
        if (!ours || !kind(reference).equals(type)) {
            throw from.problem("a " + type + " of this mod is needed, not " + reference.text());
        }
        String key = type + "." + wanted;
        if (states.get(key) == State.BROKEN) {
            throw from.problem(key + " is broken");
        }
        node(key);
        T found = made.get(wanted);
        if (found == null) {
            throw from.problem("there is no " + key + NearestName.hint(wanted, made.keySet()));
        }
        return found;
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (HclException e) {
            report(e.diagnostics());
        }
    }

    private enum State {
        UNDER_WAY,
        MADE,
        BROKEN
    }
}
