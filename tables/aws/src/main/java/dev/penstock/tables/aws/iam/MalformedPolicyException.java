package dev.penstock.tables.aws.iam;

import org.jspecify.annotations.Nullable;

/** A policy text that cannot be read. */
final class MalformedPolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedPolicyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
