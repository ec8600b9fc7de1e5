package dev.penstock.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    @Test
    void withoutConfigurationThereIsOneConnectionThatLeavesEverythingToTheDefaultChain() {
        var connections = Configuration.standard(64).connections();
        assertThat(connections).hasSize(1);
        assertThat(connections.get(0).name()).isEqualTo("aws");
        assertThat(connections.get(0).arguments()).isEmpty();
        assertThat(connections.get(0).inFlight()).isEqualTo(64);
    }

    @Test
    void theDemoGivesKeysAndEndpointSoThatNothingElseIsLookedFor() {
        var connection = Configuration.demo(URI.create("http://127.0.0.1:1"), 8)
                .connections()
                .get(0);
        assertThat(connection.arguments()).containsKeys("access_key", "secret_key", "default_region");
        assertThat(connection.argument("endpoint_url")).contains("http://127.0.0.1:1");
        assertThat(connection.toString()).doesNotContain("secret");
    }
}
