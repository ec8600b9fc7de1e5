package dev.penstock.cli.option;

import dev.penstock.controls.mod.ModLoader;
import dev.penstock.controls.mod.dependency.ModText;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder of the mod that a command changes. */
public final class ModFolder {
    @Option(
            names = "--mod-location",
            paramLabel = "<folder>",
            description = "Where the search for mod.pp starts, upwards (default: the current folder).")
    private Path location = Path.of("");

    /** Made by picocli. */
    public ModFolder() {}

    /** The location itself. */
    public Path location() {
        return location.toAbsolutePath().normalize();
    }

    /** The folder of the nearest mod, or the location if there is none. */
    public Path path() {
        return ModLoader.find(location).orElseGet(this::location);
    }

    /** The text of the nearest mod. */
    public ModText text() {
        return ModText.find(path())
                .orElseThrow(() -> new EngineException(
                        ErrorCode.INVALID_MOD,
                        "there is no mod.pp in " + location() + " or above it; penstock mod init makes one"));
    }
}
