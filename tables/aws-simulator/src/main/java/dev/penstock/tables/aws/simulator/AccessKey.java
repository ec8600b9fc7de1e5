package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A long-term access key of a user.
 *
 * @param id 20 characters beginning with {@code AKIA}
 * @param active whether it can sign requests
 * @param created when it was made
 * @param lastUse the last request it signed; null when it never signed one
 */
public record AccessKey(
        String id,
        boolean active,
        Instant created,
        @Nullable KeyUse lastUse) {
    /** The status as the API words it. */
    public String status() {
        return active ? "Active" : "Inactive";
    }

    AccessKey withActive(boolean nowActive) {
        return new AccessKey(id, nowActive, created, lastUse);
    }
}
