package dev.penstock.controls.mod.dependency;

import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.ValueException;
import dev.penstock.hcl.function.JsonReader;
import dev.penstock.hcl.function.JsonText;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The file {@code .mod.cache.json}: what was chosen for each requirement of each mod.
 *
 * @param choices by the mod that requires (its short name at the root, else {@link Locked#key}), then by required path
 */
public record LockFile(Map<String, Map<String, Locked>> choices) {
    private static final String NAME = ".mod.cache.json";

    /** Sorts and copies the choices. */
    public LockFile {
        var sorted = new TreeMap<String, Map<String, Locked>>();
        choices.forEach((parent, required) -> sorted.put(parent, new TreeMap<>(required)));
        choices = sorted;
    }

    /** The lock file of a mod's folder; empty if there is none. */
    public static LockFile read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return new LockFile(Map.of());
        }
        try {
            return of(JsonReader.read(Files.readString(file)));
        } catch (IOException | ValueException e) {
            throw new EngineException(
                    ErrorCode.INVALID_MOD,
                    "can't read " + file + ": " + e.getMessage() + "; delete it and run penstock mod install",
                    e);
        }
    }

    private static LockFile of(HclValue json) {
        Map<String, Map<String, Locked>> choices = new TreeMap<>();
        entries(json)
                .forEach((parent, required) -> entries(required)
                        .forEach((path, choice) -> Locked.of(path, choice)
                                .ifPresent(locked -> choices.computeIfAbsent(parent, key -> new TreeMap<>())
                                        .put(path, locked))));
        return new LockFile(choices);
    }

    private static Map<String, HclValue> entries(HclValue json) {
        return json instanceof HclValue.Dictionary object ? object.entries() : Map.of();
    }

    /** What was chosen for a requirement. */
    public Optional<Locked> choice(String parent, String path) {
        return Optional.ofNullable(choices.getOrDefault(parent, Map.of()).get(path));
    }

    /** Writes it in one step, so that nobody ever reads half of it. */
    void write(Path folder) throws IOException {
        Map<String, HclValue> json = new TreeMap<>();
        choices.forEach((parent, required) -> {
            Map<String, HclValue> inner = new TreeMap<>();
            required.forEach((path, locked) -> inner.put(path, locked.json()));
            json.put(parent, HclValue.Dictionary.object(inner));
        });
        Path partial = Files.createTempFile(folder, NAME, ".part");
        try {
            Files.writeString(partial, indented(JsonText.of(HclValue.Dictionary.object(json))) + "\n");
            Files.move(partial, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** JSON with one member on a line. */
    private static String indented(String json) {
        var out = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted) {
                out.append(c);
                if (c == '\\') {
                    out.append(json.charAt(++i));
                }
                quoted = c != '"';
            } else if (c == '{' && json.charAt(i + 1) != '}') {
                out.append("{\n").append("  ".repeat(++depth));
            } else if (c == '}' && json.charAt(i - 1) != '{') {
                out.append('\n').append("  ".repeat(--depth)).append('}');
            } else if (c == ',') {
                out.append(",\n").append("  ".repeat(depth));
            } else {
                out.append(c == ':' ? ": " : String.valueOf(c));
                quoted = c == '"';
            }
        }
        return out.toString();
    }
}
