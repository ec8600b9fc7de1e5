package dev.penstock.hcl;

import java.util.List;

/**
 * What was read, and what is wrong in it.
 *
 * @param value all that is sound
 * @param diagnostics what is broken; empty if nothing is
 */
public record Parsed<T>(T value, List<Diagnostic> diagnostics) {

    /** Copies the diagnostics. */
    public Parsed {
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * The value, if nothing is broken.
     *
     * @throws HclException with all that is
     */
    public T orThrow() {
        if (!diagnostics.isEmpty()) {
            throw new HclException(diagnostics);
        }
        return value;
    }
}
