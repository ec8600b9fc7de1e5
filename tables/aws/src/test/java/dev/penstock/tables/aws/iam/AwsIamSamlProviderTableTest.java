package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.SimulatedAccount;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsIamSamlProviderTableTest {
    @Test
    void tellsMetadataAndTags() {
        try (var account =
                SimulatedAccount.of(estate -> estate.samlProvider("staff", Instant.parse("2030-01-01T00:00:00Z")))) {
            Map<String, @Nullable Object> row = account.row("aws_iam_saml_provider", Map.of());
            assertThat(row)
                    .containsEntry("arn", "arn:aws:iam::123456789012:saml-provider/staff")
                    .containsEntry("tags", null)
                    .containsEntry("tags_src", null);
            assertThat(String.valueOf(row.get("saml_metadata_document"))).startsWith("<EntityDescriptor");
        }
    }
}
