package dev.penstock.controls.mod.dependency;

import dev.penstock.hcl.HclValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was chosen for a requirement.
 *
 * @param path of the mod
 * @param alias its short name, by which it is referred to
 * @param kind {@code version}, {@code branch}, {@code tag} or {@code path}
 * @param value the version, branch, tag or folder
 * @param constraint what was required
 * @param commit empty for a folder
 * @param reference of git; empty for a folder
 */
public record Locked(
        String path, String alias, String kind, String value, String constraint, String commit, String reference) {
    private static final int STRUCTURE = 20240701;

    /** The name of the folder that holds it, and of what it requires itself in the lock file. */
    public String key() {
        return switch (kind) {
            case "version" -> path + "@v" + value;
            case "branch" -> path + "#" + value;
            case "tag" -> path + "@" + value;
            default -> path;
        };
    }

    /** The version, if it is one. */
    Optional<Version> version() {
        return kind.equals("version") ? Version.of(value) : Optional.empty();
    }

    /** Whether it is what a requirement asks for. */
    boolean satisfies(Requirement.Locator locator) {
        if (locator instanceof Requirement.Locator.Versions versions) {
            return version().map(versions.constraint()::allows).orElse(false);
        }
        if (locator instanceof Requirement.Locator.Branch branch) {
            return kind.equals("branch") && value.equals(branch.name());
        }
        if (locator instanceof Requirement.Locator.Tag tag) {
            return kind.equals("tag") && value.equals(tag.name());
        }
        return kind.equals("path") && value.equals(((Requirement.Locator.Folder) locator).path());
    }

    HclValue json() {
        Map<String, HclValue> json = new LinkedHashMap<>();
        json.put("name", new HclValue.Text(path));
        json.put("alias", new HclValue.Text(alias));
        json.put(kind, new HclValue.Text(value));
        json.put("constraint", new HclValue.Text(constraint));
        if (!commit.isEmpty()) {
            json.put("commit", new HclValue.Text(commit));
            json.put("git_ref", new HclValue.Text(reference));
        }
        json.put("struct_version", HclValue.Num.of(STRUCTURE));
        return HclValue.Dictionary.object(json);
    }

    static Optional<Locked> of(String path, HclValue json) {
        for (String kind : new String[] {"version", "branch", "tag", "path"}) {
            String value = text(json, kind);
            if (!value.isEmpty()) {
                return Optional.of(new Locked(
                        path,
                        text(json, "alias"),
                        kind,
                        value,
                        text(json, "constraint"),
                        text(json, "commit"),
                        text(json, "git_ref")));
            }
        }
        return Optional.empty();
    }

    private static String text(HclValue json, String name) {
        return json instanceof HclValue.Dictionary object && object.entries().get(name) instanceof HclValue.Text text
                ? text.value()
                : "";
    }
}
