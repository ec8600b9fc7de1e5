package dev.penstock.controls.mod;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/** The patterns of {@code .powerpipeignore}, which mean what they mean to git; the last one that matches decides. */
record IgnoredFiles(List<Pattern> patterns) {
    private static final String FILE = ".powerpipeignore";

    /** One line of the file. */
    private record Pattern(PathMatcher matcher, boolean ignores, boolean foldersOnly) {}

    /** The patterns of a mod's folder. */
    static IgnoredFiles of(Path folder) throws IOException {
        List<Pattern> patterns = new ArrayList<>();
        Path file = folder.resolve(FILE);
        if (Files.isRegularFile(file)) {
            for (String line : Files.readAllLines(file)) {
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    patterns.add(pattern(text));
                }
            }
        }
        return new IgnoredFiles(patterns);
    }

    private static Pattern pattern(String line) {
        boolean ignores = !line.startsWith("!");
        String text = ignores ? line : line.substring(1);
        boolean foldersOnly = text.endsWith("/");
        String glob = foldersOnly ? text.substring(0, text.length() - 1) : text;
        boolean anywhere = !glob.contains("/");
        String rooted = glob.startsWith("/") ? glob.substring(1) : glob;
        String all = anywhere ? "{" + rooted + ",**/" + rooted + "}" : rooted;
        return new Pattern(FileSystems.getDefault().getPathMatcher("glob:" + all), ignores, foldersOnly);
    }

    /** Whether a file or folder is to be passed over. */
    boolean matches(String name, boolean isFolder) {
        boolean ignored = false;
        Path path = Path.of(name);
        for (Pattern pattern : patterns) {
            if ((isFolder || !pattern.foldersOnly()) && pattern.matcher().matches(path)) {
                ignored = pattern.ignores();
            }
        }
        return ignored;
    }
}
