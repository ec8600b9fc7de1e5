package dev.penstock.controls.mod.dependency;

import dev.penstock.hcl.Body;
import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.Parsed;
import dev.penstock.hcl.Parser;
import dev.penstock.hcl.Span;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file with the mod block, as text that requirements are added to and taken from; whatever else stands in it stays as it is.
 *
 * @param file where it is
 * @param definition the mod block
 */
public record ModText(Path file, String text, Block definition) {

    /** The text of the mod in a folder; empty if there is none. */
    public static Optional<ModText> find(Path folder) {
        for (String name : List.of("mod.pp", "mod.sp")) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                return Optional.of(read(file));
            }
        }
        return Optional.empty();
    }

    private static ModText read(Path file) {
        try {
            return of(file, Files.readString(file));
        } catch (IOException e) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "can't read " + file + ": " + e, e);
        }
    }

    private static ModText of(Path file, String text) {
        Parsed<Body> parsed = Parser.parse(file.toString(), text);
        List<Block> mods = parsed.value().blocks("mod");
        if (mods.size() == 1 && mods.get(0).labels().size() == 1) {
            return new ModText(file, text, mods.get(0));
        }
        throw new EngineException(
                ErrorCode.INVALID_MOD,
                parsed.diagnostics().isEmpty()
                        ? file + " must have one mod block, with a name"
                        : parsed.diagnostics().get(0).message());
    }

    /** A mod of a folder that has none yet; it is not written. */
    public static ModText made(Path folder) {
        String title = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        String quoted = title.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("${", "$${")
                .replace("%{", "%%{");
        return of(folder.resolve("mod.pp"), "mod \"local\" {\n  title = \"" + quoted + "\"\n}\n");
    }

    /** The short name. */
    public String name() {
        return definition.labels().get(0);
    }

    /**
     * What it requires.
     *
     * @throws EngineException with code INVALID_MOD if some of it is broken
     */
    public List<Requirement> requirements() {
        List<HclException> problems = new ArrayList<>();
        List<Requirement> requirements = Requirement.of(definition, problems::add);
        if (!problems.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_MOD, String.valueOf(problems.get(0).getMessage()), problems.get(0));
        }
        return requirements;
    }

    /** The same with a requirement, in the place of the one with the same path. */
    public ModText with(Requirement requirement) {
        ModText without = without(requirement.path()).orElse(this);
        String line =
                "    mod \"" + requirement.path() + "\" {\n      " + attribute(requirement.locator()) + "\n    }\n";
        List<Block> require = without.requireBlocks();
        Span around =
                require.isEmpty() ? without.definition.span() : require.get(0).span();
        String inner = require.isEmpty() ? "  require {\n" + line + "  }\n" : line;
        String block = around.text();
        String opened = block.substring(0, block.length() - 1).stripTrailing();
        String indent = require.isEmpty() ? "" : "  ";
        return of(file, without.replaced(block, opened + "\n" + inner + indent + "}"));
    }

    private static String attribute(Requirement.Locator locator) {
        if (locator instanceof Requirement.Locator.Versions versions) {
            return "version = \"" + versions.constraint() + "\"";
        }
        if (locator instanceof Requirement.Locator.Branch branch) {
            return "branch = \"" + branch.name() + "\"";
        }
        return locator instanceof Requirement.Locator.Tag tag
                ? "tag = \"" + tag.name() + "\""
                : "path = \""
                        + ((Requirement.Locator.Folder) locator)
                                .path()
                                .replace("\\", "\\\\")
                                .replace("\"", "\\\"") + "\"";
    }

    private List<Block> requireBlocks() {
        return Stream.concat(
                        definition.body().blocks("require").stream(), definition.body().blocks("requires").stream())
                .toList();
    }

    /** The same without the requirement of this path; empty if there is none. */
    public Optional<ModText> without(String path) {
        for (Block require : requireBlocks()) {
            for (Block mod : require.body().blocks("mod")) {
                if (mod.labels().equals(List.of(path))) {
                    boolean alone = require.body().blocks().size() == 1;
                    return Optional.of(of(file, replaced(lines(alone ? require : mod), "")));
                }
            }
        }
        return Optional.empty();
    }

    /** A block with the blanks before and the line end behind it. */
    private String lines(Block block) {
        String inner = block.span().text();
        int start = text.indexOf(inner);
        int end = start + inner.length();
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        return text.substring(start, end < text.length() && text.charAt(end) == '\n' ? end + 1 : end);
    }

    private String replaced(String part, String by) {
        int start = text.indexOf(part);
        return text.substring(0, start) + by + text.substring(start + part.length());
    }

    /** Writes it. */
    public void write() {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "can't write " + file + ": " + e, e);
        }
    }
}
