package dev.penstock.cli.option;

import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.mod.ModLoader;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which mod. */
public final class ModOptions {
    @Option(
            names = "--mod-location",
            paramLabel = "<folder>",
            description =
                    "Where the search for mod.pp starts, upwards (default: the current folder, then the built-in mod).")
    private @Nullable Path location;

    /** Made by picocli. */
    public ModOptions() {}

    /**
     * The nearest mod upwards from the location, or else the built-in one. What is broken in it is warned of.
     *
     * @throws EngineException with code INVALID_MOD if a location was given and no mod is there
     */
    public Mod load(Terminal terminal) {
        Path start = location;
        if (start != null && !Files.isDirectory(start)) {
            throw new EngineException(ErrorCode.INVALID_MOD, "--mod-location " + start + " is no folder");
        }
        var folder = ModLoader.find(start == null ? Path.of("") : start);
        if (folder.isEmpty() && start != null) {
            throw new EngineException(ErrorCode.INVALID_MOD, "there is no mod.pp in " + start + " or above it");
        }
        Mod mod = folder.isPresent() ? ModLoader.load(folder.get()) : ModLoader.builtIn();
        mod.problems().forEach(terminal::warning);
        return mod;
    }
}
