package dev.penstock.testkit;

import dev.penstock.spi.error.Failure;

/** What a fake call throws; the fake plugin describes it by its kind. */
public final class FakeFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Failure kind;

    /** A failure of a kind. */
    public FakeFailure(Failure kind, String message) {
        super(message);
        this.kind = kind;
    }

    Failure kind() {
        return kind;
    }
}
