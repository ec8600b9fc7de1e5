package dev.penstock.spi;

import dev.penstock.spi.error.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin knows of a failed call.
 *
 * @param kind how the engine treats it
 * @param code the service's own code, such as {@code AccessDenied}; empty if the service gave none
 * @param message the service's own sentence, on one line
 * @param advice what the user can do next, as a clause such as {@code run "aws sso login"}; null if nothing is known
 */
public record CallFailure(
        Failure kind, String code, String message, @Nullable String advice) {}
