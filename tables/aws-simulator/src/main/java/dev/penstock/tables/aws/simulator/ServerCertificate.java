package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A TLS certificate stored in IAM.
 *
 * @param name unique within the account
 * @param path begins and ends with a slash
 * @param id unique identifier beginning with {@code ASCA}
 * @param uploaded when it was stored
 * @param expires when it ends
 * @param body the certificate
 * @param chain those above it; null when none were given
 * @param tags labels in the order they were given
 */
public record ServerCertificate(
        String name,
        String path,
        String id,
        Instant uploaded,
        Instant expires,
        String body,
        @Nullable String chain,
        List<Tag> tags) {

    /** Copies the tags. */
    public ServerCertificate {
        tags = List.copyOf(tags);
    }

    /**
     * The ARN of the certificate.
     *
     * @param accountId the account that holds it
     */
    public String arn(String accountId) {
        return "arn:aws:iam::" + accountId + ":server-certificate" + path + name;
    }
}
