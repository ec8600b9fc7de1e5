package dev.penstock.scan;

import dev.penstock.spi.CallFailure;

/** A request that failed for good, on its way from the gate to whoever knows what it was for. */
final class CallFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CallFailure failure;

    CallFailedException(CallFailure failure, RuntimeException cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    CallFailure failure() {
        return failure;
    }
}
