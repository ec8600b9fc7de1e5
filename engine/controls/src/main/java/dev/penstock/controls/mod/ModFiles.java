package dev.penstock.controls.mod;

import dev.penstock.hcl.ValueException;
import dev.penstock.hcl.function.FileAccess;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The files of a mod by their path below its folder, with slashes; expressions may read these and no others. A file is read
 * when it is needed.
 *
 * @param origin where they are, for messages
 * @param folder empty if they come from the class path
 */
record ModFiles(String origin, Optional<Path> folder, SortedMap<String, Content> files) implements FileAccess {
    private static final String BUILT_IN = "mods/aws_compliance/";

    /** The bytes of a file. */
    interface Content {
        byte[] read() throws IOException;
    }

    /** The files of a folder. */
    static ModFiles of(Path folder) {
        var files = new TreeMap<String, Content>();
        try {
            Files.walkFileTree(folder, new ModFolderWalk(folder, files));
        } catch (IOException e) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "can't read the mod in " + folder + ": " + e, e);
        }
        return new ModFiles(folder.toString(), Optional.of(folder), Collections.unmodifiableSortedMap(files));
    }

    /** The files of the mod on the class path. */
    static ModFiles builtIn() {
        URL mod = ModFiles.class.getClassLoader().getResource(BUILT_IN + "mod.pp");
        if (mod == null) {
            throw new EngineException(ErrorCode.INVALID_MOD, "the built-in mod is not on the class path");
        }
        try {
            return mod.getProtocol().equals("jar") ? ofJar(mod) : of(parent(mod.toURI()));
        } catch (IOException | URISyntaxException e) {
            throw new EngineException(ErrorCode.INVALID_MOD, "can't read the built-in mod: " + e, e);
        }
    }

    private static Path parent(URI file) {
        return Objects.requireNonNull(Path.of(file).getParent());
    }

    private static ModFiles ofJar(URL mod) throws IOException {
        var files = new TreeMap<String, Content>();
        URL location = ((JarURLConnection) mod.openConnection()).getJarFileURL();
        try (JarFile jar = new JarFile(Path.of(URI.create(location.toString())).toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(BUILT_IN) && !entry.isDirectory()) {
                    try (InputStream stream = jar.getInputStream(entry)) {
                        byte[] bytes = stream.readAllBytes();
                        files.put(entry.getName().substring(BUILT_IN.length()), () -> bytes);
                    }
                }
            }
        }
        return new ModFiles("the built-in mod", Optional.empty(), Collections.unmodifiableSortedMap(files));
    }

    /** The files with one of these endings, in the order of their paths. */
    List<String> named(Set<String> endings) {
        return files.keySet().stream()
                .filter(name -> endings.stream().anyMatch(name::endsWith))
                .toList();
    }

    /** The bytes of a file that is there. */
    byte[] bytes(String name) {
        return read(name, Objects.requireNonNull(files.get(name), name));
    }

    @Override
    public byte[] read(String name) {
        return find(name)
                .map(content -> read(name, content))
                .orElseThrow(() -> new ValueException(0, "there is no file " + name + " in the mod" + nearest(name)));
    }

    private String nearest(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        List<String> same = files.keySet().stream()
                .filter(other -> other.equals(file) || other.endsWith("/" + file))
                .toList();
        return same.size() == 1 ? "; did you mean \"./" + same.get(0) + "\"?" : "";
    }

    private static byte[] read(String name, Content content) {
        try {
            return content.read();
        } catch (IOException e) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "can't read " + name + " of the mod: " + e, e);
        }
    }

    private Optional<Content> find(String name) {
        return Optional.ofNullable(
                files.get(Path.of(name).normalize().toString().replace('\\', '/')));
    }

    @Override
    public boolean exists(String name) {
        return find(name).isPresent();
    }

    @Override
    public List<String> below(String folderName) {
        String normal = Path.of(folderName).normalize().toString().replace('\\', '/');
        String prefix = normal.isEmpty() ? "" : normal + "/";
        return files.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }
}
