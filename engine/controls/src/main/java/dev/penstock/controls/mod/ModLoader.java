package dev.penstock.controls.mod;

import dev.penstock.hcl.Body.Block;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
     * The mod of a folder.
     *
     * @throws EngineException with code FILE_ACCESS or INVALID_MOD if there is no mod to speak of, with INVALID_PARAMETER if
     *     a setting fits no variable
     */
    public static Mod load(Path folder, ModSettings settings) {
        return load(ModFiles.of(folder), settings);
    }

    /** The mod that comes with Penstock. */
    public static Mod builtIn(ModSettings settings) {
        return load(ModFiles.builtIn(), settings);
    }

    private static Mod load(ModFiles files, ModSettings settings) {
        var problems = new ModProblems();
        var source = new ModSource(files, problems);
        var values = new VariableSources(files.folder(), settings, problems);
        var given = new ModVariables.Given(settings.environment(), values::of, settings.prompt());
        var scope = new ModScope(name(source.definition()), source, Map.of(), given);
        Set<String> declared = new HashSet<>(scope.variables().names());
        values.checkNames(declared);
        scope.variables().shown(problems);
        return new Mod(new ModResolver(scope, problems, Map.of()), Map.of());
    }

    private static String name(Block definition) {
        if (definition.labels().size() != 1) {
            throw new EngineException(
                    ErrorCode.INVALID_MOD, definition.position() + ": a mod needs one name in quotes");
        }
        return definition.labels().get(0);
    }
}
