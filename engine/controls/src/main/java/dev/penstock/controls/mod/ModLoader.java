package dev.penstock.controls.mod;

import dev.penstock.controls.mod.dependency.LockFile;
import dev.penstock.controls.mod.dependency.Requirement;
import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.HclException;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A folder of {@code .pp} and {@code .sql} files to a {@link Mod}. What is broken is reported; what is sound is there. */
public final class ModLoader {
    private ModLoader() {}

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
     * The mod of a folder, with those that it requires.
     *
     * @throws EngineException with code FILE_ACCESS or INVALID_MOD if there is no mod to speak of, with INVALID_PARAMETER if
     *     a setting fits no variable
     */
    public static Mod load(Path folder, ModSettings settings) {
        return load(ModFiles.of(folder), settings, LockFile.read(folder));
    }

    /** The mod that comes with Penstock. */
    public static Mod builtIn(ModSettings settings) {
        return load(ModFiles.builtIn(), settings, new LockFile(Map.of()));
    }

    private static Mod load(ModFiles files, ModSettings settings, LockFile lock) {
        var problems = new ModProblems();
        var source = new ModSource(files, problems);
        var values = new VariableSources(files.folder(), settings, problems);
        var given = new ModVariables.Given(settings.environment(), values::of, settings.prompt());
        String name = name(source.definition());
        RequiredMods.Found required = files.folder()
                .map(folder -> new RequiredMods(folder, lock, settings, values).of(name, folder, source, problems))
                .orElse(RequiredMods.Found.NONE);
        Mod mod = mod(name, "", source, problems, required, given);
        label(mod);
        Set<String> declared = new HashSet<>(source.variables().keySet());
        required.mods()
                .forEach((alias, other) -> other.resolver()
                        .scope()
                        .variables()
                        .names()
                        .forEach(variable -> declared.add(alias + "." + variable)));
        values.checkNames(declared);
        checkValues(mod);
        return mod;
    }

    /** What was typed must fit before anything runs, whether or not anything asks for it. */
    private static void checkValues(Mod mod) {
        mod.variables();
        mod.required().values().forEach(ModLoader::checkValues);
    }

    /** Mods of the same name get labels that tell them apart; those nearer to the root keep the name. */
    private static void label(Mod root) {
        Map<String, Mod> labels = new HashMap<>();
        Deque<Mod> next = new ArrayDeque<>(List.of(root));
        while (!next.isEmpty()) {
            Mod mod = next.remove();
            String label = mod.name();
            for (int i = 1; labels.containsKey(label) && !mod.equals(labels.get(label)); i++) {
                label = mod.name() + "@" + mod.edition() + (i == 1 ? "" : "~" + i);
            }
            labels.put(label, mod);
            mod.resolver().scope().setLabel(label);
            next.addAll(mod.required().values());
        }
    }

    /** A mod whose required mods are there. */
    static Mod mod(
            String name,
            String edition,
            ModSource source,
            ModProblems problems,
            RequiredMods.Found required,
            ModVariables.Given given) {
        Map<String, ModScope> scopes = new TreeMap<>();
        Map<String, ModResolver> resolvers = new TreeMap<>();
        required.mods().forEach((alias, other) -> {
            scopes.put(alias, other.resolver().scope());
            resolvers.put(alias, other.resolver());
        });
        var scope = new ModScope(name, source, scopes, given);
        required.arguments().forEach(arguments -> arguments.setParent(scope));
        return new Mod(new ModResolver(scope, problems, resolvers), required.mods(), edition);
    }

    /** The short name that a mod block gives. */
    static String name(Block definition) {
        if (definition.labels().size() != 1) {
            throw new EngineException(
                    ErrorCode.INVALID_MOD, definition.position() + ": a mod needs one name in quotes");
        }
        return definition.labels().get(0);
    }

    /** What a mod requires; what is broken there is reported. */
    static List<Requirement> requirements(ModSource source, ModProblems problems) {
        Requirement.unmet(source.definition()).ifPresent(problems::warning);
        return Requirement.of(source.definition(), (HclException problem) -> problems.errors(problem.diagnostics()));
    }
}
