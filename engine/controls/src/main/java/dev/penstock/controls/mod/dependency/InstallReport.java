package dev.penstock.controls.mod.dependency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an installation made different.
 *
 * @param changes lines of a tree by {@code Installed}, {@code Upgraded}, {@code Downgraded} and {@code Uninstalled}
 */
public record InstallReport(String root, Map<String, List<String>> changes) {

    /** Copies the changes and keeps their order. */
    public InstallReport {
        changes = new LinkedHashMap<>(changes);
    }

    static InstallReport of(String root, LockFile before, LockFile after) {
        Map<String, List<String>> changes = new LinkedHashMap<>();
        List.of("Installed", "Upgraded", "Downgraded", "Uninstalled")
                .forEach(word -> changes.put(word, new ArrayList<>()));
        after.choices()
                .forEach((parent, required) -> required.forEach((path, now) -> {
                    Optional<Locked> was = before.choice(parent, path);
                    change(was, now).ifPresent(word -> add(changes, word, now.key()));
                }));
        Set<String> kept = new HashSet<>();
        after.choices().values().forEach(required -> kept.addAll(required.keySet()));
        before.choices()
                .values()
                .forEach(required -> required.forEach((path, was) -> {
                    if (!kept.contains(path)) {
                        add(changes, "Uninstalled", was.key());
                    }
                }));
        changes.values().removeIf(List::isEmpty);
        return new InstallReport(root, changes);
    }

    private static void add(Map<String, List<String>> changes, String word, String key) {
        List<String> keys = changes.getOrDefault(word, new ArrayList<>());
        if (!keys.contains(key)) {
            keys.add(key);
            keys.sort(Comparator.naturalOrder());
        }
    }

    private static Optional<String> change(Optional<Locked> was, Locked now) {
        if (was.isEmpty()) {
            return Optional.of("Installed");
        }
        if (was.get().equals(now)) {
            return Optional.empty();
        }
        Optional<Version> older = was.get().version();
        Optional<Version> newer = now.version();
        boolean down = older.isPresent() && newer.isPresent() && newer.get().compareTo(older.get()) < 0;
        boolean same = was.get().key().equals(now.key()) && was.get().commit().equals(now.commit());
        return same ? Optional.empty() : Optional.of(down ? "Downgraded" : "Upgraded");
    }

    /** Whether nothing is different. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The tree of all that is installed, one line each. */
    public static List<String> tree(String root, LockFile lock) {
        List<String> lines = new ArrayList<>(List.of(root));
        grow(root, "", lock, lines);
        return lines;
    }

    private static void grow(String parent, String indent, LockFile lock, List<String> lines) {
        List<Locked> required = List.copyOf(new TreeMap<>(lock.choices().getOrDefault(parent, Map.of())).values());
        for (int i = 0; i < required.size(); i++) {
            boolean last = i == required.size() - 1;
            Locked one = required.get(i);
            String shown = one.kind().equals("path") ? one.path() + " (" + one.value() + ")" : one.key();
            lines.add(indent + (last ? "└── " : "├── ") + shown);
            grow(one.key(), indent + (last ? "    " : "│   "), lock, lines);
        }
    }
}
