package dev.penstock.controls.mod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A mod that a test writes. */
record Folder(Path path) {

    /** Writes a file, and the folders around it. */
    Folder with(String name, String text) throws IOException {
        Path file = path.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
        return this;
    }

    /** Loads it; {@code variables} are {@code name=value}. */
    Mod load(String... variables) {
        return ModLoader.load(path, settings(Map.of(), variables));
    }

    /** Loads it in an environment. */
    Mod load(Map<String, String> environment) {
        return ModLoader.load(path, settings(environment));
    }

    private static ModSettings settings(Map<String, String> environment, String... variables) {
        return new ModSettings(environment, List.of(), List.of(variables), VariablePrompt.NOBODY);
    }
}
