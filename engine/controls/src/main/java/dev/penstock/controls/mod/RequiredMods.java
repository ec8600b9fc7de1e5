package dev.penstock.controls.mod;

import dev.penstock.controls.mod.dependency.LockFile;
import dev.penstock.controls.mod.dependency.Locked;
import dev.penstock.controls.mod.dependency.ModStore;
import dev.penstock.controls.mod.dependency.Requirement;
import dev.penstock.hcl.Expression;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.Span;
import dev.penstock.hcl.Suggestion;
import dev.penstock.spi.error.EngineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Loads the mods that a mod requires, each with its own names and variables, and those that they require in turn. */
final class RequiredMods {
    private final ModStore store;
    private final Path root;
    private final LockFile lock;
    private final ModSettings settings;
    private final VariableSources values;
    private final Deque<Path> underWay = new ArrayDeque<>();

    /**
     * Required mods.
     *
     * @param mods by short name
     * @param arguments what they are given, once the scope of the mod that requires them is there
     */
    record Found(Map<String, Mod> mods, List<ArgumentsOfParent> arguments) {

        /** No mods. */
        static final Found NONE = new Found(Map.of(), List.of());

        /** Copies both. */
        Found {
            mods = Map.copyOf(mods);
            arguments = List.copyOf(arguments);
        }
    }

    RequiredMods(Path root, LockFile lock, ModSettings settings, VariableSources values) {
        this.store = new ModStore(root);
        this.root = root;
        this.lock = lock;
        this.settings = settings;
        this.values = values;
        underWay.push(root.normalize());
    }

    /**
     * The mods that one in a folder requires, by short name.
     *
     * @param parent what the lock file calls the one that requires
     */
    Found of(String parent, Path folder, ModSource source, ModProblems problems) {
        Map<String, Mod> required = new TreeMap<>();
        List<ArgumentsOfParent> arguments = new ArrayList<>();
        for (Requirement requirement : ModLoader.requirements(source, problems)) {
            try {
                var given = new ArgumentsOfParent(requirement.arguments());
                arguments.add(given);
                Mod mod = load(parent, folder, requirement, given);
                if (required.putIfAbsent(mod.name(), mod) != null) {
                    throw problem(requirement, "another required mod is called " + mod.name() + ", too", "");
                }
                checkArguments(requirement, mod);
            } catch (HclException e) {
                problems.errors(e.diagnostics());
            } catch (EngineException e) {
                problems.errors(problem(requirement, e.getMessage(), "").diagnostics());
            }
        }
        return new Found(required, arguments);
    }

    private Mod load(String parent, Path folder, Requirement requirement, ArgumentsOfParent arguments) {
        Locked locked = requirement
                .folder()
                .map(path -> new Locked(requirement.path(), "", "path", path, "", "", ""))
                .or(() -> lock.choice(parent, requirement.path()))
                .orElseThrow(() -> problem(
                        requirement,
                        "the mod " + requirement.path() + " is not installed",
                        "run penstock mod install"));
        if (!requirement.isMetBy(locked)) {
            throw problem(
                    requirement,
                    "of the mod " + requirement.path() + " " + locked.value() + " is installed, which is not "
                            + requirement.locator().shown().substring(1),
                    "run penstock mod install");
        }
        Path place = store.folder(folder, locked);
        if (!Files.isDirectory(place)) {
            throw problem(
                    requirement,
                    "the mod " + requirement.path() + " is not in " + place,
                    locked.kind().equals("path") ? "correct its path" : "run penstock mod install");
        }
        if (underWay.contains(place.normalize())) {
            throw problem(requirement, "the mod " + requirement.path() + " requires itself", "");
        }
        underWay.push(place.normalize());
        try {
            return load(locked, place, arguments, folder.equals(root));
        } finally {
            underWay.pop();
        }
    }

    private Mod load(Locked locked, Path place, ArgumentsOfParent arguments, boolean direct) {
        var problems = new ModProblems();
        var source = new ModSource(ModFiles.of(place), problems);
        String name = ModLoader.name(source.definition());
        Function<String, Optional<Assignment>> assigned = variable -> Optional.of(name + "." + variable)
                .filter(full -> direct)
                .flatMap(values::of)
                .or(() -> arguments.of(variable));
        var given = new ModVariables.Given(settings.environment(), assigned, settings.prompt());
        return ModLoader.mod(name, locked.value(), source, problems, of(locked.key(), place, source, problems), given);
    }

    private static void checkArguments(Requirement requirement, Mod mod) {
        if (requirement.arguments().isPresent()
                && requirement.arguments().get().value() instanceof Expression.ObjectOf object) {
            for (Expression.Entry entry : object.entries()) {
                boolean stray = entry.key() instanceof Expression.Literal literal
                        && literal.value() instanceof HclValue.Text name
                        && !mod.resolver().scope().variables().names().contains(name.value());
                if (stray) {
                    String name = entry.key().span().text();
                    throw new HclException(List.of(entry.key()
                            .span()
                            .problem(
                                    "the mod " + mod.name() + " has no variable " + name,
                                    Suggestion.of(
                                            name,
                                            mod.resolver().scope().variables().names()))));
                }
            }
        }
    }

    private static HclException problem(Requirement requirement, String what, String suggestion) {
        Span span = requirement.span().orElseThrow();
        return new HclException(List.of(span.problem(what, suggestion)));
    }
}
