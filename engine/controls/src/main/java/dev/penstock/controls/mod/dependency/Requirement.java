package dev.penstock.controls.mod.dependency;

import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.NamedScope;
import dev.penstock.hcl.Span;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A mod that another one requires.
 *
 * @param path such as {@code github.com/turbot/steampipe-mod-aws-compliance}; a name of its own for a local folder
 * @param locator which one of it
 * @param arguments values for its variables
 * @param span where it is required; empty if a command requires it
 */
public record Requirement(String path, Locator locator, Optional<Attribute> arguments, Optional<Span> span) {
    private static final String PATH = "[A-Za-z0-9][A-Za-z0-9.-]*(:\\d+)?(/[A-Za-z0-9_~][A-Za-z0-9._~-]*)+";
    /** The version of the language, as its makers count it. */
    private static final Version SPOKEN = new Version(1, 5, 0, "");

    private static final List<String> LOCATORS = List.of("version", "branch", "tag", "path");

    /** Which one of a mod. */
    public sealed interface Locator {

        /** As it is written behind the path of the mod. */
        String shown();

        /** The newest version that fits. */
        record Versions(VersionConstraint constraint) implements Locator {
            @Override
            public String shown() {
                return "@" + constraint;
            }
        }

        /** The newest commit of a branch. */
        record Branch(String name) implements Locator {
            @Override
            public String shown() {
                return "#" + name;
            }
        }

        /** What a tag names. */
        record Tag(String name) implements Locator {
            @Override
            public String shown() {
                return "@" + name;
            }
        }

        /** A folder, relative to the one of the mod that requires it. */
        record Folder(String path) implements Locator {
            @Override
            public String shown() {
                return "";
            }
        }
    }

    /** The local folder that it is, if it is one. */
    public Optional<String> folder() {
        return locator instanceof Locator.Folder local ? Optional.of(local.path()) : Optional.empty();
    }

    /** Whether what was chosen is what it asks for. */
    public boolean isMetBy(Locked locked) {
        return locked.satisfies(locator);
    }

    /** A requirement by path and locator alone. */
    static Requirement of(String path, Locator locator) {
        return new Requirement(path, locator, Optional.empty(), Optional.empty());
    }

    /**
     * The mods that a mod block requires.
     *
     * @param problems hears of those that are broken
     */
    public static List<Requirement> of(Block definition, Consumer<HclException> problems) {
        List<Requirement> found = new ArrayList<>();
        List<Block> require = new ArrayList<>(definition.body().blocks("require"));
        List<Block> older = definition.body().blocks("requires");
        if (!require.isEmpty() && !older.isEmpty()) {
            problems.accept(new HclException(
                    List.of(older.get(0).header().problem("a mod has either require or requires, not both", ""))));
        }
        require.addAll(older);
        for (Block block : require) {
            block.body()
                    .blocks("flowpipe")
                    .forEach(flow -> problems.accept(new HclException(
                            List.of(flow.header().problem("mods that need flowpipe can't run here", "")))));
            for (Block mod : block.body().blocks("mod")) {
                try {
                    found.add(of(mod));
                } catch (HclException e) {
                    problems.accept(e);
                }
            }
        }
        return found;
    }

