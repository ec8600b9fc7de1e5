package dev.penstock.tables.aws;

/** What was asked for is still being made. */
public final class NotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is awaited. */
    public NotReadyException(String message) {
        super(message);
    }
}
