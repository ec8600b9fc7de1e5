package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The console password of a user.
 *
 * @param created when the password was set first
 * @param resetRequired whether the next sign-in must change it
 * @param lastUsed last sign-in; null when there was none
 */
public record LoginProfile(
        Instant created, boolean resetRequired, @Nullable Instant lastUsed) {}
