package dev.penstock.spi.error;

/** Whose problem an error is; callers switch on this, people read the message. */
public enum ErrorKind {
    /** The user's text, names or flags are wrong. */
    USER,
    /** The account, its credentials or its permissions refuse. */
    ACCESS,
    /** The service failed or could not be reached. */
    EXTERNAL,
    /** Penstock itself is at fault. */
    INTERNAL
}
