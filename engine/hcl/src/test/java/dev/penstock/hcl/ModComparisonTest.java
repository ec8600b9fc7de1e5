package dev.penstock.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares every value of a mod with what the reference gives; see the module's README. */
@EnabledIfSystemProperty(named = "hcl.mods", matches = ".+", disabledReason = "needs -Dhcl.mods=<folders> and Go")
class ModComparisonTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    static List<String> mods() {
        return List.of(System.getProperty("hcl.mods", "").split(",", -1));
    }

    @ParameterizedTest
    @MethodSource("mods")
    void everyValueIsThatOfTheReference(String mod) throws IOException, InterruptedException {
        String variables = System.getProperty("hcl.variables", "");
        Body given = variables.isEmpty()
                ? Body.empty()
                : Parser.parse(variables, Files.readString(Path.of(variables))).orThrow();
        List<String> ours = ModValues.of(Path.of(mod), given);
        List<String> theirs = reference(mod, variables);
        List<String> different = new ArrayList<>(ours);
        different.removeAll(new java.util.HashSet<>(theirs));
        System.out.println(mod + ": " + ours.size() + " values, " + different.size() + " differ");
        assertThat(ours).hasSameSizeAs(theirs);
        assertThat(different).isEmpty();
    }

    private List<String> reference(String mod, String variables) throws IOException, InterruptedException {
        Path out = folder.resolve("values.txt");
        List<String> command = new ArrayList<>(
                List.of("go", "run", ".", "mod", Path.of(mod).toAbsolutePath().toString()));
        if (!variables.isEmpty()) {
            command.add(Path.of(variables).toAbsolutePath().toString());
        }
        Process process = new ProcessBuilder(command)
                .directory(Path.of("src/test/resources/reference").toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).as("exit code of the reference").isZero();
        return Files.readAllLines(out);
    }
}
