package dev.penstock.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FixtureTest {
    static Stream<Fixture> fixtures() {
        return Fixture.all().stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void saysWhatTheReferenceSays(Fixture fixture) {
        assertThat(fixture.answer()).as(fixture.input()).isEqualTo(fixture.expected());
    }

    @Test
    void thereAreAsManyFixturesAsWerePromised() {
        List<Fixture> all = Fixture.all();
        assertThat(all).hasSizeGreaterThanOrEqualTo(400);
        assertThat(all).extracting(Fixture::name).doesNotHaveDuplicates();
    }
}
