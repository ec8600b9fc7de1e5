package dev.penstock.controls.mod;

import dev.penstock.hcl.Body;
import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.Diagnostic;
import dev.penstock.hcl.Parsed;
import dev.penstock.hcl.Parser;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The texts of a mod, parsed and sorted by name; nothing in them is evaluated yet. */
final class ModSource {
    private final ModFiles files;
    private final ModProblems problems;
    private final Map<String, Block> resources = new LinkedHashMap<>();
    private final Map<String, Block> variables = new LinkedHashMap<>();
    private final Map<String, Attribute> locals = new LinkedHashMap<>();
    private final Map<String, String> sqlFiles = new LinkedHashMap<>();
    private final Map<String, String> faults = new HashMap<>();
    private final Map<String, Block> mods = new LinkedHashMap<>();

    ModSource(ModFiles files, ModProblems problems) {
        this.files = files;
        this.problems = problems;
        // Hundreds of files that do not depend on each other, and cores that wait.
        List<Parsed<Body>> parsed = files.named(Set.of(".pp", ".sp")).parallelStream()
                .map(name -> Parser.parse(name, files.bytes(name)))
                .toList();
        parsed.forEach(this::sort);
        namedFiles();
    }

    /** Files by path. */
    ModFiles files() {
        return files;
    }

    /** The mod block. */
    Block definition() {
        if (mods.size() == 1) {
            return mods.values().iterator().next();
        }
        List<String> errors = problems.errors();
        throw new EngineException(
                ErrorCode.INVALID_MOD,
                files.origin()
                        + (mods.isEmpty() ? " has no mod block" : " has more than one mod block")
                        + (errors.isEmpty() ? "" : ": " + errors.get(0)));
    }

    /** Blocks by {@code type.name}. */
    Map<String, Block> resources() {
        return resources;
    }

    /** Blocks by name. */
    Map<String, Block> variables() {
        return variables;
    }

    /** Attributes by name. */
    Map<String, Attribute> locals() {
        return locals;
    }

    /** Paths of {@code .sql} files by the name of the query that each one is. */
    Map<String, String> sqlFiles() {
        return sqlFiles;
    }

    /** What is wrong with the form of a block. */
    Optional<String> fault(Block block) {
        return Optional.ofNullable(faults.get(block.position().toString()));
    }

    private void sort(Parsed<Body> parsed) {
        problems.errors(parsed.diagnostics());
        parsed.value()
                .attributes()
                .values()
                .forEach(attribute -> problems.errors(
                        List.of(attribute.nameSpan().problem("an attribute can't stand outside of a block", ""))));
        parsed.value().blocks().forEach(this::sort);
    }

    private void sort(Block block) {
        if (block.type().equals("locals")) {
            block.body().attributes().values().forEach(this::local);
            return;
        }
        List<Diagnostic> wrong = ModSchema.check(block);
        problems.errors(wrong);
        if (!wrong.isEmpty()) {
            faults.put(block.position().toString(), wrong.get(0).message());
        }
        String name = block.labels().isEmpty() ? "" : block.labels().get(0);
        if (block.type().equals("mod")) {
            mods.put(block.position().toString(), block);
        } else if (block.type().equals("variable")) {
            define("var." + name, name, block, variables);
        } else if (ModSchema.RESOURCES.contains(block.type()) && !name.isEmpty()) {
            define(block.type() + "." + name, block.type() + "." + name, block, resources);
        }
    }

    private void local(Attribute local) {
        Attribute other = locals.putIfAbsent(local.name(), local);
        if (other != null) {
            problems.errors(List.of(local.nameSpan()
                    .problem("local." + local.name() + " is defined twice", "it is also at " + other.position())));
        }
    }

    private void define(String shown, String key, Block block, Map<String, Block> defined) {
        Block other = defined.putIfAbsent(key, block);
        if (other != null) {
            Diagnostic twice = block.header().problem(shown + " is defined twice", "it is also at " + other.position());
            problems.errors(List.of(twice));
            // Nobody can tell which of the two is meant.
            faults.put(other.position().toString(), twice.message());
        }
    }

    /** A {@code .sql} file is a query under its own name, unless a block of that name exists. */
    private void namedFiles() {
        for (String file : files.named(Set.of(".sql"))) {
            String name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".sql".length());
            if (resources.containsKey("query." + name)) {
                continue;
            }
            String other = sqlFiles.putIfAbsent(name, file);
            if (other != null) {
                problems.error(file + ":1:1: query." + name + " is also in " + other);
            }
        }
    }
}
