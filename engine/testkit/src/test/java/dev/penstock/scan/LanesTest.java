package dev.penstock.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final ScheduledExecutorService timer = CallGate.timer();
    private final Lanes lanes = new Lanes(timer);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void connectionsToOneAccountShareItsLanes() {
        Lane first = lanes.of("a", "x:List");
        assertThat(lanes.of("b", "x:List")).isNotSameAs(first);
        lanes.reach("a", "1");
        lanes.reach("b", "1");
        assertThat(lanes.of("a", "x:List")).isSameAs(first);
        assertThat(lanes.of("b", "x:List")).isSameAs(first);
        assertThat(lanes.of("b", "x:Get")).isSameAs(lanes.of("a", "x:Get")).isNotSameAs(first);
    }

    @Test
    void accountsAndConnectionsOfTheSameNameStayApart() {
        lanes.reach("a", "b");
        assertThat(lanes.of("a", "x:List")).isNotSameAs(lanes.of("b", "x:List"));
    }
}
