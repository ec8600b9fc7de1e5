package dev.penstock.cli.option;

import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.mod.ModLoader;
import dev.penstock.controls.mod.ModSettings;
import dev.penstock.controls.mod.VariablePrompt;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which mod, and the values of its variables. */
public final class ModOptions {
    @Option(
            names = "--mod-location",
            paramLabel = "<folder>",
            description =
                    "Where the search for mod.pp starts, upwards (default: the current folder, then the built-in mod).")
    private @Nullable Path location;

    @Option(
            names = "--var",
            paramLabel = "<name=value>",
            description = "The value of a variable of the mod, or of mod.name; can be repeated. Wins over all files.")
    private List<String> variables = List.of();

    @Option(
            names = "--var-file",
            paramLabel = "<file>",
            description = "A file of lines such as name = value; can be repeated, the later ones win.")
    private List<Path> variableFiles = List.of();

    @Option(
            names = "--input",
            negatable = true,
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            paramLabel = "true|false",
            description = "Ask for values of variables that are missing, where there is a terminal (default: true).")
    private boolean input;

    /** Made by picocli. */
    public ModOptions() {}

    /**
     * The nearest mod upwards from the location, or else the built-in one. All of it is looked at; what is broken is warned of.
     *
     * @throws EngineException with code INVALID_MOD if a location was given and no mod is there
     */
    public Mod load(Terminal terminal) {
        Mod mod = open(input && terminal.inIsTerminal() ? new TypedVariables(terminal) : VariablePrompt.NOBODY);
        mod.problems().forEach(terminal::warning);
        mod.warnings().forEach(terminal::warning);
        return mod;
    }

    /** The mod, as {@link #load} finds it; nobody is asked, nothing but what is wrong with values of variables is looked at. */
    public Mod open() {
        return open(VariablePrompt.NOBODY);
    }

    private Mod open(VariablePrompt prompt) {
        Path start = location;
        if (start != null && !Files.isDirectory(start)) {
            throw new EngineException(ErrorCode.INVALID_MOD, "--mod-location " + start + " is no folder");
        }
        var folder = ModLoader.find(start == null ? Path.of("") : start);
        if (folder.isEmpty() && start != null) {
            throw new EngineException(ErrorCode.INVALID_MOD, "there is no mod.pp in " + start + " or above it");
        }
        var settings = new ModSettings(System.getenv(), variableFiles, variables, prompt);
        return folder.isPresent() ? ModLoader.load(folder.get(), settings) : ModLoader.builtIn(settings);
    }
}
