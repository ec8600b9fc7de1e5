package dev.penstock.controls.mod.dependency;

import java.nio.file.Path;

/**
 * Where the mods that a mod requires are.
 *
 * @param root the folder of the mod at the root
 */
public record ModStore(Path root) {

    /** The folder of what was chosen for a requirement of the mod in {@code parent}. */
    public Path folder(Path parent, Locked locked) {
        return locked.kind().equals("path") ? parent.resolve(locked.value()).normalize() : mods().resolve(locked.key());
    }

    /** The folder below which all installed mods are. */
    Path mods() {
        return root.resolve(".powerpipe").resolve("mods");
    }

    /** Where new ones are made before they are moved to their place. */
    Path shadow() {
        return root.resolve(".powerpipe")
                .resolve("shadow-" + ProcessHandle.current().pid());
    }
}