    /**
     * What a command names: {@code host/org/repo}, with {@code @constraint}, {@code @tag} or {@code #branch} behind it, or a
     * local folder.
     *
     * @throws EngineException with code INVALID_PARAMETER if it is neither
     */
    public static Requirement ofTarget(String target, Path folder) {
        if (target.startsWith(".") || target.startsWith("/")) {
            String path = ModText.find(folder.resolve(target))
                    .map(ModText::name)
                    .orElseThrow(() -> new EngineException(
                            ErrorCode.INVALID_PARAMETER, "there is no mod.pp in the folder " + target));
            return of(path, new Locator.Folder(target));
        }
        int at = Math.max(target.indexOf('@'), target.indexOf('#'));
        String path = at < 0 ? target : target.substring(0, at);
        String which = at < 0 ? "*" : target.substring(at + 1);
        boolean branch = at >= 0 && target.charAt(at) == '#';
        Optional<Locator> versions = VersionConstraint.of(which).map(Locator.Versions::new);
        if (!isPath(path) || (versions.isEmpty() && !isReference(which)) || (branch && !isReference(which))) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER,
                    "\"" + target
                            + "\" names no mod; write host/org/repo, with @version, @tag or #branch, or ./folder");
        }
        return of(path, branch ? new Locator.Branch(which) : versions.orElseGet(() -> new Locator.Tag(which)));
    }

    /** What a mod asks of the program that runs it and doesn't get. */
    public static Optional<String> unmet(Block definition) {
        return Stream.of("require", "requires")
                .flatMap(type -> definition.body().blocks(type).stream())
                .flatMap(block -> block.body().blocks("powerpipe").stream())
                .flatMap(engine -> engine.body().attribute("min_version").stream())
                .filter(written ->
                        NamedScope.builder().build().evaluator().value(written.value()) instanceof HclValue.Text text
                                && Version.of(text.value())
                                        .map(version -> version.compareTo(SPOKEN) > 0)
                                        .orElse(true))
                .map(written -> written.value().position() + ": the mod asks for powerpipe "
                        + written.value().span().text() + " or later; the language of " + SPOKEN + " is spoken here")
                .findFirst();
    }

    private static Requirement of(Block block) {
        List<String> given = LOCATORS.stream()
                .filter(name -> block.body().attribute(name).isPresent())
                .toList();
        if (given.size() > 1) {
            throw problem(
                    block.header(),
                    "a required mod has one of version, branch, tag and path, not " + String.join(" and ", given));
        }
        String path = block.labels().isEmpty() ? "" : block.labels().get(0);
        Locator locator = given.isEmpty()
                ? locator("version", "latest", block.header())
                : locator(given.get(0), text(block, given.get(0)), block.header());
        if (!(locator instanceof Locator.Folder) && !isPath(path)) {
            throw problem(block.header(), "\"" + path + "\" is no path of a mod, such as github.com/org/repository");
        }
        return new Requirement(path, locator, block.body().attribute("args"), Optional.of(block.header()));
    }

    /** Whether a text can be the path of a mod: it goes into the arguments of git and into names of folders. */
    static boolean isPath(String path) {
        return path.matches(PATH) && !path.contains("..") && !path.endsWith(".git");
    }

    private static Locator locator(String kind, String text, Span span) {
        return switch (kind) {
            case "version" ->
                VersionConstraint.of(text)
                        .<Locator>map(Locator.Versions::new)
                        .orElseGet(() -> new Locator.Tag(safe(text, span)));
            case "branch" -> new Locator.Branch(safe(text, span));
            case "tag" -> new Locator.Tag(safe(text, span));
            default -> new Locator.Folder(text);
        };
    }

    private static String safe(String name, Span span) {
        if (!isReference(name)) {
            throw problem(span, "\"" + name + "\" can't be the name of a branch or tag");
        }
        return name;
    }

    /** Whether git could have a branch or tag of this name. */
    static boolean isReference(String name) {
        return name.matches("[A-Za-z0-9_][A-Za-z0-9._/+-]*") && !name.contains("..") && !name.endsWith("/");
    }

    private static String text(Block block, String name) {
        Attribute attribute = block.body().attributes().get(name);
        HclValue value = attribute == null
                ? HclValue.Null.NULL
                : NamedScope.builder().build().evaluator().value(attribute.value());
        if (value instanceof HclValue.Text text && !text.value().isBlank()) {
            return text.value();
        }
        throw problem(attribute == null ? block.header() : attribute.value().span(), name + " must be a text");
    }

    private static HclException problem(Span span, String what) {
        return new HclException(List.of(span.problem(what, "")));
    }
}
