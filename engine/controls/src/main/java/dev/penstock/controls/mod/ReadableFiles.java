package dev.penstock.controls.mod;

import dev.penstock.hcl.ValueException;
import dev.penstock.hcl.function.FileAccess;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of a mod, as its expressions may read them: nothing that isn't part of the mod. */
record ReadableFiles(ModFiles files) implements FileAccess {

    @Override
    public byte[] read(String name) {
        return files.text(name)
                .orElseThrow(() -> new ValueException(0, "there is no file " + name + " in the mod"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean exists(String name) {
        return files.text(name).isPresent();
    }

    @Override
    public List<String> below(String folder) {
        String prefix = folder.replaceFirst("^(?:\\./)*\\.?$", "")
                .replaceFirst("^(?:\\./)+", "")
                .replaceFirst("([^/])$", "$1/");
        return files.texts().keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }
}
