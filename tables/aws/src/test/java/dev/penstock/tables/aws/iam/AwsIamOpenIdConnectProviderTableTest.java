package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spi.error.EngineException;
import dev.penstock.tables.aws.SimulatedAccount;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import dev.penstock.tables.aws.simulator.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsIamOpenIdConnectProviderTableTest {
    private static final String PROVIDER = "aws_iam_open_id_connect_provider";
    private static final String ARN = "arn:aws:iam::123456789012:oidc-provider/id.example/x";

    @Test
    void tellsClientsAndThumbprints() {
        try (var account = SimulatedAccount.of(
                estate -> estate.openIdConnectProvider("id.example/x", List.of("app"), new Tag("k", "v")))) {
            Map<String, @Nullable Object> row = account.row(PROVIDER, Map.of("arn", Set.of(ARN)));
            assertThat(row).containsEntry("url", "id.example/x");
            assertThat(row.get("client_id_list")).hasToString("[\"app\"]");
            assertThat(String.valueOf(row.get("thumbprint_list"))).matches("\\[\"[0-9a-f]{40}\"]");
            assertThat(row.get("tags_src")).hasToString("[{\"Key\": \"k\", \"Value\": \"v\"}]");
            assertThat(account.calls()).isEqualTo(Map.of("iam:GetOpenIDConnectProvider", 1));
        }
    }

    @Test
    void aFailedCallIsAnErrorAndNothingElse() {
        Estate estate = SimulatedAccount.estate(builder -> builder.openIdConnectProvider("id.example/x", List.of()));
        var options = SimulatorOptions.defaults().withFault(Faults.denied("iam:GetOpenIDConnectProvider"));
        try (var account = SimulatedAccount.of(estate, options)) {
            assertThatThrownBy(() -> account.rows(PROVIDER))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("iam:GetOpenIDConnectProvider");
        }
    }
}
