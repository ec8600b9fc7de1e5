package dev.penstock.controls.mod;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;

/** Finds the files of a mod: no hidden ones, none that are to be ignored, no links that lead out of its folder. */
final class ModFolderWalk extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final SortedMap<String, ModFiles.Content> files;
    private final IgnoredFiles ignored;

    ModFolderWalk(Path folder, SortedMap<String, ModFiles.Content> files) throws IOException {
        this.folder = folder;
        this.files = files;
        this.ignored = IgnoredFiles.of(folder);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        boolean left = !directory.equals(folder) && (isHidden(directory) || ignored.matches(name(directory), true));
        return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        boolean ours = attributes.isRegularFile() || (attributes.isSymbolicLink() && staysInside(file));
        if (ours && !isHidden(file) && !ignored.matches(name(file), false)) {
            files.put(name(file), () -> Files.readAllBytes(file));
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean staysInside(Path link) throws IOException {
        return Files.isRegularFile(link) && link.toRealPath().startsWith(folder.toRealPath());
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }
}
