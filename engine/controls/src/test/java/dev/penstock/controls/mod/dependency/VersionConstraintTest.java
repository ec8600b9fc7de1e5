package dev.penstock.controls.mod.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionConstraintTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.2.3; 1.2.3; 1.2.4 1.2.2 2.0.0",
                "v1.2.3; 1.2.3; 1.2.4",
                "=1.2.3; 1.2.3; 1.2.4",
                "1.2; 1.2.0 1.2.9; 1.3.0 1.1.9",
                "1; 1.0.0 1.9.9; 2.0.0",
                "^1.2.3; 1.2.3 1.9.0; 1.2.2 2.0.0",
                "^0.2.3; 0.2.3 0.2.9; 0.3.0 1.0.0",
                "^0.0.3; 0.0.3; 0.0.4",
                "~1.2.3; 1.2.3 1.2.9; 1.3.0",
                "~1.2; 1.2.0 1.2.9; 1.3.0",
                "~1; 1.0.0 1.9.0; 2.0.0",
                ">=1.0,<2.0; 1.0.0 1.9.9; 0.9.0 2.0.0",
                "> 1.0.0 , <= 1.2.0; 1.0.1 1.2.0; 1.0.0 1.2.1",
                "!=1.5.0; 1.4.0 1.5.1; 1.5.0",
                "1.x; 1.0.0 1.9.9; 2.0.0 0.9.0",
                "1.2.x; 1.2.0 1.2.9; 1.3.0",
                "1.2.*; 1.2.5; 1.3.0",
                "*; 0.0.1 9.9.9; 1.0.0-rc.1",
                "latest; 0.0.1 9.9.9; 1.0.0-rc.1",
                ">=1.0.0-rc.1; 1.0.0-rc.1 1.0.0-rc.10 1.0.0 1.1.0; 1.0.0-beta 1.1.0-rc.1",
                "1.0.0-rc.1; 1.0.0-rc.1; 1.0.0 1.0.0-rc.2"
            })
    void allowsWhatItSays(String text, String fitting, String others) {
        VersionConstraint constraint = VersionConstraint.of(text).orElseThrow();
        assertThat(Stream.of(fitting.split(" ")).map(one -> Version.of(one).orElseThrow()))
                .allMatch(constraint::allows);
        assertThat(Stream.of(others.split(" ")).map(one -> Version.of(one).orElseThrow()))
                .noneMatch(constraint::allows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "release-1", "", ">=", "1.2.3,", "nightly-2024", "^x.1"})
    void everythingElseIsTheNameOfATag(String text) {
        assertThat(VersionConstraint.of(text)).isEmpty();
    }

    @Test
    void versionsHaveAnOrder() {
        assertThat(Stream.of("1.0.0", "1.0.0-rc.10", "1.0.0-rc.9", "1.0.0-alpha", "1.0.0-1", "0.10.0", "0.9.9", "v2")
                        .map(one -> Version.of(one).orElseThrow())
                        .sorted()
                        .map(Version::toString))
                .containsExactly(
                        "0.9.9", "0.10.0", "1.0.0-1", "1.0.0-alpha", "1.0.0-rc.9", "1.0.0-rc.10", "1.0.0", "2.0.0");
    }
}
