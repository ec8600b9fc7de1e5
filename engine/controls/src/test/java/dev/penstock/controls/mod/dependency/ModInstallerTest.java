package dev.penstock.controls.mod.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.mod.ModLoader;
import dev.penstock.controls.mod.ModSettings;
import dev.penstock.controls.mod.VariablePrompt;
import dev.penstock.controls.mod.dependency.ModInstaller.Pull;
import dev.penstock.controls.model.Benchmark;
import dev.penstock.controls.model.CheckNode;
import dev.penstock.controls.model.SqlValue;
import dev.penstock.spi.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mods from git repositories of the test's own folder, and what a mod that requires them sees of them. */
class ModInstallerTest {
    private static final String CONTROLS = """
            mod "controls" { title = "%s" }
            variable "region" {
              type    = string
              default = "default"
            }
            query "q" { sql = "select '${var.region}'" }
            control "c" {
              title = "Version %s"
              query = query.q
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path temporary;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Repositories repositories;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @BeforeEach
    void publishes() throws IOException, InterruptedException {
        repositories = new Repositories(Files.createDirectories(temporary.resolve("repositories")));
        folder = Files.createDirectories(temporary.resolve("work"));
        for (String version : List.of("1.0.0", "1.1.0", "2.0.0", "2.1.0-rc.1")) {
            repositories.publish("org/controls", CONTROLS.formatted(version, version), "v" + version);
        }
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("mod.pp"), text);
    }

    private Path require(String locator) throws IOException {
        return write("""
                mod "work" {
                  require {
                    mod "mods.test/org/controls" {
                      %s
                    }
                  }
                }
                benchmark "all" { children = [controls.control.c] }
                """.formatted(locator));
    }

    private InstallReport install(Pull pull, boolean dryRun) {
        var options = new ModInstaller.Options(Set.of(), pull, false, dryRun, true);
        return new ModInstaller(folder, repositories.environment(), options)
                .install(ModText.find(folder).orElseThrow());
    }

    private Mod load(String... variables) {
        return ModLoader.load(folder, new ModSettings(Map.of(), List.of(), List.of(variables), VariablePrompt.NOBODY));
    }

    @Test
    void theNewestVersionThatFitsIsInstalledAndLocked() throws IOException {
        require("version = \"^1.0\"");
        assertThat(load().problems())
                .contains("mod.pp:3:5: the mod mods.test/org/controls is not installed; run penstock mod install");
        assertThat(install(Pull.MINIMAL, true).changes()).containsOnlyKeys("Installed");
        assertThat(folder.resolve(".powerpipe/mods")).doesNotExist();
        assertThat(install(Pull.MINIMAL, false).changes())
                .containsEntry("Installed", List.of("mods.test/org/controls@v1.1.0"));
        assertThat(folder.resolve(".powerpipe/mods/mods.test/org/controls@v1.1.0/mod.pp"))
                .exists();
        assertThat(folder.resolve(".powerpipe")).isDirectoryNotContaining("glob:**shadow*");
        assertThat(folder.resolve(".mod.cache.json"))
                .content()
                .contains("\"alias\": \"controls\"", "\"version\": \"1.1.0\"", "\"git_ref\": \"refs/tags/v1.1.0\"");
        Mod mod = load();
        assertThat(mod.problems()).isEmpty();
        assertThat(mod.benchmark("all").children())
                .extracting(child -> child.title())
                .containsExactly("Version 1.1.0");
        assertThat(mod.control("controls.control.c").fullName()).isEqualTo("controls.control.c");
        assertThat(install(Pull.MINIMAL, false).isEmpty()).isTrue();
    }

    @Test
    void updatesUpgradeAndPrune() throws IOException, InterruptedException {
        require("version = \">=1.0\"");
        install(Pull.MINIMAL, false);
        repositories.publish("org/controls", CONTROLS.formatted("2.5.0", "2.5.0"), "v2.5.0");
        assertThat(install(Pull.MINIMAL, false).isEmpty()).isTrue();
        assertThat(install(Pull.LATEST, false).changes())
                .containsEntry("Upgraded", List.of("mods.test/org/controls@v2.5.0"));
        assertThat(folder.resolve(".powerpipe/mods/mods.test/org/controls@v2.0.0"))
                .doesNotExist();
        require("version = \"1.0.0\"");
        assertThat(load().problems().get(0)).contains("2.5.0 is installed, which is not 1.0.0");
        assertThat(install(Pull.MINIMAL, false).changes()).containsOnlyKeys("Downgraded");
    }

    @Test
    void branchesAndTagsAreFollowed() throws IOException, InterruptedException {
        require("branch = \"main\"");
        install(Pull.MINIMAL, false);
        assertThat(load().control("controls.control.c").title()).isEqualTo("Version 2.1.0-rc.1");
        repositories.publish("org/controls", CONTROLS.formatted("x", "of the branch"));
        assertThat(install(Pull.DEVELOPMENT, false).changes())
                .containsEntry("Upgraded", List.of("mods.test/org/controls#main"));
        assertThat(load().control("controls.control.c").title()).isEqualTo("Version of the branch");
        require("tag = \"v1.0.0\"");
        install(Pull.MINIMAL, false);
        assertThat(load().control("controls.control.c").title()).isEqualTo("Version 1.0.0");
    }

    @Test
    void whatCannotBeHadIsSaidWithItsPlace() throws IOException {
        Path file = require("version = \"^3.0\"");
        assertThatThrownBy(() -> install(Pull.MINIMAL, false))
                .isInstanceOf(EngineException.class)
                .hasMessage(file + ":3:5: no version of mods.test/org/controls fits ^3.0; "
                        + "the newest are 2.1.0-rc.1, 2.0.0, 1.1.0, 1.0.0");
        require("branch = \"mian\"");
        assertThatThrownBy(() -> install(Pull.MINIMAL, false)).hasMessageContaining("did you mean \"main\"?");
        require("tag = \"v1.0.O\"");
        assertThatThrownBy(() -> install(Pull.MINIMAL, false)).hasMessageContaining("did you mean \"v1.0.0\"?");
        write("mod \"work\" {\n require {\n mod \"mods.test/org/nowhere\" {\n version = \"*\"\n}\n}\n}");
        assertThatThrownBy(() -> install(Pull.MINIMAL, false))
                .hasMessageContaining("can't get the mod mods.test/org/nowhere with git: ");
        write("mod \"work\" {\n require {\n mod \"--upload-pack=x/y\" {\n version = \"*\"\n}\n}\n}");
        assertThatThrownBy(() -> install(Pull.MINIMAL, false)).hasMessageContaining("is no path of a mod");
        assertThat(folder.resolve(".mod.cache.json")).doesNotExist();
    }

    @Test
    void variablesOfARequiredModHaveTheirOwnOrder() throws IOException {
        write("""
                mod "work" {
                  require {
                    mod "mods.test/org/controls" {
                      version = "2.0.0"
                      args = {
                        region = var.place
                      }
                    }
                  }
                }
                variable "place" { default = "from args" }
                control "own" { sql = "select '${controls.var.region}'" }
                """);
        install(Pull.MINIMAL, false);
        assertThat(load().control("controls.control.c").query().sql()).isEqualTo("select 'from args'");
        assertThat(load("place=elsewhere").control("own").query().sql()).isEqualTo("select 'elsewhere'");
        Files.writeString(folder.resolve("powerpipe.ppvars"), "controls.region = \"from a file\"");
        assertThat(load().control("own").query().sql()).isEqualTo("select 'from a file'");
        Mod mod = load("controls.region=from a flag");
        assertThat(mod.problems()).isEmpty();
        assertThat(mod.warnings()).isEmpty();
        assertThat(mod.variable("controls.var.region").value()).contains(SqlValue.text("from a flag"));
        assertThatThrownBy(() -> load("controls.regoin=x")).hasMessageContaining("did you mean \"controls.region\"?");
    }

    @Test
    void twoVersionsOfOneModLiveSideBySide() throws IOException, InterruptedException {
        for (String version : List.of("1", "2")) {
            repositories.publish(
                    "org/parent" + version,
                    "mod \"parent" + version + "\" {\n  require {\n    mod \"mods.test/org/controls\" {\n"
                            + "      version = \"^" + version + ".0\"\n    }\n  }\n}\n"
                            + "benchmark \"b\" { children = [controls.control.c] }\n",
                    "v1.0.0");
        }
        write("""
                mod "work" {
                  require {
                    mod "mods.test/org/parent1" { version = "*" }
                    mod "mods.test/org/parent2" { version = "*" }
                  }
                }
                benchmark "all" { children = [parent1.benchmark.b, parent2.benchmark.b] }
                benchmark "no" { children = [controls.control.c] }
                """);
        install(Pull.MINIMAL, false);
        Mod mod = load();
        assertThat(mod.problems())
                .containsExactly("mod.pp:8:30: there is no mod controls here; "
                        + "name it in the require block, and run penstock mod install");
        assertThat(mod.benchmark("parent1.benchmark.b").children().get(0).title())
                .isEqualTo("Version 1.1.0");
        assertThat(mod.benchmark("parent2.benchmark.b").children().get(0).title())
                .isEqualTo("Version 2.0.0");
        // Runs tell controls by their full names.
        assertThat(mod.benchmark("all").children().stream()
                        .flatMap(parent -> ((Benchmark) parent).children().stream())
                        .map(CheckNode::fullName))
                .containsExactly("controls.control.c", "controls@2.0.0.control.c");
        assertThat(InstallReport.tree("work", LockFile.read(folder)))
                .containsExactly(
                        "work",
                        "├── mods.test/org/parent1@v1.0.0",
                        "│   └── mods.test/org/controls@v1.1.0",
                        "└── mods.test/org/parent2@v1.0.0",
                        "    └── mods.test/org/controls@v2.0.0");
    }

    @Test
    void localFoldersAreUsedInPlace() throws IOException {
        Path other = Files.createDirectories(temporary.resolve("other"));
        Files.writeString(other.resolve("mod.pp"), CONTROLS.formatted("local", "local"));
        write("""
                mod "work" {
                  require {
                    mod "controls" {
                      path = "../other"
                      args = { regoin = "x" }
                    }
                  }
                }
                """);
        assertThat(load().problems())
                .containsExactly("mod.pp:5:16: the mod controls has no variable regoin; did you mean \"region\"?");
        install(Pull.MINIMAL, false);
        assertThat(load().control("controls.control.c").title()).isEqualTo("Version local");
        Files.writeString(
                other.resolve("mod.pp"),
                "mod \"controls\" {\n require {\n mod \"work\" {\n path = \"../work\"\n}\n}\n}");
        assertThat(load().problems()).anyMatch(problem -> problem.contains("requires itself"));
        assertThatThrownBy(() -> install(Pull.MINIMAL, false)).hasMessageContaining("requires itself");
    }

    @Test
    void requirementsAreWrittenWithoutTouchingTheRest() throws IOException {
        write("// Ours.\nmod \"work\" {\n  title = \"W\" # kept\n}\n");
        ModText with = ModText.find(folder)
                .orElseThrow()
                .with(Requirement.ofTarget("mods.test/org/controls@^1.0", folder))
                .with(Requirement.ofTarget("mods.test/org/other#dev", folder));
        assertThat(with.text()).isEqualTo("""
                // Ours.
                mod "work" {
                  title = "W" # kept
                  require {
                    mod "mods.test/org/controls" {
                      version = "^1.0"
                    }
                    mod "mods.test/org/other" {
                      branch = "dev"
                    }
                  }
                }
                """);
        assertThat(with.without("mods.test/org/controls").orElseThrow().text()).doesNotContain("controls", "^1.0");
        assertThat(with.without("mods.test/org/controls")
                        .flatMap(one -> one.without("mods.test/org/other"))
                        .orElseThrow()
                        .text())
                .isEqualTo("// Ours.\nmod \"work\" {\n  title = \"W\" # kept\n}\n");
        assertThatThrownBy(() -> Requirement.ofTarget("not a mod", folder)).hasMessageContaining("names no mod");
    }
}
