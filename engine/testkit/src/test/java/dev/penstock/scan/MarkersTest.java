package dev.penstock.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.table.Operation;
import dev.penstock.spi.table.PageRequest;
import dev.penstock.testkit.FakeConnection;
import org.junit.jupiter.api.Test;

class MarkersTest {
    private final Markers markers =
            new Markers(Operation.<FakeConnection, String>whole("fake:List", connection -> "never asked"));

    @Test
    void aMarkerThatComesAgainEndsTheListing() {
        PageRequest second = markers.following(PageRequest.first(), "a");
        assertThat(second.marker()).isEqualTo("a");
        PageRequest third = markers.following(second, "b");
        assertThatThrownBy(() -> markers.following(third, "a"))
                .isInstanceOf(EngineException.class)
                .hasMessage("fake:List failed: the service gives the same marker again and again");
    }
}
