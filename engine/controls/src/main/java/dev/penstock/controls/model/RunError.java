package dev.penstock.controls.model;

import java.util.Optional;

/**
 * Why a control has no verdicts. What was not found out counts as one error, never as ok.
 *
 * @param kind what ended the control
 * @param message one line for people: what failed, where, why
 * @param account the account in which a call failed, if that is what happened and the account is known
 * @param call the action that failed, such as {@code iam:ListUsers}, if a call did
 */
public record RunError(Kind kind, String message, Optional<String> account, Optional<String> call) {

    /** What ended a control without verdicts. */
    public enum Kind {
        /** Its query failed. */
        FAILED,
        /** Time was up before it ended. */
        TIMED_OUT,
        /** The user ended the run before it ended. */
        CANCELED
    }

    /** Puts the message on one line. */
    public RunError {
        message = message.replaceAll("\\s+", " ").strip();
    }

    /** An error that is not about one call. */
    public RunError(Kind kind, String message) {
        this(kind, message, Optional.empty(), Optional.empty());
    }
}
