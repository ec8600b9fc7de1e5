package dev.penstock.controls.mod.dependency;

import dev.penstock.controls.mod.dependency.Requirement.Locator;
import dev.penstock.spi.error.NearestName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a repository offers for a requirement.
 *
 * @param references commits by the full names of branches and tags
 */
record Candidates(Requirement requirement, Map<String, String> references) {
    private static final String TAGS = "refs/tags/";
    private static final String BRANCHES = "refs/heads/";
    private static final int SHOWN = 5;

    /** The newest one that fits. */
    Optional<Locked> best() {
        Locator locator = requirement.locator();
        if (locator instanceof Locator.Versions versions) {
            return tags().stream()
                    .filter(tag ->
                            Version.of(tag).map(versions.constraint()::allows).orElse(false))
                    .max(Comparator.comparing(tag -> Version.of(tag).orElseThrow()))
                    .map(tag -> locked("version", Version.of(tag).orElseThrow().toString(), TAGS + tag));
        }
        if (locator instanceof Locator.Branch branch) {
            return named("branch", branch.name(), BRANCHES);
        }
        return locator instanceof Locator.Tag tag ? named("tag", tag.name(), TAGS) : Optional.empty();
    }

    private Optional<Locked> named(String kind, String name, String prefix) {
        return references.containsKey(prefix + name)
                ? Optional.of(locked(kind, name, prefix + name))
                : Optional.empty();
    }

    private Locked locked(String kind, String value, String reference) {
        return new Locked(
                requirement.path(),
                "",
                kind,
                value,
                requirement.locator() instanceof Locator.Versions versions
                        ? versions.constraint().toString()
                        : "",
                references.getOrDefault(reference, ""),
                reference);
    }

    /** The tags that git can be asked for without a doubt. */
    private List<String> tags() {
        return names(TAGS).stream().filter(Requirement::isReference).toList();
    }

    private List<String> names(String prefix) {
        return references.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    /** Why there is none, and what there is instead. */
    String whyNone() {
        String path = requirement.path();
        if (requirement.locator() instanceof Locator.Branch branch) {
            List<String> branches = names(BRANCHES);
            return path + " has no branch " + branch.name() + NearestName.hint(branch.name(), branches);
        }
        if (requirement.locator() instanceof Locator.Tag tag) {
            return path + " has no tag " + tag.name() + NearestName.hint(tag.name(), tags());
        }
        List<String> newest = tags().stream()
                .map(Version::of)
                .flatMap(Optional::stream)
                .sorted(Comparator.reverseOrder())
                .limit(SHOWN)
                .map(Version::toString)
                .toList();
        return "no version of " + path + " fits "
                + requirement.locator().shown().substring(1)
                + (newest.isEmpty() ? "; it has none" : "; the newest are " + String.join(", ", newest));
    }
}
