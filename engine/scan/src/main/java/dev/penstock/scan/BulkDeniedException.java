package dev.penstock.scan;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.table.Operation;

/** A bulk call that the caller may not make: there may be other calls that tell the same. */
final class BulkDeniedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Operation<?, ?> operation;
    private final transient EngineException error;

    BulkDeniedException(Operation<?, ?> operation, EngineException error) {
        super(error);
        this.operation = operation;
        this.error = error;
    }

    Operation<?, ?> operation() {
        return operation;
    }

    /** What to tell where there is no other way. */
    EngineException error() {
        return error;
    }
}
