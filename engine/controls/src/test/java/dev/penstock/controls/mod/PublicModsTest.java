package dev.penstock.controls.mod;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checkouts of public mods load as they are. Runs on demand: {@code -Dmods=<folder>,<folder>}; what there is in each is printed as
 * the name of its test.
 */
@EnabledIfSystemProperty(named = "mods", matches = ".+")
class PublicModsTest {

    static List<String> folders() {
        return List.of(System.getProperty("mods").split(","));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void loadsWithoutAProblem(String folder) {
        Mod mod = ModLoader.load(Path.of(folder), ModSettings.NONE);
        assertThat(mod.problems()).isEmpty();
        assertThat(mod.warnings()).isEmpty();
        assertThat(mod.benchmarks().size()
                        + mod.controls().size()
                        + mod.parts("dashboard").size())
                .isPositive();
        assertThat(mod.controls().values())
                .allSatisfy(control -> assertThat(control.bind(dev.penstock.controls.model.Arguments.NONE)
                                .sql())
                        .isNotBlank());
    }
}
