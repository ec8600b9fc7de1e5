package dev.penstock.controls.mod;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;

/**
 * The texts of a mod: its {@code .pp}, {@code .sql} and {@code .md} files, by path below the mod's folder, with slashes.
 * Hidden folders are left out.
 */
record ModFiles(String origin, SortedMap<String, String> texts) {
    private static final String BUILT_IN = "mods/aws_compliance/";

    /** Copies the texts. */
    ModFiles {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /** The text of a file named relative to the mod's folder, whether or not it begins with {@code ./}. */
    Optional<String> text(String name) {
        return Optional.ofNullable(
                texts.get(Path.of(name).normalize().toString().replace('\\', '/')));
    }

    /** The files of a folder. */
    static ModFiles of(Path folder) {
        var texts = new TreeMap<String, String>();
        try {
            Files.walkFileTree(folder, new Reader(folder, texts));
        } catch (IOException e) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "can't read the mod in " + folder + ": " + e, e);
        }
        return new ModFiles(folder.toString(), texts);
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
        return java.util.Objects.requireNonNull(Path.of(file).getParent());
    }

    private static ModFiles ofJar(URL mod) throws IOException {
        var texts = new TreeMap<String, String>();
        try (JarFile jar = new JarFile(Path.of(URI.create(((JarURLConnection) mod.openConnection())
                        .getJarFileURL()
                        .toString()))
                .toFile())) {
            for (var entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(BUILT_IN) && isRead(entry.getName())) {
                    try (InputStream text = jar.getInputStream(entry)) {
                        texts.put(
                                entry.getName().substring(BUILT_IN.length()),
                                new String(text.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return new ModFiles("the built-in mod", texts);
    }

    private static boolean isRead(String name) {
        return name.endsWith(".pp") || name.endsWith(".sp") || name.endsWith(".sql") || name.endsWith(".md");
    }

    private static final class Reader extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final SortedMap<String, String> texts;

        Reader(Path folder, SortedMap<String, String> texts) {
            this.folder = folder;
            this.texts = texts;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean hidden = !directory.equals(folder) && isHidden(directory);
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (isRead(name) && !isHidden(file)) {
                texts.put(name, Files.readString(file));
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            return String.valueOf(path.getFileName()).startsWith(".");
        }
    }
}
