package dev.penstock.spi.error;

/** The kinds of failure of an API call that the engine treats differently. */
public enum Failure {
    /** The service asks for a slower pace; the call is sent again later. */
    THROTTLED,
    /** The caller lacks a permission. */
    DENIED,
    /** The credentials are missing, invalid or expired. */
    EXPIRED,
    /** The entity does not exist, or no longer. */
    NOT_FOUND,
    /** What is asked for has to be made first ({@link dev.penstock.spi.table.Preparation}). */
    NOT_MADE,
    /** What is asked for is being made; the call is sent again until it is there. */
    NOT_READY,
    /** The network or the service stumbled; the call is sent again. */
    TRANSIENT,
    /** Anything else; sending it again would not help. */
    FATAL
}
