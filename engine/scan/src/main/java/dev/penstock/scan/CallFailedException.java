package dev.penstock.scan;

import dev.penstock.spi.CallFailure;

/** A request that failed for good, on its way from the gate to whoever knows what it was for. */
final class CallFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String action;
    private final transient CallFailure failure;

    CallFailedException(String action, CallFailure failure, Exception cause) {
        super(failure.message(), cause);
        this.action = action;
        this.failure = failure;
    }

    /** The action that failed, which may have been made to prepare or to complete another one. */
    String action() {
        return action;
    }

    CallFailure failure() {
        return failure;
    }
}
