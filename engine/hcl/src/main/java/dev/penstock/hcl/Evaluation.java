package dev.penstock.hcl;

import java.util.List;

/**
 * A value, and why it is not more than that.
 *
 * @param value unknown in part or as a whole if something is wrong
 * @param diagnostics what is wrong; empty if nothing is
 */
public record Evaluation(HclValue value, List<Diagnostic> diagnostics) {

    /** Copies the diagnostics. */
    public Evaluation {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether something is wrong. */
    public boolean isBroken() {
        return !diagnostics.isEmpty();
    }
}
