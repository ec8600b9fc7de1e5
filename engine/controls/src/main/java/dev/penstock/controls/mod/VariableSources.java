package dev.penstock.controls.mod;

import dev.penstock.hcl.Body;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.Parsed;
import dev.penstock.hcl.Parser;
import dev.penstock.hcl.Suggestion;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The values that users give to the variables of a mod and of those that it requires, the strongest one for each name:
 * environment, then the files of the mod's folder, then further files, then flags.
 */
final class VariableSources {
    /** Prefixes of environment variables; the later ones win. */
    private static final List<String> PREFIXES = List.of("SP_VAR_", "PP_VAR_", "PENSTOCK_VAR_");

    private static final List<String> OWN_FILES = List.of("powerpipe.ppvars", "steampipe.spvars");
    private static final int WARNINGS_IN_FULL = 2;

    private final Map<String, Assignment> values = new LinkedHashMap<>();
    private final List<Assignment> inFiles = new ArrayList<>();
    private final List<Assignment> inFlags = new ArrayList<>();
    private final ModProblems problems;

    VariableSources(Optional<Path> folder, ModSettings settings, ModProblems problems) {
        this.problems = problems;
        for (String prefix : PREFIXES) {
            settings.environment().forEach((name, value) -> {
                if (name.startsWith(prefix) && name.length() > prefix.length()) {
                    put(new Assignment.Typed(name.substring(prefix.length()), value, name, false));
                }
            });
        }
        folder.map(VariableSources::ownFiles).ifPresent(files -> files.forEach(this::file));
        settings.variableFiles().forEach(this::file);
        settings.variables().forEach(this::flag);
    }

    /** The value for a variable: {@code name}, or {@code mod.name}. */
    Optional<Assignment> of(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private void put(Assignment assignment) {
        values.put(assignment.name(), assignment);
    }

    private static List<Path> ownFiles(Path folder) {
        List<Path> files = new ArrayList<>();
        OWN_FILES.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .ifPresent(files::add);
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> file.toString().endsWith(".auto.ppvars")
                            || file.toString().endsWith(".auto.spvars"))
                    .sorted()
                    .forEach(files::add);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "can't read the mod in " + folder + ": " + e, e);
        }
        return files;
    }

    private void file(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "can't read the values in " + file + ": " + e, e);
        }
        Parsed<Body> parsed = Parser.parseAssignments(String.valueOf(file), bytes);
        problems.errors(parsed.diagnostics());
        parsed.value()
                .blocks()
                .forEach(block -> problems.errors(List.of(
                        block.header().problem("a file of values has lines such as name = value, no blocks", ""))));
        parsed.value().attributes().values().forEach(line -> {
            try {
                Assignment assignment = Assignment.Written.of(line);
                inFiles.add(assignment);
                put(assignment);
            } catch (HclException e) {
                problems.errors(e.diagnostics());
            }
        });
    }

    private void flag(String flag) {
        int equals = flag.indexOf('=');
        if (equals <= 0) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, "--var needs name=value, not \"" + flag.replaceAll("\\R", " ") + "\"");
        }
        String name = flag.substring(0, equals).strip();
        Assignment assignment = new Assignment.Typed(name, flag.substring(equals + 1), "--var " + name, true);
        inFlags.add(assignment);
        put(assignment);
    }

    /** Refuses flags for variables that nobody declares, and warns of such lines in files. */
    void checkNames(Set<String> declared) {
        for (Assignment flag : inFlags) {
            if (!declared.contains(flag.name())) {
                String suggestion = Suggestion.of(flag.name(), declared);
                throw flag.problem(
                        "there is no variable " + flag.name() + (suggestion.isEmpty() ? "" : "; " + suggestion));
            }
        }
        List<Assignment> strangers =
                inFiles.stream().filter(line -> !declared.contains(line.name())).toList();
        for (Assignment stranger : strangers.stream().limit(WARNINGS_IN_FULL).toList()) {
            String suggestion = Suggestion.of(stranger.name(), declared);
            problems.warning(stranger.origin() + ": there is no variable " + stranger.name()
                    + (suggestion.isEmpty() ? "" : "; " + suggestion));
        }
        if (strangers.size() > WARNINGS_IN_FULL) {
            problems.warning(
                    (strangers.size() - WARNINGS_IN_FULL) + " more values are for variables that there are not");
        }
    }
}
