package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import java.util.List;

/** A place outside of AWS that vouches for people or programs. */
public sealed interface IdentityProvider {

    /** Its ARN. */
    String arn();

    /** When it was made known. */
    Instant created();

    /** Labels in the order they were given. */
    List<Tag> tags();

    /**
     * One that speaks SAML.
     *
     * @param validUntil when its metadata ends
     * @param metadata its XML description
     */
    record Saml(String arn, Instant created, Instant validUntil, String metadata, List<Tag> tags)
            implements IdentityProvider {
        /** Copies the tags. */
        public Saml {
            tags = List.copyOf(tags);
        }
    }

    /**
     * One that speaks OpenID Connect.
     *
     * @param url host and path, without a scheme
     * @param clientIds who may ask it
     * @param thumbprints of the certificates that it is known by
     */
    record OpenIdConnect(
            String arn, Instant created, String url, List<String> clientIds, List<String> thumbprints, List<Tag> tags)
            implements IdentityProvider {
        /** Copies the lists. */
        public OpenIdConnect {
            clientIds = List.copyOf(clientIds);
            thumbprints = List.copyOf(thumbprints);
            tags = List.copyOf(tags);
        }
    }
}
