package dev.penstock.scan;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.table.Operation;
import dev.penstock.spi.table.PageRequest;
import java.util.HashSet;
import java.util.Set;

/** The markers of one listing, from page to page. */
final class Markers {
    private final Operation<?, ?> operation;
    private final Set<String> seen = new HashSet<>();

    Markers(Operation<?, ?> operation) {
        this.operation = operation;
    }

    /** The request for the page after one; a marker that comes again would go on for ever. */
    PageRequest following(PageRequest request, String next) {
        if (!seen.add(next)) {
            throw new EngineException(
                    ErrorCode.CALL_FAILED,
                    operation.action() + " failed: the service gives the same marker again and again");
        }
        return request.after(next);
    }
}
