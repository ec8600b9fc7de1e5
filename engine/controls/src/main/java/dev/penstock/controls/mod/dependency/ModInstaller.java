package dev.penstock.controls.mod.dependency;

import dev.penstock.controls.mod.dependency.Requirement.Locator;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses what fits the requirements of a mod and of what it requires, fetches what isn't there, and writes down what was chosen.
 * Everything is made ready in a folder aside first: a failure leaves all as it was.
 */
public final class ModInstaller {
    private final ModStore store;
    private final Git git;
    private final Options options;
    private final LockFile before;
    private final Map<String, Map<String, Locked>> chosen = new TreeMap<>();
    private final Map<String, Path> ready = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> references = new HashMap<>();
    private final Set<String> underWay = new LinkedHashSet<>();

    /**
     * How to install.
     *
     * @param newest paths of mods of which the newest version is wanted, even where an older one is installed and fits
     * @param pull what goes for all the others
     * @param force whether to install what asks for a later version of the program
     * @param dryRun whether only to tell what would be done
     * @param prune whether to remove what nothing requires any more
     */
    public record Options(Set<String> newest, Pull pull, boolean force, boolean dryRun, boolean prune) {

        /** Copies the paths. */
        public Options {
            newest = Set.copyOf(newest);
        }
    }

    /** Of which mods the newest is wanted, although what is installed fits. */
    public enum Pull {
        /** Of none. */
        MINIMAL,
        /** Of those that follow a branch. */
        DEVELOPMENT,
        /** Of all. */
        LATEST,
        /** Of all. */
        FULL
    }

    /**
     * An installer for the mod in a folder.
     *
     * @param environment of the git command
     */
    public ModInstaller(Path folder, Map<String, String> environment, Options options) {
        this.store = new ModStore(folder);
        this.git = new Git(environment);
        this.options = options;
        this.before = LockFile.read(folder);
    }

    /**
     * Installs what a mod requires.
     *
     * @return what is different from before
     * @throws EngineException if something can't be had, naming it
     */
    public InstallReport install(ModText mod) {
        try {
            underWay.add(store.root().toAbsolutePath().normalize().toString());
            choose(mod.name(), store.root(), mod.requirements());
            var lock = new LockFile(chosen);
            var report = InstallReport.of(mod.name(), before, lock);
            if (!options.dryRun()) {
                moveIntoPlace(lock);
            }
            return report;
        } catch (IOException e) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "can't write the installed mods: " + e, e);
        } finally {
            Folders.delete(store.shadow());
        }
    }

    private void choose(String parent, Path folder, List<Requirement> requirements) throws IOException {
        for (Requirement requirement : requirements) {
            Path target = Path.of("");
            Locked locked;
            if (requirement.locator() instanceof Locator.Folder local) {
                target = folder.resolve(local.path()).normalize();
                locked = new Locked(requirement.path(), "", "path", local.path(), "", "", "");
            } else {
                locked = resolve(parent, requirement);
                target = fetched(locked);
            }
            Optional<ModText> text = ModText.find(target);
            if (text.isEmpty()) {
                throw problem(
                        requirement,
                        "there is no mod.pp in " + requirement.path()
                                + requirement.locator().shown());
            }
            add(parent, target, locked, text.get(), requirement);
        }
    }

    private void add(String parent, Path folder, Locked locked, ModText text, Requirement requirement)
            throws IOException {
        Requirement.unmet(text.definition()).filter(what -> !options.force()).ifPresent(what -> {
            throw problem(requirement, locked.key() + ": " + what + "; --force installs it all the same");
        });
        var known = new Locked(
                locked.path(),
                text.name(),
                locked.kind(),
                locked.value(),
                locked.constraint(),
                locked.commit(),
                locked.reference());
        chosen.computeIfAbsent(parent, key -> new TreeMap<>()).put(known.path(), known);
        String key = known.kind().equals("path")
                ? folder.toAbsolutePath().normalize().toString()
                : known.key();
        if (!underWay.add(key)) {
            throw problem(requirement, "the mod " + known.path() + " requires itself");
        }
        if (!text.requirements().isEmpty() && !chosen.containsKey(known.key())) {
            choose(known.key(), folder, text.requirements());
        }
        underWay.remove(key);
    }

    /** What is installed and fits stays, unless the newest is wanted. */
    private Locked resolve(String parent, Requirement requirement) {
        boolean newest = options.newest().contains(requirement.path())
                || switch (options.pull()) {
                    case MINIMAL -> false;
                    case DEVELOPMENT -> requirement.locator() instanceof Locator.Branch;
                    case LATEST, FULL -> true;
                };
        Optional<Locked> present = before.choice(parent, requirement.path())
                .filter(locked -> locked.satisfies(requirement.locator()))
                .filter(locked -> Files.isDirectory(store.folder(store.root(), locked)));
        if (present.isPresent() && !newest) {
            return present.get();
        }
        Map<String, String> offered = references.computeIfAbsent(requirement.path(), git::references);
        return new Candidates(requirement, offered)
                .best()
                .orElseThrow(() -> problem(requirement, new Candidates(requirement, offered).whyNone()));
    }

    /** The folder with the text of a mod: the installed one, or one that is made ready. */
    private Path fetched(Locked locked) throws IOException {
        Path installed = store.folder(store.root(), locked);
        boolean same = before.choices().values().stream()
                .flatMap(required -> required.values().stream())
                .anyMatch(other ->
                        other.key().equals(locked.key()) && other.commit().equals(locked.commit()));
        if (same && Files.isDirectory(installed)) {
            return installed;
        }
        Path made = ready.get(locked.key());
        if (made == null) {
            made = store.shadow().resolve(locked.key());
            Files.createDirectories(java.util.Objects.requireNonNull(made.getParent()));
            git.fetch(locked.path(), locked.reference().replaceFirst("^refs/(heads|tags)/", ""), made);
            Folders.delete(made.resolve(".git"));
            ready.put(locked.key(), made);
        }
        return made;
    }

    private void moveIntoPlace(LockFile lock) throws IOException {
        for (Map.Entry<String, Path> made : ready.entrySet()) {
            Path place = store.mods().resolve(made.getKey());
            Files.createDirectories(java.util.Objects.requireNonNull(place.getParent()));
            Folders.delete(place);
            Files.move(made.getValue(), place);
        }
        lock.write(store.root());
        if (options.prune()) {
            prune(lock);
        }
    }

    private void prune(LockFile lock) {
        Set<String> used = new LinkedHashSet<>();
        lock.choices().values().forEach(required -> required.values().forEach(locked -> used.add(locked.key())));
        before.choices().values().stream()
                .flatMap(required -> required.values().stream())
                .filter(locked -> !locked.kind().equals("path") && !used.contains(locked.key()))
                .forEach(locked -> Folders.delete(store.folder(store.root(), locked)));
    }

    private static EngineException problem(Requirement requirement, String what) {
        String place = requirement.span().map(span -> span.position() + ": ").orElse("");
        return new EngineException(ErrorCode.INVALID_MOD, place + what);
    }
}
