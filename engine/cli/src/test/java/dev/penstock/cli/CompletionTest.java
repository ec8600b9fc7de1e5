package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts, in the shells that are there. */
class CompletionTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private static boolean isThere(String shell) {
        return Files.isExecutable(Path.of("/bin", shell)) || Files.isExecutable(Path.of("/usr/bin", shell));
    }

    private String shell(String shell, String commands) throws IOException, InterruptedException {
        assumeTrue(isThere(shell), shell + " is not installed");
        Path script = Files.writeString(
                folder.resolve("penstock." + shell),
                Ran.penstock("completion", shell).out());
        Process process = new ProcessBuilder(shell, "-c", commands.replace("SCRIPT", script.toString()))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return out.strip();
    }

    @ParameterizedTest
    @CsvSource({
        "penstock ben, benchmark",
        "penstock control r, run",
        "penstock control run x --wh, --where",
        "penstock benchmark run all --dry, --dry-run",
        "penstock query li, list",
        "penstock log, ''"
    })
    void bashCompletesCommandsAndFlags(String typed, String completed) throws IOException, InterruptedException {
        String words = "COMP_WORDS=(" + typed + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1));";
        assertThat(shell("bash", "source SCRIPT; " + words + " _penstock; echo \"${COMPREPLY[@]}\""))
                .isEqualTo(completed);
    }

    @Test
    void zshTakesTheScript() throws IOException, InterruptedException {
        assertThat(shell("zsh", "autoload -U compinit && compinit -u -D; source SCRIPT; whence -w _penstock"))
                .isEqualTo("_penstock: function");
    }

    @Test
    void fishCompletesCommandsAndFlags() throws IOException, InterruptedException {
        assertThat(shell("fish", "source SCRIPT; complete -C 'penstock control run x --wh'"))
                .startsWith("--where");
    }

    @Test
    void anotherShellIsAMistake() {
        Ran ran = Ran.penstock("completion", "tcsh");
        assertThat(ran.code()).isEqualTo(254);
        assertThat(ran.err()).contains("there is no completion for \"tcsh\"; shells are bash, zsh, fish");
    }
}
