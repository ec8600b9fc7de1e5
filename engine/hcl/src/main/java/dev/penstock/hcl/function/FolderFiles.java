package dev.penstock.hcl.function;

import dev.penstock.hcl.ValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files below one folder. A name that leads out of it, by dots or by a link, is refused. */
public final class FolderFiles implements FileAccess {
    private static final long LARGEST = 16L * 1024 * 1024;

    private final Path folder;

    private FolderFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * The files below this folder.
     *
     * @throws IOException if there is no such folder
     */
    public static FolderFiles below(Path folder) throws IOException {
        return new FolderFiles(folder.toRealPath());
    }

    @Override
    public byte[] read(String name) {
        Path file = resolved(name);
        try {
            if (!Files.isRegularFile(file)) {
                throw new ValueException(0, "there is no file \"" + name + "\"");
            }
            if (Files.size(file) > LARGEST) {
                throw new ValueException(0, "the file \"" + name + "\" has more than " + LARGEST + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ValueException(0, "the file \"" + name + "\" can't be read");
        }
    }

    @Override
    public boolean exists(String name) {
        return Files.isRegularFile(resolved(name));
    }

    @Override
    public List<String> below(String name) {
        Path start = resolved(name);
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file))
                    .map(file -> start.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ValueException(0, "the folder \"" + name + "\" can't be read");
        }
    }

    /** Where a name leads, all links followed. */
    private Path resolved(String name) {
        try {
            Path path = folder.resolve(name).normalize();
            if (!path.startsWith(folder)) {
                throw outside(name);
            }
            Path real = Files.exists(path) ? path.toRealPath() : path;
            if (!real.startsWith(folder)) {
                throw outside(name);
            }
            return real;
        } catch (InvalidPathException | IOException e) {
            throw new ValueException(0, "\"" + name + "\" is no name of a file");
        }
    }

    private ValueException outside(String name) {
        return new ValueException(0, "\"" + name + "\" is outside of the folder that may be read");
    }
}
