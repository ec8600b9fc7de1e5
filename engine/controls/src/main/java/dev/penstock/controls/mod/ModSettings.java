package dev.penstock.controls.mod;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a user sets for a mod: where the values of its variables come from, beside the files of the mod itself.
 *
 * @param environment variables of the process, such as {@code PP_VAR_region}
 * @param variableFiles files of values; the later ones win
 * @param variables {@code name=value}; the later ones win, and all of them over the files
 * @param prompt asks for the values that are still missing
 */
public record ModSettings(
        Map<String, String> environment, List<Path> variableFiles, List<String> variables, VariablePrompt prompt) {

    /** Nothing set, nobody to ask. */
    public static final ModSettings NONE = new ModSettings(Map.of(), List.of(), List.of(), VariablePrompt.NOBODY);

    /** Copies the collections. */
    public ModSettings {
        environment = Map.copyOf(environment);
        variableFiles = List.copyOf(variableFiles);
        variables = List.copyOf(variables);
    }
}
