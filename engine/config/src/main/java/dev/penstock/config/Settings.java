package dev.penstock.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The search path that {@code options "database"} and {@code workspace "default"} set; the latter wins. */
final class Settings {
    private static final Set<String> PATHS = Set.of("search_path", "search_path_prefix");

    private final List<String> path = new ArrayList<>();
    private final List<String> prefix = new ArrayList<>();
    private boolean ofWorkspace;

    /** Takes a block in, and notes what of it is not obeyed. */
    void add(Values block, List<String> notes) {
        boolean workspace = block.block().type().equals("workspace");
        boolean obeyed = block.label().equals(workspace ? "default" : "database");
        block.except(obeyed ? PATHS : Set.of())
                .forEach(attribute -> notes.add(attribute.position() + ": " + attribute.name() + " of "
                        + block.block().type() + " \"" + block.label() + "\" is not obeyed"));
        block.block()
                .body()
                .blocks()
                .forEach(inner -> notes.add(inner.position() + ": " + inner.type() + " blocks of "
                        + block.block().type() + " \"" + block.label() + "\" are not obeyed"));
        if (obeyed && (workspace || !ofWorkspace)) {
            ofWorkspace |= workspace;
            replace(path, block, "search_path");
            replace(prefix, block, "search_path_prefix");
        }
    }

    private static void replace(List<String> names, Values block, String attribute) {
        block.text(attribute).ifPresent(text -> {
            names.clear();
            Stream.of(text.split(",", -1))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(names::add);
        });
    }

    List<String> path() {
        return path;
    }

    List<String> prefix() {
        return prefix;
    }
}
