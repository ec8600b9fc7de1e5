package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the root user.
 *
 * @param mfaEnabled whether it has a second factor
 * @param hasAccessKeys whether it has access keys
 * @param virtualMfa whether its second factor is a virtual device
 * @param lastUsed when its password was last used; null when never
 */
record RootUser(
        boolean mfaEnabled,
        boolean hasAccessKeys,
        boolean virtualMfa,
        @Nullable Instant lastUsed) {}
