package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mods that require local folders; what git gives is tested where mods are installed. */
class ModCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path temporary;

    private Ran mod(String... words) {
        return Ran.penstock(Stream.concat(
                        Stream.concat(Stream.of("mod"), Stream.of(words)),
                        Stream.of("--mod-location", temporary.resolve("work").toString()))
                .toArray(String[]::new));
    }

    private Path write(String name, String text) throws IOException {
        Path file = temporary.resolve(name);
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    @Test
    void aModIsMadeFilledAndEmptied() throws IOException {
        Files.createDirectories(temporary.resolve("work"));
        write("other/mod.pp", """
                mod "other" { title = "Other" }
                control "c" {
                  title = "C"
                  sql   = "select 1"
                }
                """);
        assertThat(mod("init").out()).startsWith("Made the mod local in ");
        assertThat(mod("init").err()).contains("there is a mod already");
        assertThat(mod("list").out()).isEqualTo("No mods installed.\n");
        assertThat(mod("install", "../other", "--dry-run").out()).startsWith("Would have installed 1 mod:");
        assertThat(mod("list").out()).isEqualTo("No mods installed.\n");
        assertThat(mod("install", "../other").out()).isEqualTo("Installed 1 mod:\n\nlocal\n└── other\n\n");
        assertThat(mod("install").out()).isEqualTo("All targeted mods are up to date\n");
        assertThat(mod("list").out()).isEqualTo("local\n└── other (../other)\n");
        assertThat(mod("show", "other").out()).contains("Title:", "Other", "Controls:", "1");
        assertThat(Ran.penstock(
                                "control",
                                "list",
                                "--mod-location",
                                temporary.resolve("work").toString())
                        .out())
                .contains("other  c     C");
        assertThat(mod("update", "othr").err()).contains("did you mean \"other\"?");
        assertThat(mod("uninstall", "nothing").out()).isEqualTo("Nothing uninstalled\n");
        assertThat(mod("uninstall", "other").out()).startsWith("Uninstalled 1 mod:");
        assertThat(mod("list").out()).isEqualTo("No mods installed.\n");
    }

    @Test
    void whatIsBrokenIsListedAndTheExitCodeSaysSo() throws IOException {
        write("work/mod.pp", """
                mod "m" {
                  require {
                    mod "github.com/org/repo" { version = "*" }
                  }
                }
                control "c" { query = query.gone }
                """);
        Ran listed = mod("list");
        assertThat(listed.code()).isEqualTo(2);
        assertThat(listed.err())
                .contains("mod.pp:3:5: the mod github.com/org/repo is not installed; run penstock mod install")
                .contains("mod.pp:6:23: there is no query.gone");
        assertThat(mod("install", "no-mod").code()).isEqualTo(254);
        write("work/mod.pp", "mod \"m\" {\n  require {\n    mod \"x\" { path = \"../missing\" }\n  }\n}\n");
        Ran failed = mod("install");
        assertThat(failed.code()).isEqualTo(62);
        assertThat(failed.err()).contains("mod.pp:3:5: there is no mod.pp in x");
    }
}
