package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.SimulatedAccount;
import dev.penstock.tables.aws.simulator.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsIamServerCertificateTableTest {
    @Test
    void bodyAndTagsComeFromTheSingleAnswer() {
        Instant expires = Instant.parse("2027-01-01T00:00:00Z");
        try (var account =
                SimulatedAccount.of(estate -> estate.serverCertificate("web", "/a/", expires, new Tag("k", "v"))
                        .serverCertificate("bare", "/", expires))) {
            List<Map<String, @Nullable Object>> rows = account.rows("aws_iam_server_certificate");
            assertThat(rows.get(0))
                    .containsEntry("tags", null)
                    .containsEntry("tags_src", null)
                    .containsEntry("certificate_chain", null);
            assertThat(rows.get(1)).containsEntry("expiration", expires.getEpochSecond() * 1_000_000);
            assertThat(String.valueOf(rows.get(1).get("certificate_body"))).startsWith("-----BEGIN CERTIFICATE-----");
            assertThat(rows.get(1).get("tags")).hasToString("{\"k\": \"v\"}");
        }
    }

    @Test
    void expiryNeedsTheListingOnly() {
        try (var account = SimulatedAccount.of(estate -> estate.serverCertificate("web", "/", Instant.EPOCH))) {
            account.select("aws_iam_server_certificate", "name", "expiration");
            assertThat(account.calls()).isEqualTo(Map.of("iam:ListServerCertificates", 1));
        }
    }
}
